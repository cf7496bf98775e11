import Articles

/// Reads nouns and names with the words that belong to them: articles, adjectives, titles, offices.
///
///     der [thailändische Ministerpräsident] Thaksin Shinawatra, [Sprecher] der …
struct NounReader: Sendable {
    let frame: SentenceReader
    private let things: WordTable<ThingNoun>
    let tongue: Tongue

    init(_ frame: SentenceReader) {
        self.frame = frame
        tongue = frame.passage.tongue
        things = ThingNoun.table(tongue)
    }

    var passage: Passage { frame.passage }
    var reading: ParagraphReading { frame.reading }

    /// What the noun, or the end of a compound, calls: `bundeskanzlerin` by `kanzlerin`.
    func thing(_ stem: String) -> (noun: ThingNoun, head: String)? {
        if let known = things.value(ofText: stem) { return (known, stem) }
        guard tongue == .german else { return nil }
        let bytes = Array(stem.utf8)
        guard bytes.count > 6, bytes.count <= 60 else { return nil }
        for cut in 2..<bytes.count - 3 {
            let known = bytes.withUnsafeBufferPointer {
                things.value(of: UnsafeBufferPointer(rebasing: $0[cut...]))
            }
            if let known { return (known, String(decoding: bytes[cut...], as: UTF8.self)) }
        }
        return nil
    }

    /// The noun that an article belongs to; nil when a name follows, which says itself who is meant.
    func noun(
        behind determiner: Determiner, at index: Int, in sentence: Range<Int>
    ) -> (reference: NounReference, end: Int, role: SubjectRole)? {
        guard let noun = nounIndex(behind: index, in: sentence) else { return nil }
        let piece = passage.pieces[noun]
        guard piece.end - piece.start <= 60 else { return nil }
        let stem = NounStem.of(passage.word(noun), tongue)
        let isAged = tongue == .german && (stem.hasSuffix("jährig") || stem.hasSuffix("jähriger"))
        let found = thing(stem)
        let isPerson =
            isAged || found?.noun.sort == .person
            || !passage.traits(at: noun).isDisjoint(with: [.office, .calling])
        let role: SubjectRole =
            frame.canBeSubject(index, in: sentence, determiner)
            ? .subject : determiner.subject.isEmpty || isBehindPreposition(index) ? .oblique : .unknown
        var genders = role == .subject ? determiner.subject : determiner.any
        if let known = found?.noun.gender, known != .person { genders = known }
        if tongue == .english, found == nil, !isPerson { genders = .neuter }
        if tongue == .english, isPerson, found == nil { genders = .person }
        if isPerson, tongue == .german, stem.hasSuffix("in") { genders = .feminine }
        var thing = found?.noun
        if isAged {
            thing = ThingNoun(sort: .person, gender: genders, isGeneral: true)
        } else if let noun = found?.noun, found?.head != stem {
            thing = ThingNoun(sort: noun.sort, gender: noun.gender, isGeneral: false)
        }
        return (
            NounReference(
                stem: stem, thing: thing, genders: genders,
                isDescription: determiner.isDefinite && !isExplained(noun)
                    && !frame.isSign(index - 1, "amt") && !frame.isSign(index - 1, "amtes"),
                isPerson: isPerson),
            noun + 1, role
        )
    }

    private func isBehindPreposition(_ index: Int) -> Bool { frame.word(index - 1)?.isPreposition == true }

    private func nounIndex(behind index: Int, in sentence: Range<Int>) -> Int? {
        for next in index + 1..<min(index + 5, sentence.upperBound) {
            let item = reading.item(at: next)
            if let item, item.mention.label.isJoined, item.mention.attributes["form"] == nil { return nil }
            if tongue == .english {
                guard frame.word(next) == nil, passage.pieces[next].isWord else { return nil }
                let stem = NounStem.english(passage.word(next))
                let isKnown =
                    things.value(ofText: stem) != nil
                    || !passage.traits(at: next).isDisjoint(with: [.office, .calling])
                if isKnown || next == index + 3 || frame.word(next + 1) != nil {
                    return isNamed(next) ? nil : next
                }
                continue
            }
            if frame.isCapital(next) { return isNamed(next) ? nil : next }
            guard
                frame.isAdjective(next) || passage.pieces[next].shape == .number || frame.isSign(next, ".")
                    || frame.isSign(next, "-")
            else { return nil }
        }
        return nil
    }

    /// Whether a name stands behind the noun, so that the noun only says what it is.
    private func isNamed(_ noun: Int) -> Bool {
        var next = noun + 1
        if passage.pieces.indices.contains(next), passage.mayBeQuotationMark(passage.pieces[next]) {
            next += 1
        }
        if let item = reading.item(at: next), item.mention.label.isJoined || item.mention.label == .role {
            return true
        }
        return frame.isCapital(next) && reading.item(at: next) == nil && tongue == .german
            && !(passage.pieces[next].startsSentence)
    }

    /// Whether a genitive or the like behind it tells another thing: `der Präsident des Rates`.
    private func isExplained(_ noun: Int) -> Bool {
        switch tongue {
        case .english:
            return frame.isSign(noun + 1, "of") || frame.isSign(noun + 1, "for")
                || frame.isLower(noun + 1) && frame.word(noun + 1) == nil
                    && !frame.isVerb(noun + 1) && !frame.hasEnding(noun + 1, "s")
                    && !NounReader.endsWithPossessive(passage.word(noun))
        case .german, .other:
            guard let next = frame.word(noun + 1) else { return frame.isCapital(noun + 1) }
            if frame.isSign(noun + 1, "von") || frame.isSign(noun + 1, "vom") || frame.isSign(noun + 1, "für")
            {
                return true
            }
            return frame.isSign(noun + 1, "der") || frame.isSign(noun + 1, "des")
                || (next.pronoun?.use == .possessive && frame.hasEnding(noun + 1, "er"))
        }
    }

    private static func endsWithPossessive(_ word: String) -> Bool {
        word.hasSuffix("’s") || word.hasSuffix("'s")
    }
}
