import Articles

/// Who gives, or promises to give, how much to whom, for what and for how long.
///
///     Die [Länder](giver) haben der [Stadt](recipient) [3 Mio. Euro](amount) für den [Bau](purpose) zugesagt.
struct CommitmentReader {
    static let extractor = "commitment"

    private static let verbs = words(
        """
        zusagen versprechen bewilligen bereitstellen spenden stiften gewähren überweisen beisteuern zahlen auszahlen
        investieren freigeben genehmigen ausgeben leihen schenken zuschießen zuwenden beitragen zusichern entrichten
        erstatten zukommen vergeben fördern geben ankündigen unterstützen entschädigen bezuschussen belohnen überlassen
        nachzahlen bezahlen zurückzahlen ausschütten abführen
        pledge promise give donate grant pay commit provide invest contribute lend award allocate spend
        """)

    func facts(in sentence: FactSentence) -> [Fact] {
        var found: [Fact] = []
        var before = -1
        for word in sentence.words.indices where sentence.words[word].quote == 0 {
            guard let item = sentence.item(word), sentence.words[word].mention != before else { continue }
            before = sentence.words[word].mention
            guard item.mention.label == .money, let fact = fact(item, at: word, in: sentence) else {
                continue
            }
            found.append(fact)
        }
        return found
    }

    private func fact(
        _ amount: ParagraphReading.Item, at first: Int, in sentence: FactSentence
    )
        -> Fact?
    {
        var last = first
        while last + 1 < sentence.count,
            sentence.words[last + 1].mention == sentence.words[first].mention
        {
            last += 1
        }
        let grant = Grant(of: first...last, in: sentence)
        guard let verb = verb(around: first, last, in: sentence, besides: grant) else { return nil }
        let (giver, recipient) = parties(verb, first, last, in: sentence)
        let purpose = purpose(first, last, in: sentence) ?? grant?.purpose
        let isClear = purpose != nil || grant != nil
        let isGiven = Self.verbs.contains(lemma(verb, sentence)) || !sentence.isVerbal(verb)
        guard
            isGiven
                ? giver != nil && (isClear || isPromise(verb, sentence)) || recipient != nil
                : giver != nil && recipient != nil || (giver ?? recipient) != nil && isClear
        else { return nil }
        var slots = [
            giver.map { sentence.filler("giver", $0) },
            recipient.map { sentence.filler("recipient", $0) },
        ]
        .compactMap(\.self)
        slots.append(Slot("amount", amount))
        if let purpose { slots.append(Slot("purpose", sentence.span(purpose))) }
        if let period = period(first, in: sentence) { slots.append(Slot("period", period)) }
        if let modality = sentence.modality(around: verb) { slots.append(modality) }
        let evidence = slots.compactMap { $0.spans?.bounds }.reduce(sentence.words[verb].span) {
            $0.union($1)
        }
        return Fact(
            id: .found(amount.mention.bounds, as: "commitment"), kind: "commitment",
            evidence: SpanSet(evidence),
            slots: slots,
            origin: .engine(Self.extractor, confidence: giver != nil && recipient != nil ? 0.8 : 0.65))
    }

    /// Who gives and who gets, by what the verb says of its subject.
    private func parties(
        _ verb: Int, _ first: Int, _ last: Int, in sentence: FactSentence
    ) -> (giver: Int?, recipient: Int?) {
        let lemma = lemma(verb, sentence)
        if Self.receiving.contains(lemma) {
            let source = sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
                canGive(child, sentence)
                    && sentence.hasChild(child, "von", "vom", "from")
            }
            let subject = sentence.subject(of: verb).flatMap { canGive($0, sentence) ? $0 : nil }
            return (source, subject)
        }
        if Self.imposing.contains(lemma) { return (payer(verb, in: sentence), nil) }
        var recipient = recipient(verb, first, last, in: sentence)
        if recipient == nil, Self.helping.contains(lemma) {
            recipient = sentence.children(of: verb, "obj", "nsubj:pass").first {
                $0 != first && canGive($0, sentence) && !sentence.hasPreposition($0)
            }
        }
        return (giver(verb, first, in: sentence, not: recipient), recipient)
    }

    /// Who has to pay what a court or an office imposes.
    private func payer(_ verb: Int, in sentence: FactSentence) -> Int? {
        let against = sentence.children(of: verb, "obl", "nmod").first { child in
            sentence.hasChild(child, "gegen", "against")
        }
        if let against { return against }
        if sentence.isPassive(verb) {
            return sentence.children(of: verb, "nsubj:pass", "nsubj").first { canGive($0, sentence) }
        }
        let objects = sentence.children(of: verb, "obj", "iobj", "obl:arg")
        return (objects + [sentence.secondSubject(of: verb)].compactMap(\.self)).first {
            canGive($0, sentence) && !sentence.hasPreposition($0) && !sentence.isTime($0)
                && sentence.label($0) != nil
        } ?? objects.first { canGive($0, sentence) && !sentence.hasPreposition($0) }
    }

    /// Verbs whose subject gets the sum.
    private static let receiving = words(
        "erhalten bekommen empfangen kassieren einnehmen erben receive get")
    /// Verbs whose object has to pay it.
    private static let imposing = words("verurteilen verhängen auferlegen verdonnern belegen sentence fine")
    /// Verbs whose object gets it.
    private static let helping = words(
        "unterstützen fördern entschädigen bezuschussen belohnen finanzieren ausstatten support reward")

    private func isPromise(_ verb: Int, _ sentence: FactSentence) -> Bool {
        ["zusagen", "spenden", "investieren", "bewilligen", "stiften", "pledge", "donate", "invest"]
            .contains(lemma(verb, sentence))
    }

    private func lemma(_ index: Int, _ sentence: FactSentence) -> String {
        let particle =
            sentence.children(of: index, "compound:prt").first.map { sentence.words[$0].form } ?? ""
        return particle + sentence.words[index].lemma
    }

    /// The word of giving nearest to the sum: a verb, or the participle before a noun, `die zugesagte Hilfe`.
    private func verb(
        around first: Int, _ last: Int, in sentence: FactSentence, besides grant: Grant?
    ) -> Int? {
        let candidates = sentence.words.indices.filter { index in
            guard sentence.words[index].quote == 0, abs(index - first) < 24 else { return false }
            if sentence.isVerbal(index) {
                let lemma = lemma(index, sentence)
                return Self.verbs.contains(lemma) || Self.receiving.contains(lemma)
                    || grant != nil && Self.imposing.contains(lemma)
            }
            return sentence.words[index].partOfSpeech == .adjective
                && Self.isParticiple(sentence.words[index].form)
        }
        return candidates.min { distance($0, first, sentence) < distance($1, first, sentence) }
    }

    /// Words between, and a comma as many as eight: the sum belongs to the verb of its own clause.
    private func distance(_ verb: Int, _ amount: Int, _ sentence: FactSentence) -> Int {
        let between = min(verb, amount)..<max(verb, amount)
        return between.count + 8 * between.filter { sentence.isForm($0, ",", ";") }.count
    }

    private static func isParticiple(_ form: String) -> Bool {
        [
            "zugesagte", "versprochene", "bewilligte", "bereitgestellte", "gewährte", "pledged",
            "promised",
        ]
        .contains { form.hasPrefix($0) }
    }

    // MARK: Slots

    private func giver(
        _ verb: Int, _ amount: Int, in sentence: FactSentence, not recipient: Int?
    )
        -> Int?
    {
        if sentence.isVerbal(verb) {
            if sentence.isPassive(verb) {
                return sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
                    sentence.hasChild(child, "von", "vom", "by")
                        && child != recipient
                }
            }
            if let subject = sentence.subject(of: verb), subject != recipient, canGive(subject, sentence),
                sentence.label(subject) != .money
            {
                return subject
            }
        }
        // The first name of the clauses around that no preposition stands before.
        return sentence.words.indices.first { index in
            index < amount && index != recipient && canGive(index, sentence)
                && sentence.words[index].quote == 0
                && sentence.label(index) != nil && !sentence.hasPreposition(index)
                && !sentence.has("Case=Dat", index) && !sentence.has("Case=Gen", index)
                && !sentence.isForm(index - 1, "in", "im", "an", "der", "des", "dem", "von")
        }
    }

    private func canGive(_ index: Int, _ sentence: FactSentence) -> Bool {
        guard let label = sentence.label(index) else {
            return sentence.words[index].partOfSpeech == .noun
        }
        return label == .organisation || label == .place || label == .person || label == .role
    }

    private func recipient(_ verb: Int, _ first: Int, _ last: Int, in sentence: FactSentence) -> Int? {
        let subject =
            sentence.isVerbal(verb) && !sentence.isPassive(verb) ? sentence.subject(of: verb) : nil
        let names = sentence.words.indices.filter { index in
            guard abs(index - first) < 20, sentence.words[index].quote == 0,
                index != subject
                    || sentence.isForm(index - 1, "der", "dem") && sentence.has("Case=Dat", index),
                sentence.isHeadOfMention(index), let label = sentence.label(index)
            else { return false }
            return label == .organisation || label == .place || label == .person
        }
        // `an die Stadt Bonn`, `to the city`
        if let named = names.first(where: { index in
            index > first && (index - 3..<index).contains { sentence.isForm($0, "an", "to") }
                && !(last + 1..<index).contains {
                    sentence.isVerbal($0) || sentence.isForm($0, ",", "für", "for")
                }
        }) {
            return named
        }
        // `der Ukraine 3 Millionen`: a dative without a preposition, before the sum.
        return names.last { index in
            guard index < first, !sentence.hasPreposition(index) else { return false }
            let article = (max(0, index - 2)..<index).last {
                sentence.isForm($0, "der", "dem", "den", "die", "das", "des")
            }
            guard let article, sentence.isForm(article, "der", "dem", "den") else { return false }
            guard article == 0 || sentence.words[article - 1].partOfSpeech != .adposition else {
                return false
            }
            // `der Präsident der Ukraine` has a genitive, which a plain noun stands before.
            let isFeminine = sentence.isForm(article, "der")
            guard isFeminine else { return true }
            if sentence.has("Case=Gen", index) { return false }
            if sentence.has("Case=Dat", index) || article == 0 { return true }
            return sentence.words[article - 1].partOfSpeech != .noun
        }
    }

    /// `für den Bau`, `an Militärhilfe`, `Militärhilfe im Wert von …`.
    private func purpose(_ first: Int, _ last: Int, in sentence: FactSentence) -> Range<Int>? {
        var next = last + 1
        while next < min(sentence.count, last + 12) {
            if sentence.isPunctuation(next) || sentence.isVerbal(next) { break }
            if sentence.isForm(next, "für", "zur", "zum", "an", "for", "in"),
                let purpose = noun(behind: next, in: sentence)
            {
                return purpose
            }
            next += 1
        }
        // `Hilfe in Höhe von 3 Millionen`
        guard first > 3, sentence.isForm(first - 1, "von", "of", "über"),
            sentence.isForm(first - 2, "wert", "höhe", "umfang", "worth"), first > 4,
            sentence.words[first - 4].partOfSpeech == .noun
        else { return nil }
        return first - 4..<first - 3
    }

    private func noun(behind preposition: Int, in sentence: FactSentence) -> Range<Int>? {
        var index = preposition + 1
        while index < min(sentence.count, preposition + 6) {
            if let label = sentence.label(index), label != .other { return nil }
            if sentence.isVerbal(index) || sentence.isPunctuation(index) { return nil }
            if sentence.words[index].partOfSpeech == .noun {
                return preposition + 1..<max(index + 1, sentence.phrase(at: index).upperBound)
            }
            index += 1
        }
        return nil
    }

    private func period(_ amount: Int, in sentence: FactSentence) -> ParagraphReading.Item? {
        let times = sentence.words.indices.filter { index in
            guard let label = sentence.label(index), abs(index - amount) < 16 else { return false }
            return label == .date || label == .duration
        }
        let wanted = times.first { index in
            (max(0, index - 3)..<index).contains {
                sentence.isForm($0, "für", "for", "bis", "until", "über", "over")
            }
        }
        return (wanted ?? times.min { abs($0 - amount) < abs($1 - amount) }).flatMap(sentence.item)
    }

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
