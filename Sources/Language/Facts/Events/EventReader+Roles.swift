import Articles

/// Who takes part in an event, and in which way.
extension EventReader {
    struct Roles {
        var who: Slot?
        var whom: Slot?
        var others: [Slot] = []
        /// Whether who does it is only the nearest body.
        var isGuessed = false
    }

    /// - Parameter parts: the words that tell of the event; a noun of them takes no part in it.
    func verbRoles(_ verb: Int, _ parts: [Int], _ sentence: FactSentence) -> Roles {
        var roles = Roles()
        let isPassive =
            sentence.children(of: verb, "aux:pass").contains { sentence.words[$0].lemma == "werden" }
            || !sentence.children(of: verb, "nsubj:pass").isEmpty
        func canTakePart(_ word: Int) -> Bool {
            !parts.contains(word) && !sentence.hasPreposition(word) && !sentence.isTime(word)
                && !isMeasure(word, sentence)
        }
        let subject =
            sentence.children(of: verb, "nsubj:pass").filter(canTakePart)
            .min { abs($0 - verb) < abs($1 - verb) }.map { sentence.antecedent($0, of: verb) }
            ?? sentence.subject(of: verb).flatMap { parts.contains($0) ? nil : $0 }
        let second = sentence.secondSubject(of: verb).flatMap { canTakePart($0) && $0 != subject ? $0 : nil }
        let named = second.flatMap { sentence.label($0) == .person ? $0 : nil }
        let object =
            (named ?? sentence.children(of: verb, "obj").first { canTakePart($0) && $0 != subject } ?? second)
            .map { sentence.antecedent($0, of: verb) }
        if isPassive {
            roles.whom = (subject ?? object).map { sentence.filler("whom", $0) }
            roles.who = sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
                sentence.hasChild(child, "von", "vom", "by")
            }.map { sentence.filler("who", $0) }
        } else {
            roles.who = subject.map { sentence.filler("who", $0) }
            roles.whom = object.map { sentence.filler("whom", $0) }
            if roles.whom?.mention == nil,
                let named = sentence.children(of: verb, "obl", "nmod", "obj").first(where: { child in
                    sentence.label(child) == .organisation
                        && (!sentence.hasPreposition(child)
                            || sentence.hasChild(child, "mit", "bei", "beim")
                            || sentence.lemma(verb) == "einsteigen")
                        && child != subject
                })
            {
                roles.whom = sentence.filler("whom", named)
            }
        }
        return roles
    }

    /// `Treffen der Minister`, `Übernahme der Firma A durch B`, `NATO-Gipfel`, `Streik bei der Bahn`.
    func nounRoles(_ noun: Int, _ entry: EventWords.Entry, _ sentence: FactSentence) -> Roles {
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
            if label == .percent || label == .money || label == .quantity { continue }
            // `Tote durch Hochwasser`, `Anschlag auf ein Lokal`
            if ["durch", "by"].contains(form), entry.type == "death" || entry.type == "disaster" { continue }
            if entry.type == "attack", ["auf", "gegen", "on", "against"].contains(form) {
                roles.whom = roles.whom ?? sentence.filler("whom", child)
                continue
            }
            if entry.type == "acquisition", ["an", "am"].contains(form), label == .organisation {
                roles.whom = sentence.filler("whom", child)
            } else if ["durch", "by"].contains(form) {
                roles.whom = roles.who.map {
                    Slot("whom", spans: $0.spans, mention: $0.mention, value: $0.value)
                }
                roles.who = sentence.filler("who", child)
            } else if ["", "von", "vom", "of"].contains(form)
                || ["bei", "beim", "auf", "gegen", "between", "zwischen", "mit", "at", "with"].contains(
                    form)
                    && (label == .organisation
                        || entry.type == "meeting" && (label == .person || label == .place))
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
        // `ein Anschlag auf die Bahn wurde verübt`: the grammar hangs it on the verb.
        if entry.type == "attack", roles.whom == nil, sentence.isForm(noun + 1, "auf", "gegen", "on"),
            case let target = words[noun + 1].head, target > noun, sentence.isNominal(target)
        {
            roles.whom = sentence.filler("whom", target)
        }
        if roles.who == nil, let owner = sentence.genitive(behind: noun), !sentence.isTime(owner) {
            roles.who = sentence.filler("who", owner)
        }
        if roles.who == nil, let owner = nameBeside(noun, sentence) { roles.who = Slot("who", owner) }
        if roles.who == nil, entry.type == "death" {
            // `Mord an einem Rentner`, `sein Tod`
            let possessive = sentence.children[noun].first {
                sentence.isPossessive($0) || sentence.isForm($0, "his", "her")
            }
            let dead = sentence.children[noun].first { child in
                child > noun && sentence.isNominal(child) && sentence.hasChild(child, "an", "am")
            }
            roles.who =
                dead.map { sentence.filler("who", $0) } ?? possessive.map { Slot("who", words[$0].span) }
        }
        if entry.type == "acquisition" {
            // What stands in the genitive is what is bought, but who has a share.
            if roles.whom == nil, !words[noun].lemma.hasSuffix("beteiligung"), let bought = roles.who {
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
                && (entry.type != "attack" || Self.doing.contains(sentence.lemma(head)))
                || Self.corporate.contains(entry.type) && words[noun].relation == "obl",
            let subject = sentence.subject(of: head), subject != noun,
            sentence.label(subject) != nil || entry.type == "meeting"
        {
            roles.who = sentence.filler("who", subject)
        }
        return roles
    }

    /// `der Rücktritt Emil Lenz’`, `Ada Brandts Tod`: a name right behind the noun, or one in the genitive before it.
    private func nameBeside(_ noun: Int, _ sentence: FactSentence) -> ParagraphReading.Item? {
        func name(_ word: Int) -> ParagraphReading.Item? {
            guard let item = sentence.item(word), item.mention.label == .person else { return nil }
            return item
        }
        if let behind = name(noun + 1) { return behind }
        guard noun > 0, let before = name(noun - 1) else { return nil }
        let last = sentence.words[noun - 1]
        return last.form.hasSuffix("s") && sentence.hangs(noun - 1, on: noun) ? before : nil
    }

    /// A length, weight or the like, and no number of people or things.
    private func isMeasure(_ index: Int, _ sentence: FactSentence) -> Bool {
        guard let item = sentence.item(index), item.mention.label == .quantity else { return false }
        return !(item.mention.value?.hasSuffix("PERSON") ?? true)
    }

    /// Verbs whose subject does what their object tells of: `verübten einen Anschlag`.
    private static let doing: Set<String> = [
        "verüben", "begehen", "planen", "starten", "fliegen", "führen", "durchführen", "commit", "launch",
    ]

    /// The types that companies and other bodies are the heart of.
    static let corporate: Set<String> = [
        "insolvency", "strike", "layoffs", "merger", "acquisition",
    ]

    func isBody(_ slot: Slot?, _ sentence: FactSentence) -> Bool {
        guard let id = slot?.mention else { return false }
        return sentence.words.indices.contains { word in
            guard let mention = sentence.item(word)?.mention else { return false }
            return mention.id == id && mention.label != .role
        }
    }

    /// The nearest organisation of the clause.
    func nearestBody(
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
    func bearer(_ adjective: Int, _ sentence: FactSentence) -> Int? {
        if sentence.words[adjective].relation == "amod", sentence.words[adjective].head >= 0 {
            return sentence.words[adjective].head
        }
        return sentence.children(of: adjective, "nsubj").first ?? sentence.subject(of: adjective)
    }

    /// `streicht Stellen`, `Stellen fallen weg`: the verb that makes a loss of it.
    func losingVerb(_ noun: Int, _ sentence: FactSentence) -> Int? {
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
}
