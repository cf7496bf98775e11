import Articles

/// Whether something is said to be so: denied, expected, told by others, or only possible.
///
///     soll … entlassen werden      reported        könnte … schließen      possible        nicht bereit      negated
extension FactSentence {
    /// The words around a verb or noun that take something from what it says; nil where it is said plainly.
    func modality(around word: Int) -> Slot? {
        var verb = word
        // `nach dem Absturz will er …`: what the verb says of itself is not said of what was before.
        for _ in 0..<6 where !isVerbal(verb) && !isCircumstance(verb) {
            let head = words[verb].head
            guard head >= 0 else { break }
            verb = head
        }
        var kinds: [(kind: String, word: Int)] = []
        func note(_ kind: String, _ word: Int) {
            if !kinds.contains(where: { $0.kind == kind }) { kinds.append((kind, word)) }
        }
        for index in [verb, word] + children[verb] + (word == verb ? [] : children[word]) {
            if let kind = Self.words[words[index].form] { note(kind, index) }
            guard isVerbal(index) else { continue }
            switch words[index].lemma {
            case "sollen" where !has("Mood=Sub", index) && !isForm(index, "sollte", "sollten"):
                note("reported", index)
            case "wollen", "planen", "beabsichtigen", "plan", "intend": note("future", index)
            case "werden" where isFuture(index, of: verb): note("future", index)
            default: if isReported(index) { note("reported", index) }
            }
        }
        // `keine Zahlen`: what has none of it is denied.
        for child in children[verb] where words[child].relation.hasPrefix("obj") || child == word {
            for inner in children[child] where Self.words[words[inner].form] == "negated" {
                note("negated", inner)
            }
        }
        guard let first = kinds.first else { return nil }
        return Slot(
            "modality", spans: SpanSet(words[first.word].span),
            value: kinds.map(\.kind).sorted().joined(separator: " "))
    }

    /// Whether a noun only tells when or why something else happens: `bei dem Unfall`, `wegen des Streiks`.
    private func isCircumstance(_ index: Int) -> Bool {
        hasChild(
            index, "nach", "bei", "beim", "seit", "wegen", "trotz", "vor", "aufgrund", "infolge", "durch",
            "after", "since", "during", "before")
    }

    func isVerbal(_ index: Int) -> Bool {
        words[index].partOfSpeech == .verb || words[index].partOfSpeech == .auxiliary
    }

    /// Whether `werden` makes a future and no passive: an infinitive goes with it, not a participle.
    private func isFuture(_ index: Int, of verb: Int) -> Bool {
        guard isForm(index, "wird", "werden") else { return false }
        guard verb != index else { return false }
        return !words[verb].form.hasPrefix("ge") && words[verb].form.hasSuffix("n")
            || children[verb].contains { isForm($0, "werden", "sein") && $0 != index }
    }

    /// The first subjunctive tells what others say: `sei`, and what is an infinitive without its last letter.
    func isReported(_ index: Int) -> Bool {
        guard isVerbal(index), !words[index].isCapital else { return false }
        if isForm(index, "sei", "seien") { return true }
        if has("Mood=Sub", index), has("Tense=Pres", index), has("VerbForm=Fin", index) { return true }
        // `handele`, `koste`
        let (form, lemma) = (words[index].form, words[index].lemma)
        guard form.hasSuffix("e"), !children[index].contains(where: { isForm($0, "ich") }) else {
            return false
        }
        return lemma == form + "n"
            || (lemma.hasSuffix("eln") || lemma.hasSuffix("ern")) && lemma == form.dropLast() + "n"
    }

    /// The second subjunctive may tell what others say.
    func isPastSubjunctive(_ index: Int) -> Bool {
        has("Mood=Sub", index) && has("Tense=Past", index) && words[index].lemma != "mögen"
            && !words[index].form.hasPrefix("möcht")
            || isForm(
                index, "wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsse",
                "müssten",
                "müsste", "dürfte", "dürften", "gäbe", "käme", "sollte", "sollten", "bestünde", "bestünden",
                "läge", "stünde")
    }

    private static let words: [String: String] = [
        "nicht": "negated", "nie": "negated", "niemals": "negated", "kein": "negated",
        "keine": "negated",
        "keinen": "negated", "keiner": "negated", "keinem": "negated", "keines": "negated",
        "weder": "negated",
        "not": "negated", "never": "negated", "no": "negated", "n't": "negated",
        "könnte": "possible", "könnten": "possible", "dürfte": "possible", "dürften": "possible",
        "möglicherweise": "possible", "vermutlich": "possible", "wahrscheinlich": "possible",
        "vielleicht": "possible", "wohl": "possible", "eventuell": "possible", "may": "possible",
        "might": "possible", "could": "possible", "possibly": "possible", "probably": "possible",
        "angeblich": "reported", "mutmaßlich": "reported", "offenbar": "reported",
        "allegedly": "reported",
        "reportedly": "reported", "will": "future", "künftig": "future", "würde": "conditional",
        "würden": "conditional", "would": "conditional",
    ]
}
