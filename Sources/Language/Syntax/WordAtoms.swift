/// What the features of a word are made of, computed once a word for tagger and parser.
struct WordAtoms {
    /// Hash of the word as it stands.
    var form: UInt64 = 0
    /// Hash of the word in lower case, with every digit a zero.
    var folded: UInt64 = 0
    /// The first eight bytes in lower case, the first one lowest.
    var head: UInt64 = 0
    /// The last eight bytes in lower case, the last one highest.
    var tail: UInt64 = 0
    /// Capitals, small letters, digits and signs, runs taken together: `NATO-Rat` is `X-Xx`.
    var shape: UInt64 = 0
    /// What the lexicon says: parts of speech and forms of verbs, and how the word was found.
    var lexicon: UInt64 = 0
    /// What the word lists say: a first name, a town, a common word.
    var traits: UInt64 = 0
    /// Which verb without person comes later in the clause, and whether a finite one came before.
    var clause: UInt64 = 0
    /// Sets of readings in the lexicon, of the word as it stands and in lower case; -1 for none.
    var set: Int32 = -1
    var foldedSet: Int32 = -1
    /// Where the known tail of a compound begins in the word; zero when the word is known itself, or not at all.
    var tailStart: Int32 = 0

    @inline(__always)
    func prefix(_ count: UInt64) -> UInt64 { head & ((1 << (8 * count)) &- 1) }

    @inline(__always)
    func suffix(_ count: UInt64) -> UInt64 { tail >> (64 &- 8 &* count) }

    /// Whether the word is a quotation mark, a dash or dots; its hashes are those of all its kind.
    var isSign: Bool { form >> 16 == 0x5167 }

    /// What stands before and after a sentence.
    static let edge: WordAtoms = {
        var edge = WordAtoms()
        edge.form = 0x5EED_0001
        edge.folded = 0x5EED_0002
        edge.shape = 0x5EED_0003
        edge.lexicon = 0x5EED_0004
        return edge
    }()
}

/// The atoms of the words of a sentence, with edges around them.
struct SentenceAtoms {
    /// So many edges stand before the first word and after the last one.
    static let margin = 4

    private(set) var words: [WordAtoms]
    let count: Int

    /// - Parameter ranges: the words in `bytes`.
    init(
        _ ranges: some RandomAccessCollection<Range<Int>>, in bytes: UnsafeBufferPointer<UInt8>,
        lexicon: FormLexicon?
    ) {
        count = ranges.count
        words = []
        words.reserveCapacity(count + 2 * Self.margin)
        for _ in 0..<Self.margin { words.append(.edge) }
        var isFirst = true
        for range in ranges {
            let word = UnsafeBufferPointer(rebasing: bytes[range])
            words.append(WordAtoms(word, isFirst: isFirst, lexicon: lexicon))
            // After a quotation mark or a dash a sentence has not begun yet.
            if isFirst, Letters.isDigit(word.first ?? 0) || words[words.count - 1].startsWithLetter {
                isFirst = false
            }
        }
        for _ in 0..<Self.margin { words.append(.edge) }
        markClauses()
    }

    private mutating func markClauses() {
        func ends(_ word: WordAtoms) -> Bool { word.shape & 7 == 4 && word.folded != 0x5167_0001 }
        let (finite, infinitive, participle): (UInt64, UInt64, UInt64) = (1 << 20, 1 << 21, 1 << 22)
        var ahead: UInt64 = 0
        for index in (Self.margin..<Self.margin + count).reversed() {
            if ends(words[index]) { ahead = 0 }
            words[index].clause = ahead
            let verbal = words[index].lexicon & (infinitive | participle)
            if verbal != 0, words[index].shape & 7 == 2 { ahead = verbal >> 20 | 8 }
        }
        var behind: UInt64 = 0
        for index in Self.margin..<Self.margin + count {
            if ends(words[index]) { behind = 0 }
            words[index].clause |= behind << 8
            if words[index].lexicon & finite != 0 {
                behind = words[index].lexicon & (infinitive | participle) == 0 ? 2 : max(behind, 1)
            }
        }
    }

    @inline(__always)
    func withWords<Result>(_ body: (UnsafePointer<WordAtoms>) -> Result) -> Result? {
        words.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { body($0 + Self.margin) } }
    }
}

extension WordAtoms {
    private enum Kind: UInt64 { case capital = 1, small, digit, sign, hyphen, foreign, symbol }

    fileprivate var startsWithLetter: Bool {
        let kind = shape & 7
        return kind == Kind.capital.rawValue || kind == Kind.small.rawValue || kind == Kind.foreign.rawValue
    }

    init(_ word: UnsafeBufferPointer<UInt8>, isFirst: Bool, lexicon: FormLexicon?) {
        var exact = FormHash()
        var small = FormHash()
        var plain = FormHash()
        var last: UInt64 = 0
        var runs: UInt64 = 0
        var hasCapital = false
        var index = 0
        while index < word.count {
            let byte = word[index]
            var kind: Kind
            var low = byte
            var second: UInt8?
            switch byte {
            case 0x41...0x5A: (kind, low) = (.capital, byte | 0x20)
            case 0x61...0x7A: kind = .small
            case 0x30...0x39: kind = .digit
            case 0x2D: kind = .hyphen
            case ..<0x80: kind = Self.isSymbol(byte) ? .symbol : .sign
            case 0xC3...0xC5 where index + 1 < word.count:
                let next = word[index + 1]
                if Letters.isCapital(byte, next) {
                    (kind, second) = (.capital, byte == 0xC3 ? next | 0x20 : next + 1)
                } else {
                    (kind, second) = (.small, next)
                }
            case 0xC2:
                kind =
                    index + 1 < word.count && [0xAB, 0xBB, 0xB7].contains(word[index + 1]) ? .sign : .symbol
            case 0xE2: kind = index + 1 < word.count && word[index + 1] <= 0x81 ? .sign : .symbol
            case 0x80..<0xC0, 0xE3: kind = .sign
            default: kind = .foreign
            }
            if byte & 0xC0 != 0x80 {
                if kind == .capital, index > 0 || word.count > 1 { hasCapital = true }
                if kind.rawValue != last, runs < 1 << 18 { runs = runs << 3 | kind.rawValue }
                if last == 0 { shape = kind.rawValue }
                last = kind.rawValue
            }
            exact.add(byte)
            plain.add(low)
            small.add(kind == .digit ? 0x30 : low)
            push(low, at: index)
            index += 1
            if let second {
                exact.add(word[index])
                plain.add(second)
                small.add(second)
                push(second, at: index)
                index += 1
            }
        }
        form = exact.value
        folded = small.value
        if let sign = Self.sign(word) {
            form = 0x5167_0000 | sign
            folded = form
            head = sign
            tail = sign << 56
        }
        let length: UInt64 =
            shape == Kind.sign.rawValue || shape == Kind.hyphen.rawValue ? 1 : UInt64(min(word.count, 4))
        shape |= runs << 3 | length << 32 | (isFirst ? 1 << 40 : 0)
        traits = UInt64(Lexicon.embedded.traits(of: word).rawValue)
        guard let lexicon else { return }
        look(word, exact: exact, plain: plain, hasCapital: hasCapital, isFirst: isFirst, in: lexicon)
    }

    private static func isSymbol(_ byte: UInt8) -> Bool {
        switch byte {
        // # $ % & * + < = > @ ^ _ | ~
        case 0x23...0x26, 0x2A, 0x2B, 0x3C...0x3E, 0x40, 0x5E, 0x5F, 0x7C, 0x7E: true
        default: false
        }
    }

    /// Quotation marks, dashes and dots are written in many ways that mean the same: one number for each.
    private static func sign(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard let first = word.first, word.count <= 12 else { return nil }
        let second = word.count > 1 ? word[1] : 0
        switch first {
        case 0x22, 0x60: return 1
        case 0x27 where word.count == 1 || second == 0x27: return 1
        case 0xC2 where second == 0xAB || second == 0xBB: return 1
        case 0xE2 where second == 0x80 && word.count == 3:
            switch word[2] {
            case 0x98...0x9F, 0xB9, 0xBA: return 1
            case 0x90...0x95: return 2
            case 0xA6: return 3
            default: return nil
            }
        case 0x2D where word.allSatisfy { $0 == 0x2D }: return 2
        case 0x2E where word.count > 1 && word.allSatisfy { $0 == 0x2E }: return 3
        default: return nil
        }
    }

    @inline(__always)
    private mutating func push(_ byte: UInt8, at index: Int) {
        if index < 8 { head |= UInt64(byte) << (8 * UInt64(index)) }
        tail = tail >> 8 | UInt64(byte) << 56
    }

    private mutating func look(
        _ word: UnsafeBufferPointer<UInt8>, exact: FormHash, plain: FormHash, hasCapital: Bool, isFirst: Bool,
        in lexicon: FormLexicon
    ) {
        var summary: UInt64 = 0
        if let found = lexicon.set(ofHash: exact) {
            set = Int32(found)
            summary = UInt64(lexicon.summary(of: found)) | 1 << 32
        }
        // At the start of a sentence a capital says nothing; elsewhere it is tried when the word itself is not known.
        if hasCapital, isFirst || set < 0, let found = lexicon.set(ofHash: plain) {
            foldedSet = Int32(found)
            summary |= UInt64(lexicon.summary(of: found)) | 1 << 33
        }
        if set < 0, foldedSet < 0, word.count > 6, startsWithLetter,
            let (start, found) = Self.tail(of: word, in: lexicon)
        {
            set = Int32(found)
            tailStart = Int32(start)
            summary = UInt64(lexicon.summary(of: found)) | 1 << 34
        }
        self.lexicon = summary
    }

    /// The longest known end of an unknown word: `Verkehrsminister` of `Bundesverkehrsminister`.
    ///
    /// The end of a word that begins with a capital is a noun and is looked up with a capital of its own.
    private static func tail(
        of word: UnsafeBufferPointer<UInt8>, in lexicon: FormLexicon
    ) -> (start: Int, set: Int)? {
        let first = word[0]
        let isCapital = 0x41...0x5A ~= first || (first == 0xC3 && Letters.isCapital(first, word[1]))
        // A word of more bytes than this is no compound that anybody would look for.
        for start in max(2, word.count - 40)..<max(2, word.count - 3) where word[start] & 0xC0 != 0x80 {
            var hash = FormHash()
            var rest = start
            let byte = word[start]
            if isCapital {
                if 0x61...0x7A ~= byte {
                    hash.add(byte & 0xDF)
                    rest += 1
                } else if byte == 0xC3, 0xA0...0xBE ~= word[start + 1] {
                    hash.add(byte)
                    hash.add(word[start + 1] & 0xDF)
                    rest += 2
                }
            }
            for byte in word[rest...] { hash.add(byte) }
            if let found = lexicon.set(ofHash: hash) {
                let wanted: UInt32 =
                    isCapital ? 1 << UInt32(PartOfSpeech.noun.rawValue) : ~0
                if lexicon.summary(of: found) & wanted != 0 { return (start, found) }
            }
        }
        return nil
    }
}
