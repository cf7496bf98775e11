import Articles

/// What happens, with who, where and when, as far as the clause around the word for it says so.
///
///     Auf dem [zweitägigen](duration) [Treffen](what) der [NATO-Minister](who), das am [Donnerstag](when) in [Bonn](where) …
struct EventReader {
    static let extractor = "event"

    /// When the last event took place, for `gleichzeitig`.
    private var lastDate: Slot?

    mutating func facts(in sentence: FactSentence) -> [Fact] {
        guard let table = EventWords.table(sentence.reading.passage.tongue) else { return [] }
        var found: [Fact] = []
        for index in sentence.words.indices where sentence.words[index].quote == 0 {
            guard let event = event(at: index, in: sentence, table),
                !found.contains(where: {
                    $0.slots(named: "what").first?.spans == event.slots(named: "what").first?.spans
                })
            else { continue }
            // Two words for one event in a clause, such as `Insolvenzantrag … Insolvenz`: the first has the slots.
            let type = event.slots(named: "type").first?.value
            if let same = found.last, same.slots(named: "type").first?.value == type,
                event.slots.filter({ $0.mention != nil }).allSatisfy({ slot in
                    same.slots.contains { $0.mention == slot.mention }
                })
            {
                continue
            }
            found.append(event)
        }
        return found
    }

    private mutating func event(
        at index: Int, in sentence: FactSentence, _ table: EventWords
    )
        -> Fact?
    {
        let words = sentence.words
        let part = words[index].partOfSpeech
        let isVerb = part == .verb
        guard part != .punctuation, part != .determiner, part != .adposition, part != .pronoun else {
            return nil
        }
        // A word inside a name is part of it: `Deutsche Bank Pleite AG`.
        if !isVerb, let label = sentence.label(index), label == .organisation || label == .person,
            sentence.item(index)?.mention.attributes["form"] == nil
        {
            return nil
        }
        var parts = [index]
        var lemma = words[index].lemma
        if isVerb, let particle = sentence.children(of: index, "compound:prt").first {
            lemma = words[particle].form + lemma
            parts.append(particle)
        }
        guard
            let entry = table.entry(lemma, part) ?? (isVerb ? nil : table.entry(words[index].form, part))
        else { return nil }
        if entry.sort == .object {
            guard let verb = losingVerb(index, sentence) else { return nil }
            parts = [index, verb].sorted()
        }
        let clause = Clause(around: index, in: sentence)
        var roles = Roles()
        switch entry.sort {
        case .verb: roles = verbRoles(index, sentence)
        case .noun: roles = nounRoles(index, entry, sentence)
        case .state: roles.who = bearer(index, sentence).map { sentence.filler("who", $0) }
        case .object:
            if let verb = parts.first(where: { $0 != index }) { roles = verbRoles(verb, sentence) }
            roles.whom = nil
        }
        if Self.corporate.contains(entry.type),
            roles.who?.mention == nil || !isBody(roles.who, sentence)
        {
            if let body = nearestBody(clause, index, sentence, besides: roles.whom) {
                roles.who = body
                roles.isGuessed = true
            }
        }
        let taken = Set([roles.who, roles.whom].compactMap { $0?.mention })
        let place = place(clause, index, sentence, taken)
        let times = times(clause, index, sentence)
        guard
            isWorth(
                entry, roles, hasPlace: place != nil, hasDate: times.contains { $0.name == "when" }, isVerb,
                sentence)
        else { return nil }
        let what = SpanSet(parts.map { words[$0].span }) ?? SpanSet(words[index].span)
        var slots = [Slot("type", value: entry.type), Slot("what", spans: what)]
        slots += [roles.who, roles.whom, place].compactMap(\.self) + roles.others + times
        if let count = count(clause, entry, sentence) { slots.append(count) }
        if let modality = sentence.modality(around: index) { slots.append(modality) }
        if let when = times.first(where: { $0.name == "when" }) { lastDate = when }
        let evidence = slots.compactMap { $0.spans?.bounds }.filter(sentence.span.contains)
            .reduce(what.bounds) { $0.union($1) }
        let filled = slots.filter { ["who", "where", "when"].contains($0.name) }.count
        return Fact(
            id: .found(what.bounds, as: "event"), kind: "event", evidence: SpanSet(evidence),
            slots: slots,
            origin: .engine(
                Self.extractor, confidence: (roles.isGuessed ? 0.4 : 0.5) + 0.1 * Float(min(3, filled))))
    }

    /// An event without anything to know about it is only a word.
    private func isWorth(
        _ entry: EventWords.Entry, _ roles: Roles, hasPlace: Bool, hasDate: Bool, _ isVerb: Bool,
        _ sentence: FactSentence
    ) -> Bool {
        switch entry.type {
        case "acquisition" where isVerb && !isBought(roles.whom, sentence): false
        case "acquisition":
            roles.who?.mention != nil && roles.whom?.mention != nil
                || !isVerb && roles.whom?.mention != nil
        case "insolvency", "merger": roles.who?.mention != nil
        case "strike": roles.who?.mention != nil || hasPlace && hasDate
        case "layoffs": roles.who?.mention != nil
        case "founding": isVerb ? roles.whom != nil && (hasPlace || hasDate) : hasPlace && hasDate
        case "death", "arrest", "resignation", "verdict":
            roles.who?.mention != nil || roles.whom?.mention != nil
        case "attack", "accident", "disaster", "explosion", "protest": hasPlace
        default: hasDate || hasPlace && roles.who?.mention != nil
        }
    }

    /// Whether what is taken over is an organisation by its own name, and no office or part of a word.
    private func isBought(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let id = slot?.mention else { return false }
        return sentence.words.indices.contains { word in
            guard let mention = sentence.item(word)?.mention else { return false }
            return mention.id == id && mention.label == .organisation && mention.attributes["form"] == nil
        }
    }

    // MARK: Who

    private struct Roles {
        var who: Slot?
        var whom: Slot?
        var others: [Slot] = []
        /// Whether who does it is only the nearest body.
        var isGuessed = false
    }

    private func verbRoles(_ verb: Int, _ sentence: FactSentence) -> Roles {
        var roles = Roles()
        let isPassive =
            sentence.children(of: verb, "aux:pass").contains { sentence.words[$0].lemma == "werden" }
            || !sentence.children(of: verb, "nsubj:pass").isEmpty
        let subject = sentence.children(of: verb, "nsubj:pass").first ?? sentence.subject(of: verb)
        let object = sentence.children(of: verb, "obj").first {
            !sentence.hasPreposition($0) && $0 != subject
        }
        if isPassive {
            roles.whom = (subject ?? object).map { sentence.filler("whom", $0) }
            roles.who = sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
                sentence.children[child].contains { sentence.isForm($0, "von", "vom", "by") }
            }.map { sentence.filler("who", $0) }
        } else {
            roles.who = subject.map { sentence.filler("who", $0) }
            roles.whom = object.map { sentence.filler("whom", $0) }
            if roles.whom?.mention == nil,
                let named = sentence.children(of: verb, "obl", "nmod", "obj").first(where: { child in
                    sentence.label(child) == .organisation
                        && (!sentence.hasPreposition(child)
                            || sentence.children[child].contains { sentence.isForm($0, "mit", "bei", "beim") })
                        && child != subject
                })
            {
                roles.whom = sentence.filler("whom", named)
            }
        }
        return roles
    }

    /// `Treffen der Minister`, `Übernahme der Firma A durch B`, `NATO-Gipfel`, `Streik bei der Bahn`.
    private func nounRoles(_ noun: Int, _ entry: EventWords.Entry, _ sentence: FactSentence) -> Roles {
        var roles = Roles()
        let words = sentence.words
        for child in sentence.children[noun] where child > noun && words[child].quote == 0 {
            guard sentence.isNominal(child),
                words[child].relation.hasPrefix("nmod") || words[child].relation == "obl"
            else { continue }
            let preposition = sentence.children[child].first {
                words[$0].partOfSpeech == .adposition && $0 < child
            }
            let form = preposition.map { words[$0].form } ?? ""
            let label = sentence.label(child)
            if ["durch", "by"].contains(form) {
                roles.whom = roles.who.map {
                    Slot("whom", spans: $0.spans, mention: $0.mention, value: $0.value)
                }
                roles.who = sentence.filler("who", child)
            } else if ["", "von", "vom", "of"].contains(form)
                || ["bei", "beim", "auf", "gegen", "between", "zwischen", "mit", "at", "with"].contains(
                    form)
                    && label == .organisation
            {
                guard label != .date, label != .duration, label != .time else { continue }
                let slot = sentence.filler(roles.who == nil ? "who" : "other", child)
                if roles.who == nil {
                    roles.who = slot
                } else {
                    roles.others.append(Slot("who", spans: slot.spans, mention: slot.mention))
                }
                for other in sentence.children(of: child, "conj")
                where sentence.isNominal(other) && sentence.label(other) != nil {
                    roles.others.append(sentence.filler("who", other))
                }
            }
        }
        if entry.type == "acquisition" {
            // What stands in the genitive is what is bought.
            if roles.whom == nil, let bought = roles.who {
                roles.whom = Slot("whom", spans: bought.spans, mention: bought.mention, value: bought.value)
                roles.who = nil
            }
        }
        if roles.who == nil, entry.type == "insolvency",
            let debtor = (noun + 1..<max(noun + 1, min(sentence.count, noun + 12))).first(where: {
                sentence.label($0) == .organisation && sentence.isHeadOfMention($0)
            }),
            (noun + 1..<debtor).contains(where: {
                sentence.isForm($0, "über", "vermögen", "der", "des", "von", "bei", "beim")
            })
        {
            roles.who = sentence.filler("who", debtor)
        }
        if roles.who == nil, let item = sentence.item(noun), item.mention.attributes["form"] == "part" {
            roles.who = Slot("who", item)
        }
        // `Die Firma meldet Insolvenz an`: the subject of the verb that the noun goes with.
        let head = words[noun].head
        if roles.who == nil, head >= 0, sentence.isVerbal(head),
            words[noun].relation == "obj"
                || Self.corporate.contains(entry.type) && words[noun].relation == "obl",
            let subject = sentence.subject(of: head), subject != noun, sentence.label(subject) != nil
        {
            roles.who = sentence.filler("who", subject)
        }
        return roles
    }

    /// The types that companies and other bodies are the heart of.
    private static let corporate: Set<String> = [
        "insolvency", "strike", "layoffs", "merger", "acquisition",
    ]

    private func isBody(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let id = slot?.mention else { return false }
        return sentence.words.indices.contains { word in
            guard let mention = sentence.item(word)?.mention else { return false }
            return mention.id == id && mention.label != .role
        }
    }

    /// The nearest organisation of the clause.
    private func nearestBody(
        _ clause: Clause, _ index: Int, _ sentence: FactSentence, besides other: Slot?
    ) -> Slot? {
        let bodies = clause.words.filter { word in
            sentence.label(word) == .organisation && sentence.isHeadOfMention(word)
                && sentence.item(word)?.mention.id != other?.mention
        }
        return bodies.min { abs($0 - index) < abs($1 - index) }.flatMap(sentence.item).map {
            Slot("who", $0)
        }
    }

    /// Who is `insolvent`: the noun behind it, or the subject.
    private func bearer(_ adjective: Int, _ sentence: FactSentence) -> Int? {
        if sentence.words[adjective].relation == "amod", sentence.words[adjective].head >= 0 {
            return sentence.words[adjective].head
        }
        return sentence.children(of: adjective, "nsubj").first ?? sentence.subject(of: adjective)
    }

    /// `streicht Stellen`, `Stellen fallen weg`: the verb that makes a loss of it.
    private func losingVerb(_ noun: Int, _ sentence: FactSentence) -> Int? {
        let head = sentence.words[noun].head
        let near = [head] + Array(max(0, noun - 8)..<min(sentence.count, noun + 8))
        return near.first { index in
            guard index >= 0, sentence.isVerbal(index) else { return false }
            let particle =
                sentence.children(of: index, "compound:prt").first.map { sentence.words[$0].form } ?? ""
            return [
                "streichen", "abbauen", "wegfallen", "verlieren", "kürzen", "einsparen", "cut", "lose",
            ]
            .contains(particle + sentence.words[index].lemma)
        }
    }

    // MARK: Where and when

    private func place(
        _ clause: Clause, _ index: Int, _ sentence: FactSentence, _ taken: Set<ID>
    )
        -> Slot?
    {
        let near = clause.words.filter { word in
            sentence.label(word) == .place && sentence.isHeadOfMention(word)
                && sentence.item(word)?.mention.attributes["form"] == nil
                && !taken.contains(sentence.item(word)?.mention.id ?? "")
        }
        func preposition(_ word: Int) -> Bool {
            var before = word - 1
            for _ in 0..<4 where before >= 0 {
                if sentence.words[before].partOfSpeech == .adposition {
                    return sentence.isForm(
                        before, "in", "im", "bei", "nahe", "auf", "vor", "an", "am", "at", "near", "on",
                        "ins", "südlich", "nördlich", "östlich", "westlich")
                }
                guard
                    sentence.words[before].partOfSpeech == .determiner
                        || sentence.words[before].partOfSpeech == .adjective
                        || sentence.words[before].mention == sentence.words[word].mention
                        || sentence.words[before].partOfSpeech == .noun
                else { return false }
                before -= 1
            }
            return false
        }
        let stated = near.filter(preposition).min { abs($0 - index) < abs($1 - index) }
        // `Erdbeben Japan`, `A 2 Hannover, Unfall`: a headline names the place without a preposition.
        let best = stated ?? (isShort(sentence) ? near.min { abs($0 - index) < abs($1 - index) } : nil)
        return best.flatMap(sentence.item).map { Slot("where", $0) }
    }

    private func isShort(_ sentence: FactSentence) -> Bool {
        sentence.count < 14
            && !sentence.words.contains { $0.relation == "root" && $0.partOfSpeech == .verb }
    }

    private mutating func times(_ clause: Clause, _ index: Int, _ sentence: FactSentence) -> [Slot] {
        var slots: [Slot] = []
        var seen: Set<ID> = []
        for word in clause.words.sorted(by: { abs($0 - index) < abs($1 - index) }) {
            guard let item = sentence.item(word), seen.insert(item.mention.id).inserted else { continue }
            switch item.mention.label {
            case .date, .time:
                if !slots.contains(where: { $0.name == "when" }) { slots.append(Slot("when", item)) }
            case .duration:
                // `zweitägig` beside the noun, or what the clause itself says.
                if sentence.hangs(word, on: index), !slots.contains(where: { $0.name == "duration" }) {
                    slots.append(Slot("duration", item))
                }
            default: break
            }
        }
        if !slots.contains(where: { $0.name == "when" }), let lastDate,
            sentence.isForm(sentence.words.startIndex, "gleichzeitig", "zeitgleich", "simultaneously")
        {
            slots.append(lastDate)
        }
        return slots
    }

    /// How many are dead, hurt, dismissed or on strike.
    private func count(_ clause: Clause, _ entry: EventWords.Entry, _ sentence: FactSentence) -> Slot? {
        guard
            ["attack", "accident", "disaster", "explosion", "layoffs", "strike", "protest"].contains(
                entry.type)
        else { return nil }
        for word in clause.words {
            guard let item = sentence.item(word), item.mention.label == .quantity else { continue }
            return Slot("count", item)
        }
        return nil
    }
}

/// The words of a clause: between commas, with the relative clause that begins right behind its noun.
struct Clause {
    let words: [Int]

    init(around index: Int, in sentence: FactSentence) {
        func isBorder(_ word: Int) -> Bool {
            sentence.isForm(word, ",", ";", ":", "–") && sentence.words[word].quote == 0
        }
        var start = index
        while start > 0, !isBorder(start - 1) { start -= 1 }
        var end = index + 1
        while end < sentence.count, !isBorder(end) { end += 1 }
        var words = Array(start..<end)
        // `Treffen der Minister, das am Montag beginnt, …`: only where nothing else stands before the comma.
        if end + 1 < sentence.count, sentence.isForm(end, ","),
            sentence.isForm(end + 1, "der", "die", "das", "which", "that"),
            sentence.words[end + 1].partOfSpeech == .pronoun,
            !(index + 1..<end).contains(where: { sentence.isVerbal($0) })
        {
            var relative = end + 1
            while relative < sentence.count, !isBorder(relative) { relative += 1 }
            words += end + 1..<relative
        }
        self.words = words
    }
}

extension FactSentence {
    /// A slot with the mention on a word, the name that is part of it, or the noun with what belongs to it.
    func filler(_ name: String, _ index: Int) -> Slot {
        if let item = item(index) { return Slot(name, item) }
        let phrase = phrase(at: index)
        let named = phrase.first { word in
            guard let label = label(word) else { return false }
            return word != index && (label == .organisation || label == .person) && isHeadOfMention(word)
                && words[word].relation != "nmod" && words[word].relation != "obl"
        }
        if let item = named.flatMap(item) { return Slot(name, item) }
        return Slot(name, span(phrase))
    }
}
