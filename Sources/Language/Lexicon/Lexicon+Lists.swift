extension Lexicon {
    /// A lexicon of lists that are given as text.
    init(text: String) throws(ModelError) {
        try self.init(ModelFile(ModelMemory(copying: Self.table(of: text))))
    }

    /// The table of lists, lines of a word, a tab and the letters of its traits; the bytes that `Resources/make-table`
    /// makes as well.
    ///
    /// What several lines say of a word is joined.
    static func table(of text: String) -> [UInt8] {
        var traits: [[UInt8]: WordTraits] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let word = Array(line[..<tab])
            traits[word, default: []].formUnion(WordTraits(letters: line[tab...].dropFirst()))
            if let first = firstWord(of: word) { traits[first, default: []].insert(.startsPhrase) }
        }
        let known = traits.map { word, traits in (FeatureHash.mixed(0, FeatureHash.of(word)), traits.rawValue)
        }
        .sorted { $0 < $1 }
        var writer = ModelWriter()
        HashIndex.write(known.map(\.0), to: &writer)
        writer.add("traits", known.map(\.1))
        return writer.bytes()
    }

    /// The first word of an entry of several words, or an abbreviation without its dot.
    private static func firstWord(of entry: [UInt8]) -> [UInt8]? {
        var first = entry.prefix { $0 != UInt8(ascii: " ") }
        if first.last == UInt8(ascii: ".") { first = first.dropLast() }
        return first.count < entry.count && !first.isEmpty ? Array(first) : nil
    }
}
