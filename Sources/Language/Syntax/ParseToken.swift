/// What the parser's features are made of, a word.
struct ParseToken {
    /// Hash of the word in lower case.
    var word: UInt64 = 0x5EED_0002
    /// The word's class plus one; zero beyond the sentence.
    var tag: UInt64 = 0
    var wordAndTag: UInt64 = 0x5EED_0003
    /// The last three letters with the class.
    var ending: UInt64 = 0x5EED_0004
    /// Which cases the word can have, a bit for each.
    var cases: UInt64 = 0
    /// Whether the word is punctuation.
    var isSign = false
    /// Commas, finite verbs and coordinators before this word.
    var commas: Int32 = 0
    var verbs: Int32 = 0
    var coordinators: Int32 = 0
}

/// The words of a sentence, or of a piece of a very long one, for the parser; edges around them.
struct ParseSentence {
    static let margin = 4

    private var tokens: [ParseToken]
    let count: Int

    /// - Parameter agreements: combinations of case, number and gender of each word; empty when nothing is known.
    init(_ atoms: SentenceAtoms, classes: [UInt8], agreements: [UInt32], range: Range<Int>) {
        count = range.count
        tokens = Array(repeating: ParseToken(), count: count + 2 * Self.margin)
        atoms.withWords { words in
            var (commas, verbs, coordinators): (Int32, Int32, Int32) = (0, 0, 0)
            for index in range {
                var token = ParseToken()
                let word = words[index]
                let tag = UInt64(classes[index]) + 1
                token.word = word.folded
                token.tag = tag
                token.wordAndTag = word.folded &* 0x9E37_79B9_7F4A_7C15 ^ tag << 40
                token.ending = word.suffix(3) << 8 | tag
                if index < agreements.count {
                    let agreement = agreements[index]
                    for grammaticalCase in 0..<UInt32(4)
                    where agreement >> (6 * grammaticalCase) & 0x3F != 0 {
                        token.cases |= 1 << UInt64(grammaticalCase)
                    }
                }
                (token.commas, token.verbs, token.coordinators) = (commas, verbs, coordinators)
                switch WordClass(rawValue: classes[index]) {
                case .comma, .punctuation:
                    commas += 1
                    token.isSign = true
                case .fullStop: token.isSign = true
                case .finiteVerb, .finiteAuxiliary: verbs += 1
                case .coordinator: coordinators += 1
                default: break
                }
                tokens[index - range.lowerBound + Self.margin] = token
            }
        }
    }

    @inline(__always)
    func withTokens<Result>(_ body: (UnsafePointer<ParseToken>) -> Result) -> Result? {
        tokens.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { body($0 + Self.margin) } }
    }
}
