/// Whether a subject `sie` is one or several, by its verb.
extension NounReader {
    /// Whether the verb of a subject `sie` is in the singular; nil when it cannot be told.
    func isSingular(subjectAt index: Int, in sentence: Range<Int>) -> Bool? {
        // "sagte sie", "Sie sagte".
        if frame.isVerb(index - 1), let number = number(ofVerb: index - 1) { return number }
        let begins = index == sentence.lowerBound || passage.pieces[index].startsSentence
        if begins { return frame.isLower(index + 1) ? number(ofVerb: index + 1) : nil }
        // In a clause with a conjunction the verb comes last: "dass sie … habe,".
        guard frame.word(index - 1)?.isConjunction == true || frame.word(index - 1)?.determiner != nil else {
            return frame.isVerb(index + 1) ? number(ofVerb: index + 1) : nil
        }
        var end = index + 1
        while end < sentence.upperBound, passage.pieces[end].shape != .sign,
            !(frame.isSign(end, "und") && frame.isLower(end - 1) && end > index + 3)
        {
            end += 1
        }
        // Main clauses behind "und" have the verb before; those behind "dass" at the end.
        if frame.isVerb(index + 1), let number = number(ofVerb: index + 1), frame.isSign(index - 1, "und") {
            return number
        }
        return end - 1 > index && frame.isLower(end - 1) ? number(ofVerb: end - 1) : nil
    }

    private static let singular: Set<String> = [
        "ist", "war", "sei", "wäre", "hat", "habe", "hatte", "hätte", "wird", "werde", "wurde", "würde",
        "kann",
        "könne", "könnte", "will", "wolle", "wollte", "soll", "solle", "sollte", "muss", "müsse", "musste",
        "darf",
        "dürfe", "durfte", "mag", "möge", "ließ", "gab", "kam", "ging", "stand", "nahm",
    ]

    /// True for the singular, false for the plural, nil for what is no finite verb or may be both.
    private func number(ofVerb index: Int) -> Bool? {
        let word = passage.word(index)
        if Self.singular.contains(word) { return true }
        if frame.word(index)?.isVerb == true {
            return !(word.hasSuffix("en") || word == "sind" || word == "seien" || word == "waren")
        }
        guard frame.word(index) == nil else { return nil }
        if word.hasSuffix("en") || word.hasSuffix("rn") || word.hasSuffix("ln") { return false }
        return word.hasSuffix("te") || word.hasSuffix("t") ? true : nil
    }
}
