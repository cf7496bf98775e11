import Articles

/// Finds what may refer to something in a passage: names, pronouns, nouns with their articles. One pass, by the words.
struct ReferenceReader: Sendable {
    private let frame: SentenceReader
    private let nouns: NounReader
    private let paragraph: Int
    private let tongue: Tongue
    private var references: [Reference] = []
    private var place = SentencePlace()
    /// Whether the clause has its subject already.
    private var hasSubject = false

    /// - Parameter sentence: how many sentences of the article came before.
    init(_ reading: ParagraphReading, paragraph: Int, sentence: Int) {
        frame = SentenceReader(reading)
        nouns = NounReader(frame)
        self.paragraph = paragraph
        tongue = reading.passage.tongue
        place.paragraph = paragraph
        place.sentence = sentence
    }

    private var reading: ParagraphReading { frame.reading }
    private var passage: Passage { frame.passage }

    /// In reading order; and how many sentences there have been with those of the passage.
    mutating func read() -> (references: [Reference], sentences: Int) {
        guard tongue != .other else { return ([], place.sentence + 1) }
        for sentence in passage.sentences {
            // A sentence wholly in a quote does not take the reader away from what was spoken about outside.
            let isQuoted = sentence.allSatisfy { frame.quotes[$0] != 0 || passage.pieces[$0].shape == .sign }
            if !isQuoted { place.sentence += 1 }
            place.clause = 0
            hasSubject = false
            read(sentence)
        }
        return (references, place.sentence)
    }

    private mutating func read(_ sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let item = reading.item(from: index), let name = nouns.name(item, in: sentence) {
                add(.name(name.reference), item.pieces, name.place)
                index = item.pieces.upperBound
                continue
            }
            if isClauseBreak(index) {
                place.clause += 1
                hasSubject = false
            }
            if let relative = relativeRival(at: index, in: sentence) { references.append(relative) }
            switch frame.word(index) {
            case .pronoun(let pronoun)?:
                readPronoun(pronoun, at: index, in: sentence)
            case .determiner(let determiner)?:
                readNoun(determiner, at: index, in: sentence)
            case .preposition?, .conjunction?, .verb?, .particle?, nil:
                if index == sentence.lowerBound, let plural = barePlural(at: index) {
                    references.append(plural)
                }
            }
            index += 1
        }
    }

    private func isClauseBreak(_ index: Int) -> Bool {
        frame.isSign(index, ",") || frame.isSign(index, ";") || frame.isSign(index, ":")
            || frame.isSign(index, "–") || frame.isSign(index, "—")
            || frame.word(index)?.isConjunction == true
    }

    private mutating func add(_ kind: Reference.Kind, _ pieces: Range<Int>, _ role: SubjectRole) {
        var here = place
        here.quote = frame.quotes[pieces.lowerBound]
        here.isSubject = role == .subject && !hasSubject
        if role == .subject { hasSubject = true }
        here.isOblique = role == .oblique
        here.isSpeaker = isSpeaker(pieces)
        references.append(Reference(span: passage.span(of: pieces), kind: kind, place: here))
    }

    /// Whether a verb of saying stands right before or behind: `sagte er`, `he said`.
    private func isSpeaker(_ pieces: Range<Int>) -> Bool {
        [pieces.lowerBound - 1, pieces.upperBound].contains {
            frame.isLower($0) && CueVerbs.all.contains(passage.word($0))
        }
    }

    // MARK: Pronouns

    private mutating func readPronoun(_ pronoun: Pronoun, at index: Int, in sentence: Range<Int>) {
        let piece = passage.pieces[index]
        // A capital within the sentence is the formal address.
        guard piece.shape == .lower || piece.startsSentence else { return }
        let next = index + 1
        let isBeforeNoun =
            tongue == .english
            ? frame.isCapital(next) || frame.isLower(next) && frame.word(next) == nil
            : frame.isCapital(next) || frame.isAdjective(next) || isNumber(next)
        switch pronoun.use {
        case .subject where pronoun.genders.contains(.plural):
            guard let isSingular = nouns.isSingular(subjectAt: index, in: sentence) else { return }
            if isSingular {
                addPronoun(.feminine, .subject, at: index)
            } else {
                references.append(rival(.plural, index..<index + 1))
            }
        case .subject:
            addPronoun(pronoun.genders, .subject, at: index)
        case .possessive where tongue == .english && frame.isSign(index, "her") && !isBeforeNoun:
            addPronoun(.feminine, .object, at: index)
        case .possessive where !isBeforeNoun:
            // "mit ihr" is a woman or a thing; a bare "sein" is the verb.
            guard frame.isSign(index, "ihr"), frame.word(index - 1)?.isPreposition == true else { return }
            addPronoun(.feminine, .object, at: index)
        case .possessive:
            addPronoun(pronoun.genders, .possessive, at: index)
            if tongue == .german, !pronoun.noun.isEmpty {
                let determiner = Determiner(subject: pronoun.noun, any: pronoun.noun, isDefinite: false)
                readNoun(determiner, at: index, in: sentence)
            }
        case .object, .demonstrative:
            addPronoun(pronoun.genders, pronoun.use, at: index)
        }
    }

    private func isNumber(_ index: Int) -> Bool {
        passage.pieces.indices.contains(index) && passage.pieces[index].shape == .number
    }

    private mutating func addPronoun(_ genders: Gender, _ use: Pronoun.Use, at index: Int) {
        // "Lenz said she was not worried" has two clauses.
        if use == .subject, hasSubject {
            place.clause += 1
            hasSubject = false
        }
        add(
            .pronoun(Pronoun(genders: genders, use: use)), index..<index + 1,
            use == .subject ? .subject : .oblique)
    }

    // MARK: Nouns

    private mutating func readNoun(_ determiner: Determiner, at index: Int, in sentence: Range<Int>) {
        guard let noun = nouns.noun(behind: determiner, at: index, in: sentence) else {
            if determiner.isDemonstrative, tongue == .german, !frame.isCapital(index + 1) {
                addPronoun(determiner.subject, .demonstrative, at: index)
            }
            return
        }
        add(.noun(noun.reference), index..<noun.end, noun.role)
    }

    /// `Betriebe, die ihr Wasser …`: whom a relative clause is about stands right before it.
    private func relativeRival(at index: Int, in sentence: Range<Int>) -> Reference? {
        guard tongue == .german, index > sentence.lowerBound + 1, frame.isSign(index - 1, ","),
            let determiner = frame.word(index)?.determiner, determiner.isDefinite,
            !determiner.subject.isEmpty,
            reading.item(at: index - 2) == nil, frame.isCapital(index - 2)
        else { return nil }
        return rival(determiner.subject, index..<index + 1)
    }

    /// `Private Haushalte …` at the beginning, where a German noun without an article is a plural.
    private func barePlural(at index: Int) -> Reference? {
        let piece = passage.pieces[index]
        guard tongue == .german, frame.isCapital(index), reading.item(at: index) == nil,
            !passage.foldedTraits(from: piece.start, to: piece.end).contains(.common)
        else { return nil }
        return rival(.plural, index..<index + 1)
    }

    private func rival(_ genders: Gender, _ pieces: Range<Int>) -> Reference {
        var here = place
        here.quote = frame.quotes[pieces.lowerBound]
        here.isSubject = true
        let noun = NounReference(
            stem: "", thing: nil, genders: genders, isDescription: false, isPerson: false)
        return Reference(span: passage.span(of: pieces), kind: .noun(noun), place: here)
    }
}

/// What something is in its clause, as far as the words around it tell.
enum SubjectRole: Sendable {
    case subject, oblique, unknown
}
