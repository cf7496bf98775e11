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
        guard let (entry, parts) = telling(at: index, in: sentence, table) else { return nil }
        let clause = Clause(around: index, in: sentence)
        var roles = Roles()
        switch entry.sort {
        case .verb: roles = verbRoles(index, parts, sentence)
        case .noun: roles = nounRoles(index, entry, sentence)
        case .state: roles.who = bearer(index, sentence).map { sentence.filler("who", $0) }
        case .participle: roles.whom = bearer(index, sentence).map { sentence.filler("whom", $0) }
        case .object:
            if let verb = parts.first(where: { $0 != index }) { roles = verbRoles(verb, parts, sentence) }
            roles.whom = nil
        }
        fit(&roles, to: entry, at: index, sentence)
        if Self.corporate.contains(entry.type),
            roles.who?.mention == nil || !isBody(roles.who, sentence)
        {
            if let body = nearestBody(clause, index, sentence, besides: roles.whom) {
                roles.who = body
                roles.isGuessed = true
            }
        }
        let count =
            takenCount(&roles, entry, sentence) ?? count(
                clause, index, entry, sentence, isWhole: roles.whom == nil)
            ?? (parts.count > 1 ? parts.compactMap { counted($0, entry, sentence) }.first : nil)
        keepOwn(&roles, of: entry, in: clause, sentence, isCounted: count != nil)
        let taken = Set([roles.who, roles.whom].compactMap { $0?.mention })
        let place = place(clause, index, sentence, taken)
        let times = times(clause, index, sentence)
        let known = Known(
            hasPlace: place != nil, hasDate: times.contains { $0.name == "when" }, hasCount: count != nil)
        guard isWorth(entry, at: index, roles, known, sentence) else { return nil }
        let what = SpanSet(parts.map { words[$0].span }) ?? SpanSet(words[index].span)
        var slots = [Slot("type", value: entry.type), Slot("what", spans: what)]
        slots += [roles.who, roles.whom, place].compactMap(\.self) + roles.others + times
        if let count { slots.append(count) }
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
                        "ins", "über", "südlich", "nördlich", "östlich", "westlich")
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
        return (best ?? topic(sentence)).flatMap(sentence.item).map { Slot("where", $0) }
    }

    /// The place that a headline begins with: `Ungarn: Drei Tote bei …`.
    private func topic(_ sentence: FactSentence) -> Int? {
        guard sentence.label(0) == .place, sentence.isForm(sentence.endOfMention(0), ":") else { return nil }
        return sentence.headOfMention(0)
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
                if Self.vague.contains(sentence.words[word].form) { continue }
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

    /// Words of time that tell no day.
    private static let vague: Set<String> = [
        "jetzt", "damals", "nun", "derzeit", "mittlerweile", "inzwischen", "bald", "früher", "kürzlich",
        "now",
        "then", "recently",
    ]

    /// How many are dead, hurt, dismissed or on strike.
    private func count(
        _ clause: Clause, _ index: Int, _ entry: EventWords.Entry, _ sentence: FactSentence, isWhole: Bool
    ) -> Slot? {
        // `400 Polizisten nahmen mehrere Diebe fest`
        guard Self.counted.contains(entry.type), entry.type != "arrest" || isWhole else { return nil }
        let counts = clause.words.filter { isCount(sentence.item($0), of: entry) }
        return counts.min { abs($0 - index) < abs($1 - index) }.flatMap(sentence.item).map {
            Slot("count", $0)
        }
    }

    /// `14 Menschenleben`: the noun of a phrase with its number.
    private func counted(_ noun: Int, _ entry: EventWords.Entry, _ sentence: FactSentence) -> Slot? {
        guard Self.counted.contains(entry.type), !sentence.isVerbal(noun),
            !sentence.children(of: noun, "nummod").isEmpty
        else { return nil }
        return Slot("count", sentence.span(sentence.phrase(at: noun)))
    }

    /// Whether it counts people; of posts and works that go, whatever is no measure.
    func isCount(_ item: ParagraphReading.Item?, of entry: EventWords.Entry) -> Bool {
        guard let item, item.mention.label == .quantity else { return false }
        if entry.type == "layoffs" || entry.type == "strike" { return true }
        return item.mention.value?.hasSuffix("PERSON") ?? false
    }
}
