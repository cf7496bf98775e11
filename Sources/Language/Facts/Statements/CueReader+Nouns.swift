import Articles

/// Nouns for what somebody says that have a clause for it.
///
///     37 Prozent sind der Ansicht, [dass …]      die Forderung [der Stadt], das Werk zu schließen
extension CueReader {
    func utterance(at index: Int) -> Cue? {
        let word = words[index]
        guard word.partOfSpeech == .noun, SpeakingNouns.takesClause(word.lemma),
            let comma = comma(behind: index),
            let source = owner(of: index) ?? holder(of: index) ?? anonymous(index),
            let speaker = sentence.speaker(at: source)
        else { return nil }
        return Cue(
            kind: .noun, word: index, lemma: word.lemma, frame: index..<comma, speaker: speaker,
            teller: source, spans: SpanSet(word.span))
    }

    /// `Vorwürfe wurden laut, …`: the noun itself, where nobody is named.
    private func anonymous(_ noun: Int) -> Int? {
        let verb = words[noun].head
        guard words[noun].relation.hasPrefix("nsubj"), verb >= 0,
            !CueWords.saying.contains(sentence.lemma(verb))
        else { return nil }
        return noun
    }

    /// The comma that the clause stands behind; what belongs to the noun, or the end of its verb, may come before.
    private func comma(behind noun: Int) -> Int? {
        for index in noun + 1..<max(noun + 1, min(sentence.count - 2, noun + 10))
        where words[index].quote == 0 {
            if sentence.isForm(index, ";", ":") { return nil }
            if sentence.isForm(index, ",") {
                // `Die Aussagen füllten drei Bände, was …`: only the end of the verb comes between.
                let hasVerb = (noun + 1..<index).contains(where: sentence.isVerbal)
                return !hasVerb || sentence.isVerbal(index - 1) ? index : nil
            }
        }
        return nil
    }

    /// `die Forderung der Stadt`, `seine These`: whose it is.
    private func owner(of noun: Int) -> Int? {
        if let possessive = sentence.children[noun].first(where: { child in
            child < noun && noun - child < 4
                && sentence.isPossessive(child) && !sentence.isVerbal(child)
        }) {
            return possessive
        }
        return sentence.children[noun].first { child in
            child > noun && words[child].relation.hasPrefix("nmod") && sentence.canSpeak(child)
                && (!sentence.hasPreposition(child)
                    || sentence.hasChild(child, "von", "vom", "aus"))
        }
    }

    /// `37 Prozent sind der Ansicht`, `Lenz vertrat die These`: the subject of the verb that the noun hangs on.
    private func holder(of noun: Int) -> Int? {
        var verb = words[noun].head
        if verb < 0 || sentence.children(of: noun, "cop").first != nil { verb = noun }
        for _ in 0..<4 where verb != noun && !sentence.isVerbal(verb) && words[verb].head >= 0 {
            verb = words[verb].head
        }
        guard verb == noun || sentence.isVerbal(verb) && !sentence.isPassive(verb) else { return nil }
        guard
            let subject = verb == noun
                ? sentence.children(of: noun, "nsubj").first : sentence.teller(of: verb),
            subject != noun, words[subject].quote == 0,
            verb == noun && sentence.has("Case=Gen", noun) || sentence.canSpeak(subject)
                || sentence.isForm(subject, "prozent")
        else { return nil }
        return subject
    }
}
