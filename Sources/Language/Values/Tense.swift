import Articles

/// When the clause around a date happens, as its verbs tell: `am Donnerstag` is the last one or the next one.
extension ValueReader {
    /// The tense of the nearest verb in the sentence; a comma counts as a distance of eight words.
    func tense(around index: Int) -> Tense? {
        let sentence = passage.sentence(of: index)
        var best: (tense: Tense, distance: Int)?
        for step in [1, -1] {
            var place = index
            var distance = 0
            while sentence.contains(place), distance < 30 {
                distance += isWord(place, ",", ":", ";", "–") ? 8 : 1
                if let tense = tense(at: place), distance < best?.distance ?? .max {
                    best = (tense, distance)
                }
                place += step
            }
        }
        return best?.tense
    }

    private func tense(at index: Int) -> Tense? {
        if case .verb(let tense) = term(index) { return tense }
        guard tongue == .german, pieces[index].shape == .lower, isPreterite(index) else { return nil }
        return .past
    }

    /// `sagte`, `spielten`: not `heute`, and not before a noun, where it is a participle or an ordinal.
    private func isPreterite(_ index: Int) -> Bool {
        let piece = pieces[index]
        let word = passage.folded[piece.start..<piece.end]
        guard word.count > 4, term(index) == nil,
            word.suffix(2).elementsEqual("te".utf8) || word.suffix(3).elementsEqual("ten".utf8)
        else { return false }
        guard pieces.indices.contains(index + 1) else { return true }
        let next = pieces[index + 1]
        let isAttribute =
            next.isCapital && pieces[max(0, index - 1)].shape == .lower && index > 0
            && isWord(
                index - 1, "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "im")
        return !isAttribute
    }
}
