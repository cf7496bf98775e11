import Articles

/// Finds the words of a sentence that tell who says something.
struct CueReader {
    let sentence: FactSentence

    private var words: [FactSentence.Word] { sentence.words }

    /// In reading order.
    func cues() -> [Cue] {
        var cues: [Cue] = []
        for index in words.indices where words[index].quote == 0 {
            guard let cue = source(at: index) ?? verb(at: index) else { continue }
            // `Er sagte …, und fügte hinzu`: whoever said the first says the second.
            if cue.kind == .verb, sentence.isForm(index - 1, "und", "and", "sowie"),
                let before = cues.last(where: { $0.kind == .verb })?.speaker,
                !sentence.children(of: index, "nsubj").contains(where: { $0 > index })
            {
                cues.append(cue.said(by: before))
            } else {
                cues.append(cue)
            }
        }
        return cues
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
        if isInAdverbialClause(index) { return nil }
        let isPassive = sentence.isPassive(index) && lemma != "zitieren"
        let subject = isPassive ? agent(of: index) : sentence.subject(of: index)
        let speaker = subject.flatMap(sentence.speaker) ?? (isPassive ? nil : medium(of: index))
        // Courts and parliaments decide, and so do matches.
        if CueWords.deciding.contains(lemma), speaker?.slots.first?.mention == nil { return nil }
        var spans = [words[index].span]
        if let particle { spans.append(words[particle].span) }
        return Cue(
            kind: .verb, word: index, lemma: lemma, frame: index..<index + 1, speaker: speaker,
            spans: SpanSet(spans) ?? SpanSet(words[index].span))
    }

    /// `geht von einem Unfall aus`, `macht die Firma verantwortlich`: with its preposition within reach.
    private func isReporting(_ lemma: String, _ index: Int) -> Bool {
        guard let needed = CueWords.reportingWith[lemma] else { return false }
        let near = words[max(0, index - 10)..<min(words.count, index + 12)]
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

    // MARK: Sources

    private func source(at index: Int) -> Cue? {
        switch words[index].form {
        case "laut": return preposition(index)
        case "gemäß":
            guard let noun = noun(behind: index) else { return nil }
            return isSource(noun) || sentence.label(noun) == .person || sentence.label(noun) == .organisation
                ? preposition(index, noun: noun) : nil
        case "nach":
            if let noun = noun(behind: index), isSource(noun), !isLater(index) {
                return preposition(index, noun: noun)
            }
            // `Angaben der Polizei nach`
            if index > 0, words[index].head < index, words[index].head >= 0, isSource(words[index].head) {
                return postposition(index)
            }
            return nil
        case "according" where sentence.isForm(index + 1, "to"): return preposition(index)
        case "zufolge": return postposition(index)
        case "so": return so(index)
        case "demnach" where index == 0, "wonach":
            return Cue(
                kind: .source, word: index, lemma: words[index].form, frame: index..<index + 1,
                speaker: Speaker([Slot("speaker", words[index].span)]), spans: SpanSet(words[index].span))
        default: return nil
        }
    }

    /// `Zwei Monate nach dem Bericht` tells a time.
    private func isLater(_ preposition: Int) -> Bool {
        guard preposition > 0 else { return false }
        if let label = sentence.label(preposition - 1), label == .duration || label == .quantity {
            return true
        }
        return sentence.isForm(
            preposition - 1, "kurz", "monate", "tage", "wochen", "jahre", "stunden", "tag", "jahr")
    }

    private func isSource(_ index: Int) -> Bool {
        let form = words[index].form
        return CueWords.sources.contains(form) || CueWords.sources.contains(words[index].lemma)
            || words[index].partOfSpeech == .noun
                && CueWords.sourceEndings.contains { form.hasSuffix($0) }
    }

    /// The noun that a preposition stands before.
    private func noun(behind index: Int) -> Int? {
        for next in index + 1..<max(index + 1, min(sentence.count, index + 8)) {
            if sentence.isPunctuation(next), words[next].quote == 0 { return nil }
            if sentence.isVerbal(next) { return nil }
            guard sentence.isNominal(next) else { continue }
            // `dem Minister Lenz`, `der Nachrichtenagentur Reuters`: the first word carries what stands beside it.
            let head = words[next].head
            return head > next && head < next + 3 && words[next].relation != "nmod"
                && sentence.isNominal(head)
                && words[next].mention >= 0 && words[next].mention == words[head].mention ? head : next
        }
        return nil
    }

    private func preposition(_ index: Int, noun known: Int? = nil) -> Cue? {
        guard let noun = known ?? noun(behind: index) else { return nil }
        let end = endOfAppositions(from: endOfSource(noun))
        let frame = index..<end
        let speaker = sentence.speakers(in: index + 1..<end, noun: noun)
        return Cue(
            kind: .source, word: index, lemma: words[index].form, frame: frame, speaker: speaker,
            spans: SpanSet(words[index].span))
    }

    /// Behind the noun its genitive and the name beside it: `Angaben des Ministers`, `Zeitung Welt`.
    private func endOfSource(_ noun: Int) -> Int {
        var end = sentence.endOfMention(noun)
        let limit = max(end, sentence.phrase(at: noun).upperBound)
        while end < min(sentence.count, max(limit, end + 1)), end < noun + 16 {
            if sentence.words[end].quote > 0 { break }
            let isGenitive = sentence.isForm(
                end, "des", "der", "eines", "einer", "seines", "ihrer", "dieser", "von", "vom", "of", "from"
            )
            var next = end
            if isGenitive {
                next += 1
                while next < sentence.count,
                    [.determiner, .adjective, .numeral].contains(words[next].partOfSpeech)
                {
                    next += 1
                }
            }
            guard next < sentence.count, sentence.isNominal(next), words[next].partOfSpeech != .pronoun,
                isGenitive || sentence.label(next) == .person || sentence.label(next) == .organisation
                    || words[next].partOfSpeech == .properNoun
            else { break }
            end = sentence.endOfMention(next)
        }
        return end
    }

    /// Takes `, Charles Michel, und des Generalsekretärs, Mark Rutte,` with what it stands behind.
    private func endOfAppositions(from start: Int) -> Int {
        var end = start
        while end < sentence.count, end < start + 24 {
            var next = end
            if sentence.isForm(next, ",", "(") { next += 1 }
            if sentence.isForm(next, "und", "and") { next += 1 }
            guard next > end else { break }
            while next < sentence.count,
                words[next].partOfSpeech == .determiner || words[next].partOfSpeech == .adjective
            {
                next += 1
            }
            guard next < sentence.count, sentence.label(next) != nil, words[next].quote == 0 else {
                break
            }
            switch sentence.label(next) {
            case .person?, .organisation?, .role?: break
            default: return end
            }
            while next < sentence.count, sentence.label(next) != nil { next += 1 }
            if sentence.isForm(next, ")") { next += 1 }
            end = next
        }
        return end
    }

    private func postposition(_ index: Int) -> Cue? {
        var start = index
        while start > 0, !sentence.isVerbal(start - 1), start > index - 12,
            !(sentence.isPunctuation(start - 1) && words[start - 1].quote == 0
                && !sentence.isForm(start - 1, "„", "“", "\"")),
            words[start - 1].partOfSpeech != .subordinator, words[start - 1].partOfSpeech != .adverb
        {
            start -= 1
        }
        guard start < index else { return nil }
        let noun =
            (start..<index).first { sentence.isNominal($0) && words[$0].partOfSpeech != .pronoun }
            ?? (start..<index).first {
                sentence.isNominal($0) || sentence.isForm($0, "dem", "denen", "dessen")
            }
        guard let noun else { return nil }
        let possessive = (start..<noun).first {
            words[$0].form.hasPrefix("sein") || words[$0].form.hasPrefix("ihr")
        }
        let speaker =
            possessive.flatMap { Speaker([Slot("speaker", words[$0].span)]) }
            ?? sentence.speakers(in: start..<index, noun: noun)
        return Cue(
            kind: .source, word: index, lemma: words[index].form, frame: start..<index + 1,
            speaker: speaker,
            spans: SpanSet(words[index].span))
    }

    /// `…“, so Lenz`, `…, so die Studie.`
    private func so(_ index: Int) -> Cue? {
        guard index > 0, sentence.isForm(index - 1, ",", "“", "”", "\"", "«", "–", ")") || index == 0,
            index + 1 < sentence.count
        else { return nil }
        var next = index + 1
        while next < sentence.count,
            [.determiner, .adjective, .adverb].contains(words[next].partOfSpeech),
            next < index + 6
        {
            next += 1
        }
        guard next < sentence.count, sentence.isNominal(next), !sentence.hasPreposition(next) else {
            return nil
        }
        var head = next
        // The last noun of what hangs together carries the phrase: `der SPD-Politiker Lenz`.
        let above = words[next].head
        if above > next, above < next + 4, sentence.isNominal(above) { head = above }
        let phrase = sentence.phrase(at: head)
        let end = endOfAppositions(from: max(phrase.upperBound, head + 1))
        // Behind a speaker comes no verb: `so die Lage sich ändert`.
        if end < sentence.count, sentence.isVerbal(end) { return nil }
        let speaker = sentence.speakers(in: index + 1..<end, noun: head) ?? sentence.speaker(at: head)
        return Cue(
            kind: .source, word: index, lemma: "so", frame: index..<end, speaker: speaker,
            spans: SpanSet(words[index].span))
    }
}
