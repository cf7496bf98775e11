import Articles

/// Which part those who take part in an event have, by its type, and how many they are.
extension EventReader {
    /// Puts who takes part where events of the type have them: who dies or resigns is who, what is founded is whom.
    func fit(_ roles: inout Roles, to entry: EventWords.Entry, at index: Int, _ sentence: FactSentence) {
        // `Übernahme perfekt – Lenz tritt zurück`: the name right before the verb, not the noun of the headline.
        if entry.type == "resignation", entry.sort == .verb, index > 0,
            let item = sentence.item(index - 1), item.mention.label == .person,
            !sentence.hasPreposition(sentence.headOfMention(before: index)),
            roles.who.flatMap({ label(of: $0, sentence) }) != .person
        {
            roles.who = Slot("who", item)
        }
        switch entry.type {
        case "death":
            let isDone = entry.sort == .participle || Self.killing.contains(sentence.lemma(index))
            if let dead = roles.whom, isDone {
                roles.who = renamed(dead, "who")
            } else if isDone {
                roles.who = nil
            }
            roles.whom = nil
        case "resignation", "accident": if entry.sort == .verb { roles.whom = nil }
        case "launch", "founding":
            if roles.whom == nil, let what = roles.who,
                entry.sort == .noun || Self.appearing.contains(sentence.lemma(index))
            {
                roles.whom = renamed(what, "whom")
                roles.who = nil
            }
        case "arrest" where entry.sort == .noun:
            if roles.whom == nil, let seized = roles.who {
                roles.whom = renamed(seized, "whom")
                roles.who = nil
            }
        case "acquisition" where entry.sort == .noun:
            if roles.whom == nil, let item = sentence.item(index), item.mention.attributes["form"] == "part" {
                roles.whom = Slot("whom", item)
                if roles.who?.mention == item.mention.id { roles.who = nil }
            }
        default: break
        }
    }

    private func renamed(_ slot: Slot, _ name: String) -> Slot {
        Slot(name, spans: slot.spans, mention: slot.mention, value: slot.value)
    }

    /// `16 Menschen starben`: how many they are is all that is known of them.
    func takenCount(
        _ roles: inout Roles, _ entry: EventWords.Entry, _ sentence: FactSentence
    ) -> Slot? {
        guard Self.counted.contains(entry.type), let slot = roles.who ?? roles.whom else { return nil }
        if let id = slot.mention {
            let item = sentence.words.indices.lazy.compactMap(sentence.item).first { $0.mention.id == id }
            guard let item, isCount(item, of: entry) else { return nil }
            if roles.who?.mention == id { roles.who = nil } else { roles.whom = nil }
            return Slot("count", item)
        }
        guard let place = slot.spans?.bounds else { return nil }
        let isCounted = sentence.words.indices.contains { index in
            let word = sentence.words[index]
            return place.contains(word.span) && word.partOfSpeech == .numeral && word.span.end < place.end
                && !sentence.isTime(index)
        }
        return isCounted ? Slot("count", place) : nil
    }

    /// The types of events that tell how many are dead, hurt, dismissed or on strike.
    static let counted: Set<String> = [
        "attack", "accident", "disaster", "explosion", "layoffs", "strike", "protest", "death", "arrest",
    ]

    /// Verbs of death whose object dies.
    private static let killing: Set<String> = [
        "töten", "erschießen", "ermorden", "umbringen", "erstechen", "erschlagen", "erwürgen", "hinrichten",
        "enthaupten", "erstochen", "kosten", "kostet", "fordern", "kill", "murder", "assassinate",
    ]

    /// Verbs of launch whose subject is what is brought out.
    private static let appearing: Set<String> = [
        "erscheinen", "starten", "kommen", "gehen", "gelangen", "abheben", "come",
    ]

    /// Drops who is named in another clause or only as a source: `Angaben zufolge wurden … getötet`.
    func keepOwn(
        _ roles: inout Roles, of entry: EventWords.Entry, in clause: Clause, _ sentence: FactSentence,
        isCounted: Bool
    ) {
        func isStrange(_ slot: Slot?) -> Bool {
            guard let slot, let place = slot.spans?.bounds else { return false }
            let words = sentence.words.indices.filter { place.contains(sentence.words[$0].span) }
            if words.contains(where: { Self.sources.contains(sentence.words[$0].lemma) }) { return true }
            if words.allSatisfy(sentence.isTime) { return true }
            // `Massaker in Bonn: Hunderte getötet`; a place does not die.
            if let first = words.first, first < clause.first, sentence.isForm(clause.first - 1, ":") {
                return true
            }
            if entry.type == "death", label(of: slot, sentence) == .place { return true }
            return isCounted && entry.type == "death" && slot.mention == nil
                && !words.contains { clause.words.contains($0) }
        }
        if isStrange(roles.who) { roles.who = nil }
        if isStrange(roles.whom) { roles.whom = nil }
        // Nobody attacks or buys himself: the words beside the noun tell whom.
        if let whom = roles.whom?.spans, roles.who?.spans == whom { roles.who = nil }
    }

    private static let sources: Set<String> = [
        "angabe", "angaben", "bericht", "meldung", "medienbericht", "behördenangaben", "polizeiangaben",
    ]
}
