import Articles

/// Persons: by first name, after a title or an office, by a surname that is known.
extension NameReader {
    /// `Mark Rutte`, `George W. Bush`, `Ursula von der Leyen`; after a title or an office also `Rutte` alone.
    func person(at index: Int) -> FoundName? {
        guard
            traits(index).isDisjoint(with: [.office, .title, .calling, .derived])
                || traits(index).contains(.firstName)
        else { return nil }
        if isFirstName(index) {
            let end = endOfName(from: index + 1)
            if end > index + 1 { return person(index..<end, 0.85) }
            // A first name alone, unless it is a word or a place as well.
            if isAddressed(index) { return person(index..<index + 1, 0.75) }
            guard !isCommon(index), traits(index).isDisjoint(with: [.place, .organisation]),
                !followsPreposition(index), pieces[index].end - pieces[index].start > 2
            else { return nil }
            return person(index..<index + 1, 0.5)
        }
        guard isAddressed(index) else { return nil }
        if isPossibleSurname(index) { return person(index..<max(index + 1, endOfName(from: index)), 0.75) }
        // Behind "Frau" or "Dr." even a compound noun is a surname, but for an office: "Frau Ministerin".
        guard followsTitle(index), !isOffice(index), !traits(index).contains(.title) else { return nil }
        return person(index..<index + 1, 0.7)
    }

    /// A surname that this article has introduced in full, or that the lexicon has and nothing else explains.
    func loneSurname(at index: Int) -> FoundName? {
        let word = passage.string(of: index..<index + 1)
        if let surname = context.surname(of: word), !(isCommon(index) && pieces[index].startsSentence) {
            return single(index, .person, 0.8, key: surname)
        }
        let end = pieces[index].end
        var known = traits(index)
        var key = word
        if known.isDisjoint(with: [.surname, .common]), word.utf8.last == UInt8(ascii: "s") {
            known = passage.traits(from: pieces[index].start, to: end - 1)
            key = String(word.dropLast())
        }
        guard known.contains(.surname),
            known.isDisjoint(with: [.common, .place, .organisation, .derived, .office]),
            !isCommon(index), word.utf8.count > 3
        else { return nil }
        return single(index, .person, 0.5, key: key)
    }

    /// Two or three capital words in a row that no list knows: in German, nouns do not stand so.
    func unknownPerson(at index: Int) -> FoundName? {
        guard isUnknown(index), !isAfterCapital(index) else { return nil }
        var end = index + 1
        while end < index + 3, isCapital(end), isUnknown(end) || isNameOnly(end) { end += 1 }
        guard end > index + 1, !isCapital(end), !isAllCapitals(index..<end) else { return nil }
        return person(index..<end, 0.45)
    }

    /// Whether the piece is a first name, whole or before its hyphen: `Hans-Peter`.
    private func isFirstName(_ index: Int) -> Bool {
        if traits(index).contains(.firstName) { return true }
        guard let hyphen = hyphen(in: index) else { return false }
        return passage.traits(from: pieces[index].start, to: hyphen).contains(.firstName)
            && passage.traits(from: hyphen + 1, to: pieces[index].end).contains(.firstName)
    }

    /// The end of a name that goes on at an index: further first names, initials, particles, a surname.
    private func endOfName(from index: Int) -> Int {
        var end = index
        var next = index
        while next < index + 6, pieces.indices.contains(next), !taken[next] {
            if isParticle(next), pieces.indices.contains(next + 1) {
                next += 1
            } else if isArabicSurname(next) {
                next += 1
                end = next
            } else if isInitial(next) {
                next += 2
            } else if isQuotedNickname(next) {
                next += 3
            } else if isCapital(next) || (next == index && pieces[next].isCapital),
                isPossibleSurname(next) || isNounAsSurname(next)
            {
                let isGivenName = isFirstName(next) && isCapital(next + 1) && isPossibleSurname(next + 1)
                next += 1
                end = next
                if !isGivenName, !isInitial(next), !isParticle(next),
                    !(end - index < 2 && isUnknownSurname(next))
                {
                    break
                }
            } else {
                break
            }
        }
        return end
    }

    /// `Ban Ki Moon`, `Juan Manuel Santos`: an unknown word may be a second first name.
    private func isUnknownSurname(_ index: Int) -> Bool {
        isCapital(index) && !isCommon(index)
            && traits(index).isDisjoint(with: [.place, .organisation, .derived, .office])
            && !isOffice(index) && suffixTraits(of: index).isEmpty
    }

    private func isParticle(_ index: Int) -> Bool {
        guard pieces.indices.contains(index), pieces[index].shape == .lower, pieces[index].isSpaced else {
            return false
        }
        if isWord(
            index, "von", "van", "de", "di", "da", "del", "dos", "bin", "ibn", "al", "el", "la", "le", "du",
            "zu", "ben")
        {
            let next = index + 1
            return isCapital(next) || isWord(next, "der", "den", "dem", "la", "las", "und", "zu")
        }
        return isWord(index, "der", "den", "dem", "la", "las", "zu", "und")
            && isWord(index - 1, "von", "van", "de", "und")
            && (isCapital(index + 1) || isWord(index + 1, "zu"))
    }

    /// `W.`
    private func isInitial(_ index: Int) -> Bool {
        guard pieces.indices.contains(index + 1), pieces[index].isCapital, pieces[index].isSpaced else {
            return false
        }
        return pieces[index].end - pieces[index].start <= 2 && isWord(index + 1, ".")
            && !pieces[index + 1].isSpaced
    }

    private func isQuotedNickname(_ index: Int) -> Bool {
        guard pieces.indices.contains(index + 2), pieces[index].shape == .sign else { return false }
        return QuotationMarks.isOpening(passage.string(of: index..<index + 1)) && pieces[index + 1].isCapital
            && pieces[index + 2].shape == .sign && isCapital(index + 3)
            && QuotationMarks.isClosing(passage.string(of: index + 2..<index + 3))
    }

    /// A capital word that may be a surname: known as one, or known as nothing.
    private func isPossibleSurname(_ index: Int) -> Bool {
        guard pieces.indices.contains(index), pieces[index].end - pieces[index].start > 1 else {
            return false
        }
        if !traits(index).isDisjoint(with: .person)
            || context.surname(of: passage.string(of: index..<index + 1)) != nil
        {
            return !traits(index).contains(.organisation)
        }
        guard
            traits(index).isDisjoint(with: [.office, .title, .derived, .legalForm, .organisation, .calling]),
            !isOffice(index)
        else { return false }
        if traits(index).contains(.country) { return false }
        return !isCommon(index) && (pieces[index].shape == .capitalised) && suffixTraits(of: index).isEmpty
    }

    /// `al-Maliki`
    private func isArabicSurname(_ index: Int) -> Bool {
        guard pieces[index].shape == .lower, pieces[index].isSpaced, let hyphen = hyphen(in: index),
            hyphen - pieces[index].start <= 4, 0x41...0x5A ~= passage.bytes[hyphen + 1]
        else { return false }
        return true
    }

    /// `Matthias Gärtner`: behind a first name a German noun without an article is a surname.
    private func isNounAsSurname(_ index: Int) -> Bool {
        guard passage.tongue == .german, pieces[index].shape == .capitalised, hyphen(in: index) == nil,
            isFirstName(index - 1), !isCommon(index - 1), !traits(index - 1).contains(.country),
            foldedTraits(index).isDisjoint(with: .common), pieces[index].end - pieces[index].start <= 12
        else { return false }
        return traits(index).isDisjoint(with: [
            .office, .title, .derived, .legalForm, .organisation, .organisationHead,
        ])
            && traits(index).isDisjoint(with: .place)
    }

    /// Whether a title or an office stands right before: `Frau Weber`, `Kanzlerin Merkel`.
    private func isAddressed(_ index: Int) -> Bool {
        guard index > 0, pieces[index].isSpaced else { return false }
        return followsTitle(index) || (isOffice(index - 1) && !isPlural(index - 1))
    }

    private func followsTitle(_ index: Int) -> Bool {
        var before = index - 1
        if isWord(before, ".") { before -= 1 }
        return traits(before).contains(.title) && traits(before).isDisjoint(with: .place)
    }

    private func isPlural(_ index: Int) -> Bool { passage.word(index).hasSuffix("innen") }

    private func isNameOnly(_ index: Int) -> Bool {
        !traits(index).isDisjoint(with: [.surname, .firstName]) && !isCommon(index)
    }

    /// Whether no list knows the word, nor its end as the noun that a compound ends in.
    private func isUnknown(_ index: Int) -> Bool {
        pieces[index].shape == .capitalised && traits(index).subtracting(.startsPhrase).isEmpty
            && !isCommon(index)
            && pieces[index].end - pieces[index].start > 2 && hyphen(in: index) == nil && !isOffice(index)
            && suffixTraits(of: index).isEmpty && !isPlaceAdjective(index) && genitiveTraits(index).isEmpty
    }

    private func isAfterCapital(_ index: Int) -> Bool {
        index > 0 && pieces[index - 1].isCapital && pieces[index].isSpaced
            && !pieces[index - 1].startsSentence
    }

    private func isAllCapitals(_ range: Range<Int>) -> Bool {
        range.allSatisfy { pieces[$0].shape == .upper }
    }

    private func person(_ range: Range<Int>, _ confidence: Float) -> FoundName {
        var key = passage.string(of: range)
        // "Angela Merkels" is Angela Merkel when the lexicon or the article knows her.
        let last = range.upperBound - 1
        if key.utf8.last == UInt8(ascii: "s"), !traits(last).contains(.surname) {
            let stem = passage.traits(from: pieces[last].start, to: pieces[last].end - 1)
            let word = passage.string(of: last..<last + 1)
            if stem.contains(.surname) || context.surname(of: word) == String(word.dropLast()) {
                key.removeLast()
            }
        }
        return FoundName(pieces: range, label: .person, confidence: confidence, key: key)
    }
}
