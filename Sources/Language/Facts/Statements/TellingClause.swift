import Articles

/// A verb of saying with what around it may be its subject, and the points for that; set by hand from articles read.
struct TellingClause {
    private let sentence: FactSentence
    private let verb: Int
    /// The verb that agrees with the subject: the auxiliary where there is one.
    private let finite: Int
    /// What the grammar takes for the subject.
    private let subjects: [Int]
    /// The subjects of the verb that this one is joined to.
    private let shared: [Int]
    /// Whether what stands right before the verb may be its subject, so that what stands behind it is an object.
    private var hasSubjectBefore = false

    init(_ verb: Int, in sentence: FactSentence) {
        self.sentence = sentence
        self.verb = verb
        let words = sentence.words
        let auxiliary = sentence.children[verb].first {
            words[$0].relation.hasPrefix("aux") && words[$0].features.contains("VerbForm=Fin")
                && words[$0].quote == 0
        }
        finite = auxiliary ?? verb
        func subjects(of verb: Int) -> [Int] {
            sentence.children[verb].filter { child in
                words[child].relation == "nsubj"
                    || words[child].relation == "nsubj:pass" && !sentence.isPassive(verb)
            }
        }
        self.subjects = subjects(of: verb)
        var heads: [Int] = []
        let head = words[verb].head
        if head >= 0,
            words[verb].relation == "conj" || ["xcomp", "aux", "cop"].contains(words[verb].relation)
        {
            heads.append(head)
        }
        if sentence.isForm(verb - 1, ",", "und", "and", "sowie", "aber") {
            heads += sentence.children[verb].filter { $0 < verb - 1 && sentence.isVerbal($0) }
            heads += words.indices.filter { words[$0].head < 0 && $0 < verb }
        }
        shared = heads.flatMap(subjects).filter { $0 < verb }
        hasSubjectBefore = subject(before: finite).map(agrees) ?? false
    }

    private var words: [FactSentence.Word] { sentence.words }

    /// The head of the noun phrase right before a verb, if it may be the subject.
    private func subject(before finite: Int) -> Int? {
        var index = finite - 1
        // `Emil Lenz, der Chef der Firma (BPI), sagte`
        if sentence.isForm(index, ","),
            let comma = (max(0, index - 14)..<index).last(where: { sentence.isForm($0, ",") }), comma > 0,
            !(comma..<index).contains(where: { sentence.isVerbal($0) || words[$0].quote > 0 })
        {
            index = comma - 1
        }
        while index > 0, sentence.isMark(index) || sentence.isForm(index, ")") {
            index =
                sentence.isForm(index, ")")
                ? (words[..<index].lastIndex { $0.form == "(" } ?? 1) - 1 : index - 1
        }
        guard index >= 0, sentence.isNominal(index), words[index].quote == 0 else { return nil }
        for _ in 0..<4 {
            if sentence.hasPreposition(index) { return nil }
            let head = words[index].head
            guard head >= 0, head < index, sentence.isNominal(head) else { break }
            index = head
        }
        return sentence.canSpeak(index) && !sentence.hasObjectArticle(index) ? index : nil
    }

    func points(of index: Int) -> Double {
        let word = words[index]
        var points = 0.0
        if subjects.contains(index) {
            points += 5
        } else if shared.contains(index) {
            points += 3.5
        } else {
            points += relationPoints(index)
        }
        if sentence.isRelative(index) {
            points += 4
        } else if sentence.canSpeak(index) {
            points += sentence.isNamed(index) ? 4 : 3
        }
        if sentence.isForm(index, "er", "wir", "he", "we") { points += 1 }
        if SpeakingNouns.isUtterance(word.lemma) { points -= 2 }
        // `die Worte Brandts`
        if index > 0, words[index - 1].partOfSpeech == .noun,
            SpeakingNouns.isUtterance(words[index - 1].lemma)
        {
            points -= 9
        }
        // `den Plan der Stadt`
        if word.head >= 0, word.head < index, sentence.isNominal(word.head),
            sentence.hasPreposition(word.head)
        {
            points -= 4
        }
        if sentence.hasObjectArticle(index) { points -= 5 }
        if sentence.has("Case=Gen", index), !subjects.contains(index) { points -= 2 }
        if !agrees(index) { points -= 2 }
        return points + placePoints(index)
    }

    /// What else the word is says that it is not the subject.
    private func relationPoints(_ index: Int) -> Double {
        switch words[index].relation {
        case "nmod", "appos", "conj", "obl", "obl:arg", "obl:tmod": -3
        case "flat", "flat:name", "compound": -2
        case "obj", "iobj": -1
        case "nsubj", "nsubj:pass": -2
        default: 0
        }
    }

    /// Subjects stand beside their verb, and in the same clause.
    private func placePoints(_ index: Int) -> Double {
        var points = 0.0
        let isSubject = subjects.contains(index)
        let (low, high) = index < finite ? (index + 1, finite) : (min(verb, finite) + 1, index)
        var isBeside = true
        for between in low..<max(low, high) where words[between].quote == 0 && between != verb {
            if sentence.isForm(between, ",", "–", "(") {
                let opensClause =
                    between + 1 < sentence.count
                    && (words[between + 1].partOfSpeech == .subordinator
                        || CueWords.openers.contains(words[between + 1].form)
                        || CueWords.others.contains(words[between + 1].form))
                points -= index > finite ? 4 : isSubject ? 0 : opensClause ? 4 : 0.7
                isBeside = false
            } else if sentence.isForm(between, ";", ":") {
                points -= 4
                isBeside = false
            } else if sentence.isNominal(between) {
                isBeside = false
            }
        }
        if isBeside, index > finite || hasSubjectBefore {
            points += index < finite ? 2 : hasSubjectBefore ? -1 : 2
        }
        return points
    }

    /// Whether the word and the verb are both singular or both plural, as far as the grammar tells.
    private func agrees(_ index: Int) -> Bool {
        let isPlural = sentence.has("Number=Plur", finite)
        // `Ada Brandt und Emil Lenz`
        let isJoined =
            words[index].relation == "conj"
            || sentence.children(of: index, "conj").contains { sentence.hasChild($0, "und", "sowie", "and") }
        if isJoined { return isPlural || index < finite - 4 }
        guard isPlural || sentence.has("Number=Sing", finite) else { return true }
        return isPlural ? !sentence.has("Number=Sing", index) : !sentence.has("Number=Plur", index)
    }
}
