import Articles

/// The words between an office and the name of whoever holds it.
///
///     der Vorsitzende [des Betriebsrats,] Stefan Sporn        der Sprecher [der Fraktion der SPD im Bundestag,] Emil Lenz
extension Passage {
    /// Where the name begins; nil where a verb comes between, or where it is the name of somebody in the genitive.
    ///
    /// - Parameters:
    ///   - index: the piece behind the office.
    ///   - isPerson: whether a person's name stands on a piece.
    ///   - isOffice: whether a piece says what somebody is, as in `Sprecher der Ministerin Ada Brandt`.
    func personBehindGenitive(
        _ index: Int, isPerson: (Int) -> Bool, isOffice: (Int) -> Bool
    ) -> Int? {
        guard pieces.indices.contains(index), isLink(index) else { return nil }
        let sentence = sentence(of: index)
        // Whether an article or an adjective still waits for its noun.
        var isOpen = true
        var isNamed = false
        for next in index..<min(index + 14, sentence.upperBound) {
            if isPerson(next) { return isOpen || isNamed ? nil : next }
            if word(at: next, is: ",") {
                return !isOpen && next + 1 < sentence.upperBound && isPerson(next + 1) ? next + 1 : nil
            }
            if isLink(next) || isArticle(next) {
                isOpen = true
            } else if pieces[next].isCapital || Self.isMark(string(of: next..<next + 1)) {
                isOpen = false
                isNamed = isOffice(next)
            } else if pieces[next].isWord {
                // An adjective stands behind an article or a preposition; what stands elsewhere is a verb.
                guard isOpen || tongue == .english else { return nil }
                // English nouns are small too, so only a comma tells that a name is one of its own.
                if tongue == .english { (isOpen, isNamed) = (false, true) }
            } else {
                return nil
            }
        }
        return nil
    }

    private func isLink(_ index: Int) -> Bool {
        let words: [StaticString] = [
            "der", "des", "von", "vom", "für", "beim", "bei", "im", "in", "of", "for", "at",
        ]
        return words.contains { word(at: index, is: $0) }
    }

    private func isArticle(_ index: Int) -> Bool {
        let words: [StaticString] = ["dem", "den", "die", "das", "eines", "einer", "the", "a", "und", "and"]
        return words.contains { word(at: index, is: $0) }
    }

    private static func isMark(_ word: String) -> Bool { ["„", "“", "”", "\"", "»", "«"].contains(word) }
}
