/// What earlier paragraphs of an article have said about names: whoever was named in full is known by the surname.
struct NameContext: Sendable {
    private(set) var surnames: Set<String> = []

    /// Learns the surname of a person named in full.
    mutating func learn(_ name: FoundName) {
        guard name.label == .person, name.form == .name, let last = name.key.split(separator: " ").last,
            name.key.utf8.count > last.utf8.count, last.utf8.count > 2
        else { return }
        surnames.insert(String(last))
    }

    /// The surname that a word is, also in the genitive: `Ruttes`.
    func surname(of word: String) -> String? {
        if surnames.contains(word) { return word }
        guard word.last == "s" || word.last == "’" || word.last == "'" else { return nil }
        let stem = String(word.dropLast())
        return surnames.contains(stem) ? stem : nil
    }
}
