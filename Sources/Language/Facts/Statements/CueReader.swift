import Articles

/// Finds the words of a sentence that tell who says something.
struct CueReader {
    let sentence: FactSentence

    var words: [FactSentence.Word] { sentence.words }

    /// In reading order.
    func cues() -> [Cue] {
        var cues: [Cue] = []
        for index in words.indices where words[index].quote == 0 {
            guard let cue = source(at: index) ?? verb(at: index) ?? known(at: index) ?? utterance(at: index)
            else { continue }
            // `Er sagte …, und fügte hinzu`: whoever said the first says the second.
            if cue.kind == .verb, goesOn(index, cue.lemma),
                let before = cues.last(where: { $0.kind == .verb }),
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
    private func goesOn(_ verb: Int, _ lemma: String) -> Bool {
        // `und forderte Lenz auf` has behind the verb whom it is said to.
        let isAddressing = CueWords.addressing.contains(lemma)
        guard isAddressing || !sentence.children(of: verb, "nsubj").contains(where: { $0 > verb }) else {
            return false
        }
        if sentence.isForm(verb - 1, "und", "and", "sowie") { return true }
        guard sentence.isForm(verb - 1, ","), verb + 1 < sentence.count else { return false }
        return sentence.isForm(verb + 1, "aber", "jedoch", "zugleich", "dann", "auch")
    }

    // MARK: Verbs

    private func verb(at index: Int) -> Cue? {
        guard sentence.isVerbal(index), words[index].relation != "amod" else { return nil }
        let particle = particle(of: index)
        let lemma = (particle.map { words[$0].form } ?? "") + words[index].lemma
        if lemma == "stehen", let cue = written(index) { return cue }
        guard
            CueWords.saying.contains(lemma) || CueWords.reporting.contains(lemma)
                || isReporting(lemma, index) || isThatClause(behind: index, particle, lemma)
                || hasReportedClause(index, lemma)
        else { return nil }
        if isInAdverbialClause(index) || isOtherwise(lemma, index) { return nil }
        let isPassive = sentence.isPassive(index) && lemma != "zitieren"
        if isPassive, sentence.isForm(index + 1, "zu") { return nil }
        var subject =
            isPassive
            ? agent(of: index)
            : (lemma == "zitieren" ? quoted(by: index) : nil) ?? sentence.teller(of: index)
        // `Ich glaube, dass …` without marks is somebody's own text.
        if let found = subject, sentence.isForm(found, "ich") { return nil }
        if let found = subject, words[found].form.hasPrefix("solch") || lemma == "bekanntwerden" {
            subject = nil
        }
        // `geht von einem Unfall aus`: whoever cannot speak only begins somewhere.
        if lemma == "ausgehen", let subject, !sentence.canSpeak(subject), !sentence.isForm(subject, "man") {
            return nil
        }
        let speaker = subject.flatMap(sentence.speaker) ?? (isPassive ? paper(of: index) : medium(of: index))
        // Courts and parliaments decide, and so do matches.
        if CueWords.deciding.contains(lemma), speaker?.slots.first?.mention == nil,
            !(subject.map(sentence.canSpeak) ?? false)
        {
            return nil
        }
        var spans = [words[index].span]
        if let particle { spans.append(words[particle].span) }
        return Cue(
            kind: .verb, word: index, lemma: lemma, frame: index..<index + 1, speaker: speaker,
            teller: subject, spans: SpanSet(spans) ?? SpanSet(words[index].span))
    }

    /// `Im Bericht steht, dass …`: what it is written in says it.
    private func written(_ verb: Int) -> Cue? {
        guard sentence.isForm(verb + 1, ","), sentence.isForm(verb + 2, "dass", "daß"),
            let start = (0..<verb).first(where: { sentence.isForm($0, "in", "im", "auf") }),
            let noun = noun(behind: start), noun < verb
        else { return nil }
        return Cue(
            kind: .verb, word: verb, lemma: "stehen", frame: verb..<verb + 1,
            speaker: sentence.speakers(
                in: start + 1..<max(noun + 1, endOfSource(noun)), noun: noun, owns: false),
            teller: nil, spans: SpanSet(words[verb].span))
    }

    /// Whether the verb means something else here: `nannte sich selbst`, `zum Sperrgebiet erklärt`.
    private func isOtherwise(_ lemma: String, _ verb: Int) -> Bool {
        switch lemma {
        case "nennen", "bezeichnen":
            return words[verb].form == "genannt" || sentence.isForm(verb - 1, "näher")
                || words[max(0, verb - 16)..<min(words.count, verb + 3)].contains { $0.form == "sich" }
        case "feiern", "preisen", "ansehen":
            return !words[verb..<min(words.count, verb + 16)].contains { $0.form == "als" }
        case "drohen": return sentence.isForm(verb + 1, "es") || sentence.isForm(verb - 1, "es")
        case "erklären", "verurteilen":
            // `zum Sperrgebiet erklärt`, `zu zwei Jahren verurteilt`; `erklärte zur Lage, …` has a clause.
            return sentence.children(of: verb, "ccomp", "parataxis").isEmpty
                && sentence.children(of: verb, "obl", "nmod", "obl:arg").contains { child in
                    sentence.hasChild(child, "zum", "zur", "zu")
                }
        // `wurde vom Rat angenommen`
        case "annehmen":
            return sentence.isPassive(verb)
                && !(verb..<min(sentence.count, verb + 4)).contains { sentence.isForm($0, "dass") }
        default: return false
        }
    }

    /// `Gestern wurde bekannt, dass …`: nobody says who says it.
    private func known(at index: Int) -> Cue? {
        guard sentence.isForm(index, "bekannt"), !sentence.isVerbal(index),
            sentence.isForm(index + 1, ",")
                && (max(0, index - 6)..<index).contains(where: { sentence.isForm($0, "wurde", "wird") })
                || sentence.isForm(index + 1, "geworden", "wurde"),
            let comma = (index + 1..<min(sentence.count, index + 5)).first(where: { sentence.isForm($0, ",") }
            ),
            sentence.isForm(comma + 1, "dass", "daß")
        else { return nil }
        return Cue(
            kind: .verb, word: index, lemma: "bekanntwerden", frame: index..<index + 1, speaker: nil,
            teller: nil,
            spans: SpanSet(words[index].span))
    }

    /// `geht von einem Unfall aus`, `macht die Firma verantwortlich`: with its preposition within reach.
    private func isReporting(_ lemma: String, _ index: Int) -> Bool {
        guard let needed = CueWords.reportingWith[lemma] else { return false }
        let near = words[max(0, index - 10)..<min(words.count, index + 12)]
        if lemma == "zeigen", !near.contains(where: { $0.form == "sich" }) { return false }
        return near.contains { needed.contains($0.form) || lemma == "ausgehen" && $0.form == "davon" }
    }

    /// `Die Ministerin ärgert sich darüber, dass …`: any verb of somebody may tell what it has such a clause for.
    private func isThatClause(behind verb: Int, _ particle: Int?, _ lemma: String) -> Bool {
        guard !CueWords.causing.contains(lemma), !CueWords.causing.contains(words[verb].lemma) else {
            return false
        }
        var end = max(verb, particle ?? verb) + 1
        if sentence.isForm(end, "sich") { end += 1 }
        if end < sentence.count, words[end].form.hasPrefix("da"), words[end].partOfSpeech == .adverb {
            end += 1
        }
        guard sentence.isForm(end, ","), sentence.isForm(end + 1, "dass", "daß"), !sentence.isPassive(verb),
            let teller = sentence.teller(of: verb)
        else { return false }
        // `so laut, dass …` tells how.
        return sentence.canSpeak(teller)
            && !words[max(0, end - 8)..<end].contains { Self.degrees.contains($0.form) }
    }

    /// `Lenz jammerte, er sei krank`, `Er sei krank, jammerte Lenz`: the first subjunctive beside any verb of somebody.
    private func hasReportedClause(_ verb: Int, _ lemma: String) -> Bool {
        guard !CueWords.causing.contains(lemma), !CueWords.causing.contains(words[verb].lemma),
            !sentence.isReported(verb), words[verb].features.contains("Mood=Ind"), !sentence.isPassive(verb),
            words[verb].relation != "acl", !words[verb].relation.hasPrefix("acl:"),
            words[verb].relation != "advcl",
            !sentence.children(of: verb, "aux").contains(where: sentence.isReported)
        else { return false }
        let isBehind = sentence.isForm(verb - 1, ",") && words[verb - 1].quote == 0
        if isBehind {
            guard (0..<verb - 1).contains(where: { sentence.isReported($0) && words[$0].quote == 0 }) else {
                return false
            }
        } else {
            guard
                let comma = (verb + 1..<max(verb + 1, min(sentence.count, verb + 12))).first(where: {
                    sentence.isForm($0, ",", ":") && words[$0].quote == 0
                }), comma + 2 < sentence.count,
                !CueWords.others.contains(words[comma + 1].form), !sentence.isRelative(comma + 1),
                (comma + 1..<min(sentence.count, comma + 9)).contains(where: {
                    sentence.isReported($0) && words[$0].quote == 0
                })
            else { return false }
        }
        return sentence.teller(of: verb).map { sentence.canSpeak($0) && (!isBehind || $0 > verb) } ?? false
    }

    private static let degrees: Set<String> = ["so", "soweit", "derart", "dermaßen", "solche", "umgekehrt"]

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
        let isImpersonal =
            sentence.isForm(verb + 1, "es") || sentence.isForm(verb - 1, "es")
            || sentence.isForm(verb, "verlautet", "verlautete")
        if words[verb].form.hasPrefix("g"),
            let start = sentence.isForm(0, "aus")
                ? 0
                : (verb..<min(sentence.count, verb + 4)).first(where: {
                    sentence.isForm($0, "aus")
                }), let noun = noun(behind: start)
        {
            // `Aus einem Bericht der Polizei geht hervor`, `Das geht aus einem Bericht hervor`
            return sentence.speakers(in: start + 1..<max(noun + 1, endOfSource(noun)), noun: noun)
        }
        // `In einer Erklärung der Minister heißt es`
        if isImpersonal, sentence.isForm(0, "in", "im", "auf", "aus", "laut", "von", "bei"), verb > 1,
            let noun = noun(behind: 0), noun < verb
        {
            return sentence.speakers(in: 1..<max(noun + 1, endOfSource(noun)), noun: noun)
        }
        guard isImpersonal,
            let preposition = (verb + 1..<max(verb + 1, min(sentence.count, verb + 4))).first(where: {
                sentence.isForm(
                    $0, "in", "im", "aus", "von", "vom", "vonseiten", "seitens", "bei", "beim", "auf")
            }), let noun = noun(behind: preposition)
        else { return nil }
        let frame = preposition + 1..<max(noun + 1, sentence.phrase(at: noun).upperBound)
        return sentence.speakers(in: frame, noun: noun)
    }

    /// `Lenz wird zitiert`, `zitiert der Bote Lenz`: whoever is quoted speaks, not the paper.
    private func quoted(by verb: Int) -> Int? {
        sentence.children(of: verb, "nsubj:pass", "obj").first {
            words[$0].quote == 0 && !sentence.hasPreposition($0) && sentence.canSpeak($0)
        }
    }

    /// `wird in einer Mitteilung der Stadt gefordert`: the paper in which it is said.
    private func paper(of verb: Int) -> Speaker? {
        for index in max(0, verb - 14)..<verb where sentence.isForm(index, "in", "im") {
            guard let noun = noun(behind: index), noun < verb else { continue }
            let lemma = words[noun].lemma
            guard CueWords.paperEndings.contains(where: lemma.hasSuffix) || isMedium(noun) else { continue }
            return sentence.speakers(in: index + 1..<max(noun + 1, endOfSource(noun)), noun: noun)
        }
        return nil
    }

    /// `im „Boten“`: the name of a paper between marks.
    private func isMedium(_ noun: Int) -> Bool {
        sentence.label(noun) != .person && sentence.isMark(noun - 1)
    }

    /// `wurde von der Polizei mitgeteilt`.
    private func agent(of verb: Int) -> Int? {
        let found = sentence.children(of: verb, "obl", "obl:agent", "nmod").first { child in
            sentence.hasChild(child, "von", "vom", "by", "durch")
        }
        if let found { return found }
        // Where the grammar has hung it elsewhere: what stands before the verb in its clause.
        for index in (max(0, verb - 12)..<verb).reversed() {
            if sentence.isForm(index, ",", ";", ":"), words[index].quote == 0 { return nil }
            guard sentence.isForm(index, "von", "vom"), let noun = noun(behind: index), noun < verb else {
                continue
            }
            return sentence.canSpeak(noun) ? noun : nil
        }
        return nil
    }

    /// The prefix that a German verb has left behind: `teilte … mit`.
    private func particle(of verb: Int) -> Int? {
        if let child = sentence.children(of: verb, "compound:prt").first(where: {
            CueWords.particles.contains(words[$0].form)
        }) {
            return child
        }
        guard sentence.reading.passage.tongue == .german else { return nil }
        // `wie die Firma bekannt gab`
        if sentence.isForm(verb - 1, "bekannt", "fest", "klar"), !sentence.isVerbal(verb - 1) {
            return verb - 1
        }
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
