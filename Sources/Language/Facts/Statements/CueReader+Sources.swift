import Articles

/// Sources that something is known from: `laut Polizei`, `nach Angaben des Ministers`, `der Zeitung zufolge`, `so Lenz`.
extension CueReader {
    func source(at index: Int) -> Cue? {
        switch words[index].form {
        case "laut": return rumour(index) ?? preposition(index)
        case "aus":
            guard let noun = noun(behind: index), sentence.isForm(noun, "sicht") else { return nil }
            return preposition(index, noun: noun)
        case "gemäß":
            guard let noun = noun(behind: index), isSource(noun) || sentence.canSpeak(noun) else {
                return nil
            }
            return preposition(index, noun: noun)
        case "nach":
            if let noun = sourceNoun(behind: index), !isLater(index) { return preposition(index, noun: noun) }
            if let rumour = rumour(index) { return rumour }
            if index > 0, isSource(index - 1) { return postposition(index) }
            // `Angaben der Polizei nach`
            if index > 0, words[index].head < index, words[index].head >= 0, isSource(words[index].head) {
                return postposition(index)
            }
            return nil
        case "according" where sentence.isForm(index + 1, "to"): return preposition(index)
        case "zufolge": return postposition(index)
        case "so": return so(index)
        case "für" where index == 0: return view()
        case "wonach": return rumour(index)
        case "demnach" where index == 0 || !words.indices.contains { isSubjunctive($0) }:
            return pointing(index)
        case "danach" where index == 0 && words.indices.contains { isSubjunctive($0) }: return pointing(index)
        default: return nil
        }
    }

    private func isSubjunctive(_ index: Int) -> Bool {
        sentence.isReported(index) || sentence.isPastSubjunctive(index)
    }

    /// `Demnach war er krank`: whoever spoke before says so.
    private func pointing(_ index: Int) -> Cue? {
        Cue(
            kind: .source, word: index, lemma: "demnach", frame: index..<index + 1,
            speaker: Speaker([Slot("speaker", words[index].span)]), teller: nil,
            spans: SpanSet(words[index].span))
    }

    /// `Gerüchte, nach denen er krank war`, `ein Bericht des Boten, wonach …`: the noun before the comma is the source.
    private func rumour(_ index: Int) -> Cue? {
        let isOneWord = sentence.isForm(index, "wonach")
        guard index > 1, sentence.isForm(index - 1, ","),
            isOneWord
                || sentence.isForm(index + 1, "denen", "dem", "der", "welchem", "welcher")
                    && words[index + 1].partOfSpeech == .pronoun
        else { return nil }
        let nouns = (max(0, index - 16)..<index - 1).reversed().filter {
            sentence.isNominal($0) && words[$0].partOfSpeech != .pronoun
        }
        let known = nouns.first { isSource($0) || SpeakingNouns.takesClause(words[$0].lemma) }
        guard let noun = known ?? (sentence.isForm(index, "nach") ? nil : nouns.first) else { return nil }
        return Cue(
            kind: .source, word: index, lemma: "wonach", frame: index..<index + (isOneWord ? 1 : 2),
            speaker: sentence.speakers(in: noun..<max(noun + 1, endOfSource(noun)), noun: noun, owns: false),
            teller: noun, spans: SpanSet(words[index].span))
    }

    /// A noun that tells where something is known from: `nach Angaben`, `nach Lenz’ Ansicht`, `nach dessen Worten`.
    private func sourceNoun(behind index: Int) -> Int? {
        guard let noun = noun(behind: index) else { return nil }
        if isSource(noun) { return noun }
        var next = sentence.endOfMention(noun)
        if sentence.isForm(next, "'", "’") { next += 1 }
        guard next < sentence.count, isSource(next),
            sentence.isForm(noun, "dessen", "deren") || sentence.label(noun) == .person
                || sentence.label(noun) == .organisation
        else { return nil }
        return next
    }

    /// `Für den Minister Lenz sei das ein Erfolg`: a person's view in the subjunctive.
    private func view() -> Cue? {
        guard let noun = noun(behind: 0), let root = words.firstIndex(where: { $0.head < 0 }),
            ([root] + sentence.children[root]).contains(where: sentence.isReported)
                || words.contains(where: { $0.quote > 0 })
        else { return nil }
        let end = endOfAppositions(from: endOfSource(noun))
        guard let speaker = sentence.speakers(in: 1..<end, noun: nil),
            speaker.slots.first?.mention != nil, end < words.count, sentence.isVerbal(end)
        else { return nil }
        return Cue(
            kind: .source, word: 0, lemma: "für", frame: 0..<end, speaker: speaker, teller: noun,
            spans: SpanSet(words[0].span))
    }

    /// `Nach eigenen Angaben`: the subject of the sentence says it of itself.
    private func ownSpeaker(_ frame: Range<Int>) -> Int? {
        guard frame.contains(where: { words[$0].form.hasPrefix("eigene") }),
            let root = words.firstIndex(where: { $0.head < 0 })
        else { return nil }
        return sentence.children(of: root, "nsubj", "nsubj:pass").first { words[$0].quote == 0 }
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
    func noun(behind index: Int) -> Int? {
        for next in index + 1..<max(index + 1, min(sentence.count, index + 8)) {
            // `laut „Bote“`
            if sentence.isMark(next), words[next].quote == 0 { continue }
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
        let own = ownSpeaker(index + 1..<end)
        let speaker =
            own.flatMap(sentence.speaker)
            ?? sentence.speakers(in: index + 1..<end, noun: noun, owns: isSource(noun))
        return Cue(
            kind: .source, word: index, lemma: words[index].form, frame: frame, speaker: speaker,
            teller: own ?? noun, spans: SpanSet(words[index].span))
    }

    /// Behind the noun its genitive and the name beside it: `Angaben des Ministers`, `Zeitung Welt`.
    func endOfSource(_ noun: Int) -> Int {
        var end = sentence.endOfMention(noun)
        if sentence.isMark(end), words[end].quote == 0,
            (max(0, noun - 6)..<noun).contains(where: sentence.isMark)
        {
            end += 1
        }
        let limit = max(end, sentence.phrase(at: noun).upperBound)
        while end < min(sentence.count, max(limit, end + 1)), end < noun + 16 {
            if sentence.words[end].quote > 0 { break }
            // `der Zeitung „Der Bote“`
            if sentence.isMark(end),
                let close = (end + 1..<max(end + 1, min(sentence.count, end + 7))).first(
                    where: sentence.isMark)
            {
                end = close + 1
                continue
            }
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
                && !sentence.isMark(start - 1) && !sentence.isForm(start - 1, "(", ")")),
            words[start - 1].partOfSpeech != .subordinator, words[start - 1].partOfSpeech != .adverb
        {
            start -= 1
        }
        guard start < index else { return nil }
        if let near = nearest(before: index, from: start) { start = near }
        let noun =
            (start..<index).first { sentence.isNominal($0) && words[$0].partOfSpeech != .pronoun }
            ?? (start..<index).first {
                sentence.isNominal($0) || sentence.isForm($0, "dem", "denen", "dessen")
            }
        guard let noun else { return nil }
        let possessive = (start..<noun).first(where: sentence.isPossessive)
        let speaker =
            possessive.flatMap { Speaker([Slot("speaker", words[$0].span)]) }
            ?? sentence.speakers(in: start..<index, noun: noun)
        return Cue(
            kind: .source, word: index, lemma: words[index].form, frame: start..<index + 1,
            speaker: speaker, teller: noun, spans: SpanSet(words[index].span))
    }

    /// `Lenz hob dem Boten zufolge hervor`: the phrase right before begins with its article, or is one bare noun.
    private func nearest(before index: Int, from start: Int) -> Int? {
        let articles = (start..<index).filter {
            sentence.isForm($0, "dem", "den", "einem", "einer", "einigen")
        }
        if let last = articles.last, last > start, (start..<last).contains(where: sentence.isNominal) {
            return last
        }
        let bare = index - 1
        guard articles.isEmpty, bare > start, isSource(bare),
            words[bare - 1].partOfSpeech == .noun
                || words[bare - 1].partOfSpeech == .properNoun
        else { return nil }
        return bare
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
        // `so letztere`
        if next > index + 1, sentence.isForm(next - 1, "letztere", "letzterer", "dieser", "diese"),
            next == sentence.count || sentence.isPunctuation(next)
        {
            next -= 1
        } else if next >= sentence.count || !sentence.isNominal(next) || sentence.hasPreposition(next) {
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
            teller: head, spans: SpanSet(words[index].span))
    }
}
