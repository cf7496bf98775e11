/// Brings a word to the letters that pieces are made of (NFKC and what SentencePiece adds): full-width letters become
/// usual ones, a letter and its mark become one, white space and control characters become a blank or nothing.
///
/// Section `rules` has six code points a rule, sorted: one or two that are replaced, and up to four in their place.
///
///     ﬁ 0 → f i 0 0        a ◌̈ → ä 0 0 0
struct PieceNormalizer: Sendable {
    private static let width = 6
    private let rules: ModelArray<UInt32>

    init(_ file: ModelFile) throws(ModelError) {
        rules = try file.array("rules")
        guard rules.count % Self.width == 0 else { throw .damaged }
        var last: (UInt32, UInt32) = (0, 0)
        for rule in stride(from: 0, to: rules.count, by: Self.width) {
            let key = (rules[rule], rules[rule + 1])
            guard rule == 0 || last < key,
                (2..<Self.width).allSatisfy({ Unicode.Scalar(rules[rule + $0]) != nil })
            else { throw .damaged }
            last = key
        }
    }

    /// Appends the word behind the mark of a word's start, U+2581; blanks inside become that mark too.
    func append(_ word: some Collection<UInt8>, to out: inout [UInt8]) {
        Self.append(Self.mark, to: &out)
        if word.allSatisfy({ (0x21...0x7E).contains($0) }) {
            out.append(contentsOf: word)
            return
        }
        var scalars = String(decoding: word, as: UTF8.self).unicodeScalars.makeIterator()
        var next = scalars.next()
        var isBlank = true
        while var scalar = next {
            next = scalars.next()
            // A letter of another width takes its mark as the usual one does.
            if let mark = next, mark.value >= 0x300, let rule = rule(scalar.value, 0), rules[rule + 3] == 0,
                rules[rule + 2] != 0, let usual = Unicode.Scalar(rules[rule + 2])
            {
                scalar = usual
            }
            while let mark = next, mark.value >= 0x300, let rule = rule(scalar.value, mark.value),
                let joined = Unicode.Scalar(rules[rule + 2])
            {
                scalar = joined
                next = scalars.next()
            }
            guard scalar.value < 0x20 || scalar.value > 0x7E, let rule = rule(scalar.value, 0) else {
                add(scalar, &isBlank, to: &out)
                continue
            }
            for place in 2..<Self.width where rules[rule + place] != 0 {
                if let scalar = Unicode.Scalar(rules[rule + place]) { add(scalar, &isBlank, to: &out) }
            }
        }
        // A blank at the end counts for nothing; the mark at the start stays.
        let markLength = 3
        if isBlank, out.count > markLength, out.suffix(markLength).elementsEqual("\u{2581}".utf8) {
            out.removeLast(markLength)
            if out.isEmpty { Self.append(Self.mark, to: &out) }
        }
    }

    static let mark: Unicode.Scalar = "\u{2581}"

    private func add(_ scalar: Unicode.Scalar, _ isBlank: inout Bool, to out: inout [UInt8]) {
        if scalar == " " {
            if !isBlank { Self.append(Self.mark, to: &out) }
            isBlank = true
        } else {
            Self.append(scalar, to: &out)
            isBlank = false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// Where the rule for one or two code points stands.
    private func rule(_ first: UInt32, _ second: UInt32) -> Int? {
        var (low, high) = (0, rules.count / Self.width)
        while low < high {
            let middle = (low + high) / 2
            if (rules[middle * Self.width], rules[middle * Self.width + 1]) < (first, second) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let place = low * Self.width
        return place < rules.count && rules[place] == first && rules[place + 1] == second ? place : nil
    }
}
