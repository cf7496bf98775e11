import Articles

/// Places, what the lexicon has as it stands, compounds with a name, and offices.
extension NameReader {
    /// The longest entry of several words that begins here and is a name by itself: `Vereinigte Staaten`.
    func phrase(at index: Int) -> FoundName? {
        guard traits(index).contains(.startsPhrase) else { return nil }
        for end in stride(from: min(pieces.count, index + 6), to: index + 1, by: -1) {
            let known = passage.traits(from: pieces[index].start, to: pieces[end - 1].end)
            if let label = label(known) { return found(index..<end, label, 0.85) }
        }
        return nil
    }

    /// A word that is a name of something other than a place: `NATO`, `Irakkrieg`.
    func entry(at index: Int) -> FoundName? {
        let known = traits(index)
        if let label = label(known), label != .place {
            // "Congress" is a word too, and so is "Grüne" where a sentence begins; "IS" is none among small letters.
            let isPlainWord = known.contains(.common) || (pieces[index].startsSentence && isCommon(index))
            guard !isPlainWord || (pieces[index].shape == .upper && isAmongSmallWords(index)) else {
                return nil
            }
            return single(index, label, 0.8)
        }
        if known.isEmpty, !isCommon(index), let label = label(genitiveTraits(index)), label != .place {
            return single(index, label, 0.7, key: String(passage.string(of: index..<index + 1).dropLast()))
        }
        return nil
    }

    /// A country or town, an inhabitant, or the adjective of one.
    func place(at index: Int) -> FoundName? {
        let known = traits(index)
        if known.contains(.derived) { return single(index, .place, 0.65, form: .derived) }
        if known.contains(.country), !known.contains(.common) || followsPreposition(index) {
            return single(index, .place, 0.85)
        }
        if known.contains(.town) {
            if followsPreposition(index), !pieces[index].startsSentence { return single(index, .place, 0.8) }
            return isCommon(index) || known.contains(.firstName) ? nil : single(index, .place, 0.7)
        }
        let genitive = genitiveTraits(index)
        if known.isEmpty, !isCommon(index), !genitive.isDisjoint(with: .place), !genitive.contains(.common) {
            return single(index, .place, 0.75, key: String(passage.string(of: index..<index + 1).dropLast()))
        }
        return isPlaceAdjective(index) ? single(index, .place, 0.6, form: .derived) : nil
    }

    /// `NATO-Länder`, `Merkel-Besuch`: the whole compound, as its part names something.
    func compound(at index: Int) -> FoundName? {
        // "US-Dollar" is a unit.
        guard let hyphen = hyphen(in: index), pieces[index].term == nil else { return nil }
        let start = pieces[index].start
        let first = passage.traits(from: start, to: hyphen)
        let name = String(decoding: passage.bytes[start..<hyphen], as: UTF8.self)
        if let label = label(first), !first.contains(.common) {
            return single(index, label, 0.7, form: .part, key: name)
        }
        if let surname = context.surname(of: name) {
            return single(index, .person, 0.6, form: .part, key: surname)
        }
        return nil
    }

    /// An office by itself: `Bundeskanzlerin`, `NATO-Generalsekretär`. Callings need a name beside them.
    func office(at index: Int) -> FoundName? {
        if traits(index).contains(.startsPhrase) {
            for end in stride(from: min(pieces.count, index + 4), to: index + 1, by: -1)
            where passage.traits(from: pieces[index].start, to: pieces[end - 1].end).contains(.office) {
                return found(index..<end, .role, 0.7)
            }
        }
        guard isOffice(index) else { return nil }
        let isStrong =
            traits(index).contains(.office) || hyphen(in: index) != nil
            || suffixTraits(of: index).contains(.office)
        let hasName = isNamed(index + 1) || (isWord(index + 1, ",") && isNamed(index + 2)) || isApposed(index)
        guard isStrong || hasName else { return nil }
        return single(index, .role, hasName ? 0.8 : 0.55)
    }

    private func isNamed(_ index: Int) -> Bool {
        isCapital(index) && (traits(index).contains(.firstName) || !isCommon(index))
    }

    /// Whether the office explains a name: `Lars Schauer, Manager von …`, `Maria Lopez, a spokeswoman …`.
    private func isApposed(_ index: Int) -> Bool {
        let article = isWord(index - 1, "a", "an", "the", "der", "die") ? 1 : 0
        let name = index - article - 2
        return isWord(index - article - 1, ",") && name >= 0 && pieces[name].isCapital && !isCommon(name)
    }

    /// Whether the word, or the end of a compound, is an office or a calling.
    func isOffice(_ index: Int) -> Bool {
        guard pieces.indices.contains(index), pieces[index].isWord else { return false }
        if !traits(index).isDisjoint(with: [.office, .calling]) { return true }
        guard pieces[index].isCapital, passage.tongue == .german else { return false }
        return !suffixTraits(of: index).isDisjoint(with: [.office, .calling])
    }

    /// What the lexicon knows about the end of a compound: `Verteidigungs[minister]`, `NATO-[Generalsekretär]`.
    ///
    /// The longest known end counts; it must leave three bytes and have four. Empty for most names.
    func suffixTraits(of index: Int) -> WordTraits {
        guard passage.tongue == .german || hyphen(in: index) != nil else { return [] }
        let (start, end) = (pieces[index].start, pieces[index].end)
        // A word of more than sixty bytes is no compound that a list could know.
        guard end - start >= 7, end - start <= 60 else { return [] }
        var word = Array(passage.folded[start..<end])
        for cut in 3..<(word.count - 3) where word[cut] & 0xC0 != 0x80 {
            let saved = (word[cut], word[cut + 1])
            if 0x61...0x7A ~= word[cut] {
                word[cut] -= 0x20
            } else if word[cut] == 0xC3, word[cut + 1] >= 0xA0 {
                word[cut + 1] -= 0x20
            }
            let known = word.withUnsafeBufferPointer {
                passage.traits(of: UnsafeBufferPointer(rebasing: $0[cut...]))
            }
            (word[cut], word[cut + 1]) = saved
            let wanted = known.intersection([.office, .calling, .organisationHead, .common])
            if !wanted.isEmpty, !known.contains(.surname) || wanted != .common { return wanted }
        }
        return []
    }

    /// What the lexicon knows about the word without its genitive s: `Deutschlands`.
    func genitiveTraits(_ index: Int) -> WordTraits {
        let end = pieces[index].end
        guard end - pieces[index].start > 3, passage.bytes[end - 1] == UInt8(ascii: "s") else { return [] }
        return passage.traits(from: pieces[index].start, to: end - 1)
    }

    /// `Berliner`, `Münchner`, `Bremer`: from a town, before a noun.
    func isPlaceAdjective(_ index: Int) -> Bool {
        let (start, end) = (pieces[index].start, pieces[index].end)
        guard passage.tongue == .german, end - start > 5, passage.folded[end - 2] == UInt8(ascii: "e"),
            passage.folded[end - 1] == UInt8(ascii: "r"),
            traits(index).subtracting([.startsPhrase, .common]).isEmpty,
            isCapital(index + 1)
        else { return false }
        let stem = Array(passage.bytes[start..<end - 2])
        let candidates = [stem, stem + Array("en".utf8), stem.dropLast() + Array("en".utf8)]
        return candidates.contains { candidate in
            let known = candidate.withUnsafeBufferPointer { passage.traits(of: $0) }
            return !known.isDisjoint(with: .place) && !known.contains(.common)
        }
    }

    /// The offset of the first hyphen in a word that goes on with a letter.
    func hyphen(in index: Int) -> Int? {
        let range = pieces[index].start..<pieces[index].end
        guard let hyphen = passage.bytes[range].firstIndex(of: UInt8(ascii: "-")), hyphen > range.lowerBound,
            hyphen + 1 < range.upperBound
        else { return nil }
        return hyphen
    }

    private func label(_ traits: WordTraits) -> Label? {
        if traits.contains(.organisation) { return .organisation }
        if traits.contains(.event) { return .event }
        if traits.contains(.law) { return .law }
        return traits.isDisjoint(with: .place) ? nil : .place
    }
}
