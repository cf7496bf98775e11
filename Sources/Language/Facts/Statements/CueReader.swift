import Articles

/// Finds the words of a sentence that tell who says something.
struct CueReader {
    let sentence: FactSentence

    var words: [FactSentence.Word] { sentence.words }

    /// In reading order.
    func cues() -> [Cue] {
        var cues: [Cue] = []
        for index in words.indices where words[index].quote == 0 {
            guard let cue = source(at: index) ?? verb(at: index) else { continue }
            // `Er sagte …, und fügte hinzu`: whoever said the first says the second.
            if cue.kind == .verb, goesOn(index), let before = cues.last(where: { $0.kind == .verb }),
                before.speaker != nil
            {
                cues.append(cue.said(like: before))
            } else {
                cues.append(cue)
            }
        }
        return cues
    }

    /// Whether a verb behind `und` or a comma has the subject of the verb before: `Er sagte …, sprach aber von …`.
    private func goesOn(_ verb: Int) -> Bool {
        guard !sentence.children(of: verb, "nsubj").contains(where: { $0 > verb }) else { return false }
        if sentence.isForm(verb - 1, "und", "and", "sowie") { return true }
        guard sentence.isForm(verb - 1, ","), verb + 1 < sentence.count else { return false }
        return sentence.isForm(verb + 1, "aber", "jedoch", "zugleich", "dann", "auch")
    }

    // MARK: Verbs

    private func verb(at index: Int) -> Cue? {
        guard sentence.isVerbal(index), words[index].relation != "amod" else { return nil }
        let particle = particle(of: index)
        let lemma = (particle.map { words[$0].form } ?? "") + words[index].lemma
        guard
            CueWords.saying.contains(lemma) || CueWords.reporting.contains(lemma)
                || isReporting(lemma, index)
        else { return nil }
        if isInAdverbialClause(index) || isOtherwise(lemma, index) { return nil }
        let isPassive = sentence.isPassive(index) && lemma != "zitieren"
        if isPassive, isInfinitive(index) { return nil }
        var subject = isPassive ? agent(of: index) : sentence.teller(of: index)
        if let found = subject, words[found].form.hasPrefix("solch") { subject = nil }
        let speaker = subject.flatMap(sentence.speaker) ?? (isPassive ? nil : medium(of: index))
        // Courts and parliaments decide, and so do matches.
        if CueWords.deciding.contains(lemma), speaker?.slots.first?.mention == nil { return nil }
        var spans = [words[index].span]
        if let particle { spans.append(words[particle].span) }
        return Cue(
            kind: .verb, word: index, lemma: lemma, frame: index..<index + 1, speaker: speaker,
            teller: subject, spans: SpanSet(spans) ?? SpanSet(words[index].span))
    }

    /// Whether the verb means something else here: `nannte sich selbst`, `zum Sperrgebiet erklärt`.
    private func isOtherwise(_ lemma: String, _ verb: Int) -> Bool {
        switch lemma {
        case "nennen", "bezeichnen":
            return words[max(0, verb - 5)..<min(words.count, verb + 3)].contains { $0.form == "sich" }
        case "erklären":
            return sentence.children(of: verb, "obl", "nmod").contains { child in
                sentence.children[child].contains { sentence.isForm($0, "zum", "zur") }
            }
        default: return false
        }
    }

    /// `um bestätigt zu werden`
    private func isInfinitive(_ verb: Int) -> Bool {
        sentence.children[verb].contains { sentence.isForm($0, "zu") }
    }

    /// `geht von einem Unfall aus`, `macht die Firma verantwortlich`: with its preposition within reach.
    private func isReporting(_ lemma: String, _ index: Int) -> Bool {
        guard let needed = CueWords.reportingWith[lemma] else { return false }
        let near = words[max(0, index - 10)..<min(words.count, index + 12)]
        if lemma == "zeigen", !near.contains(where: { $0.form == "sich" }) { return false }
        return near.contains { needed.contains($0.form) || lemma == "ausgehen" && $0.form == "davon" }
    }

    /// `Als er darüber sprach, …` tells when, not what is said.
    private func isInAdverbialClause(_ verb: Int) -> Bool {
        guard words[verb].relation == "advcl" else { return false }
        var start = verb
        while start > 0, !sentence.isForm(start - 1, ",", ";", "–") { start -= 1 }
        return sentence.isForm(
            start, "als", "wenn", "während", "falls", "bevor", "when", "while", "if", "before")
            && !(verb + 1 < sentence.count
                && CueWords.openers.contains(words[min(words.count - 1, verb + 2)].form))
    }

    /// `hieß es in einer Mitteilung der Polizei`, `heißt es aus dem Ministerium`.
    private func medium(of verb: Int) -> Speaker? {
        let isImpersonal = sentence.isForm(verb + 1, "es") || sentence.isForm(verb - 1, "es")
        if words[verb].form.hasPrefix("g"), sentence.isForm(0, "aus"), let noun = noun(behind: 0) {
            // `Aus einem Bericht der Polizei geht hervor`
            return sentence.speakers(in: 1..<max(noun + 1, endOfSource(noun)), noun: noun)
        }
        // `In einer Erklärung der Minister heißt es`
        if isImpersonal, sentence.isForm(0, "in", "im", "auf", "aus", "laut"), verb > 2,
            let noun = noun(behind: 0), noun < verb
        {
            return sentence.speakers(in: 1..<max(noun + 1, endOfSource(noun)), noun: noun)
        }
        guard isImpersonal,
            let preposition = (verb + 1..<max(verb + 1, min(sentence.count, verb + 4))).first(where: {
                sentence.isForm($0, "in", "im", "aus", "von", "vonseiten", "bei", "beim", "auf")
            }), let noun = noun(behind: preposition)
        else { return nil }
        let frame = preposition + 1..<max(noun + 1, sentence.phrase(at: noun).upperBound)
        return sentence.speakers(in: frame, noun: noun)
    }

    /// `wurde von der Polizei mitgeteilt`.
    private func agent(of verb: Int) -> Int? {
        sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
            sentence.children[child].contains { sentence.isForm($0, "von", "vom", "by", "durch") }
        }
    }

    /// The prefix that a German verb has left behind: `teilte … mit`.
    private func particle(of verb: Int) -> Int? {
        if let child = sentence.children(of: verb, "compound:prt").first { return child }
        guard sentence.reading.passage.tongue == .german else { return nil }
        // The end of the clause, where the grammar has missed it.
        var index = verb + 1
        while index < sentence.count, index < verb + 16 {
            if sentence.isPunctuation(index), words[index].quote == 0 {
                let last = index - 1
                return last > verb && CueWords.particles.contains(words[last].form)
                    && (words[last].partOfSpeech == .adposition || words[last].partOfSpeech == .adverb
                        || sentence.isForm(last, "bekannt", "klar", "fest"))
                    && words[last].head != last + 1 ? last : nil
            }
            index += 1
        }
        return nil
    }
}
