import Articles

/// Organisations: with a legal form, by the noun that heads their name, by capitals.
extension NameReader {
    /// `Siemens AG`, `Müller & Söhne GmbH`: up to five words before a legal form.
    func company(at index: Int) -> FoundName? {
        guard !isBeginningOnly(index) else { return nil }
        let startsName = isCompanyWord(index) || traits(index + 1).contains(.legalForm)
        let continuesName = index > 0 && pieces[index].isSpaced && isCompanyWord(index - 1)
        guard startsName, !continuesName else { return nil }
        var next = index + 1
        while next < index + 6, pieces.indices.contains(next) {
            if traits(next).contains(.legalForm), pieces[next].isSpaced,
                pieces[next].isCapital || isWord(next, "e.v")
            {
                let hasDot = isWord(next + 1, ".") && isWord(next, "inc", "corp", "ltd", "e.v", "s.a", "co")
                return found(index..<(hasDot ? next + 2 : next + 1), .organisation, 0.8)
            }
            guard isCapital(next) || isWord(next, "&", "+") else { return nil }
            next += 1
        }
        return nil
    }

    /// A capital word that a firm's name may begin with; "Firma" and "Konzern" say what it is.
    private func isCompanyWord(_ index: Int) -> Bool {
        pieces[index].isCapital && !isBeginningOnly(index)
            && (!traits(index).contains(.common) || !traits(index).isDisjoint(with: [.derived, .surname]))
    }

    /// `Universität Zürich`, `Institut für Weltwirtschaft`, `Bayerische Landesbank`, `Ministry of Defence`.
    func organisation(at index: Int) -> FoundName? {
        if isHead(index) { return headFirst(at: index) }
        if isMinistry(index) { return single(index, .organisation, 0.6) }
        // An adjective with a capital in the middle of a sentence is the beginning of a name.
        guard isCapital(index + 1) else { return nil }
        let isAdjective =
            !pieces[index].startsSentence
            && (traits(index).contains(.derived) || isPlaceAdjective(index) || isCapitalAdjective(index))
        if isAdjective, isHead(index + 1) {
            return found(index..<headFirstEnd(index + 1), .organisation, 0.65)
        }
        guard passage.tongue == .english else { return nil }
        var end = index + 1
        while end < index + 5, isCapital(end) { end += 1 }
        guard let head = (index + 1..<end).last(where: isHead), !isBeginningOnly(index) else { return nil }
        return found(index..<headFirstEnd(head), .organisation, 0.65)
    }

    /// `KSK`, `BVG`: capitals that no list knows, in a sentence that is not all capitals.
    func acronym(at index: Int) -> FoundName? {
        let length = pieces[index].end - pieces[index].start
        guard pieces[index].shape == .upper, 3...6 ~= length, !isCommon(index), isAmongSmallWords(index),
            !passage.bytes[pieces[index].start..<pieces[index].end].contains(where: Letters.isDigit),
            !passage.word(index).allSatisfy({ "ivxlcm".contains($0) })
        else { return nil }
        return single(index, .organisation, 0.45)
    }

    private func headFirst(at index: Int) -> FoundName? {
        let end = headFirstEnd(index)
        guard end > index + 1 else { return isMinistry(index) ? single(index, .organisation, 0.6) : nil }
        return found(index..<end, .organisation, 0.65)
    }

    /// The end of what belongs to a head: the place or name behind it, `für …`, `of …`.
    private func headFirstEnd(_ head: Int) -> Int {
        let next = head + 1
        if isWord(next, "für", "of", "for"), isCapital(next + 1) {
            var end = next + 2
            while end < next + 5 {
                if isCapital(end), passage.tongue == .english || isHeadName(end) {
                    end += 1
                } else if isWord(end, "und", "and", "of", "the"), isCapital(end + 1),
                    passage.tongue == .english || end == next + 2
                {
                    end += 2
                } else {
                    break
                }
            }
            return end
        }
        guard passage.tongue == .german, isCapital(next), isHeadName(next) else { return next }
        return next + 1
    }

    private func isHeadName(_ index: Int) -> Bool {
        !traits(index).isDisjoint(with: .place)
            || (!isCommon(index) && traits(index).isEmpty && suffixTraits(of: index).isEmpty)
    }

    /// Whether the word heads names of organisations, also as the end of a compound: `Landgericht`.
    private func isHead(_ index: Int) -> Bool {
        pieces[index].isCapital
            && (traits(index).contains(.organisationHead)
                || suffixTraits(of: index).contains(.organisationHead))
    }

    /// Ministries are named by one word: `Verteidigungsministerium`.
    private func isMinistry(_ index: Int) -> Bool {
        let word = passage.word(index)
        return word.utf8.count > 12 && (word.hasSuffix("ministerium") || word.hasSuffix("ministeriums"))
    }

    private func isCapitalAdjective(_ index: Int) -> Bool {
        guard passage.tongue == .german, let last = passage.word(index).last, "enrs".contains(last) else {
            return false
        }
        return foldedTraits(index).contains(.common) && !traits(index).contains(.common)
    }

    /// A capital only because a sentence begins: `Die` before `Siemens AG`.
    private func isBeginningOnly(_ index: Int) -> Bool {
        pieces[index].startsSentence && foldedTraits(index).contains(.common)
    }

    func isAmongSmallWords(_ index: Int) -> Bool {
        (max(0, index - 4)..<min(pieces.count, index + 5)).contains { pieces[$0].shape == .lower }
    }
}
