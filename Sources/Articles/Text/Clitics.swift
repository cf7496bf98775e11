/// Short words that are written together with the one before them: `do|n't`, `Rutte|'s`, `geht|'s`.
enum Clitics {
    /// What may stand behind the apostrophe, in lower case.
    private static let endings: Set<String> = ["s", "m", "d", "ll", "re", "ve", "n"]

    /// Words that begin with an apostrophe.
    static let openers: Set<String> = [
        "s", "n", "ne", "nen", "nem", "ner", "nes", "em", "tis", "twas", "cause", "til",
    ]

    /// Where the last clitic of a word begins, if it has one.
    static func cut(_ word: Tokenizer.Word, _ reader: SignReader) -> Int? {
        word.hasApostrophe
            ? apostrophe(in: word.start..<word.end, reader) : negation(in: word.start..<word.end, reader)
    }

    private static func apostrophe(in word: Range<Int>, _ reader: SignReader) -> Int? {
        // The longest ending with a typographic apostrophe has five bytes.
        for start in stride(from: word.upperBound - 2, to: max(word.lowerBound, word.upperBound - 6), by: -1)
        {
            let sign = reader.sign(at: start)
            guard sign.isApostrophe else { continue }
            let ending = reader.string(start + sign.length..<word.upperBound).lowercased()
            if endings.contains(ending) { return start }
            let letter = start - 1
            let isNegation = ending == "t" && reader.byte(at: letter) | 0x20 == UInt8(ascii: "n")
            return isNegation && letter > word.lowerBound ? letter : nil
        }
        return nil
    }

    /// `can|not`.
    private static func negation(in word: Range<Int>, _ reader: SignReader) -> Int? {
        guard word.count == 6, reader.byte(at: word.lowerBound) | 0x20 == UInt8(ascii: "c") else {
            return nil
        }
        return reader.string(word).lowercased() == "cannot" ? word.lowerBound + 3 : nil
    }
}
