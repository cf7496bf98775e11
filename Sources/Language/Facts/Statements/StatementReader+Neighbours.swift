import Articles

/// What one sentence says of the sentences beside it: that somebody says them, or who may speak in the next.
extension StatementReader {
    /// `Die Brücke ist gesperrt. Das bestätigte die Polizei.`: what is said is the sentence before, or both before at the
    /// head of a paragraph.
    func pointingBack(_ told: Told, to earlier: [Told]) -> (fact: Fact, content: Span)? {
        let sentence = told.sentence
        guard let before = earlier.last, sentence.isForm(0, "das", "dies"), sentence.count > 2,
            sentence.isVerbal(1), told.contents.allSatisfy(\.isEmpty),
            let cue = told.cues.first(where: { $0.kind == .verb && $0.speaker != nil }), cue.word < 24,
            CueWords.saying.contains(cue.lemma), !CueWords.calling.contains(cue.lemma),
            isPlain(before)
        else { return nil }
        let first = earlier.count == 2 && isPlain(earlier[0]) ? earlier[0] : before
        let content = first.sentence.span.union(before.sentence.span)
        let fact = statement(
            SpanSet(content), cue.speaker, cue, in: sentence, form: "indirect", confidence: 0.6)
        return (fact, content)
    }

    /// Whether a sentence says nothing in somebody's name.
    private func isPlain(_ told: Told) -> Bool {
        told.contents.allSatisfy(\.isEmpty) && told.sentence.words.count(where: { $0.quote > 0 }) < 5
    }

    /// `Die Gewerkschaft streikt.`: who may speak in the sentence behind.
    func actor(of sentence: FactSentence) -> Speaker? {
        guard let root = sentence.words.firstIndex(where: { $0.head < 0 }),
            let subject = sentence.children(of: root, "nsubj").first, sentence.words[subject].quote == 0,
            sentence.words[subject].partOfSpeech != .pronoun, sentence.label(subject) != .place,
            sentence.canSpeak(subject)
        else { return nil }
        return sentence.speaker(at: subject)
    }
}
