import Articles

/// Reads offices by their words: `Bundeskanzlerin`, `NATO-Generalsekretär`, and callings beside a person's name.
struct OfficeReader: Sendable {
    private let passage: Passage
    private let names: [FoundName]
    /// For each piece the index of the name on it, or -1.
    private var nameAtPiece: [Int32]
    private let taken: [Bool]

    init(_ passage: Passage, names: [FoundName], taken: [Bool]) {
        self.passage = passage
        self.names = names
        self.taken = taken
        nameAtPiece = Array(repeating: -1, count: passage.pieces.count)
        for (index, name) in names.enumerated() {
            for piece in name.pieces { nameAtPiece[piece] = Int32(index) }
        }
    }

    /// All offices in reading order; none inside a name, but a compound such as `NATO-Generalsekretär` is one.
    func offices() -> [FoundName] {
        var found: [FoundName] = []
        var index = 0
        while index < pieces.count {
            guard isFree(index), pieces[index].isWord, let office = office(at: index),
                office.pieces.allSatisfy(isFree),
                pieces[index].isCapital || (passage.tongue == .english && office.confidence > 0.6)
            else {
                index += 1
                continue
            }
            found.append(office)
            index = max(office.pieces.upperBound, index + 1)
        }
        return found
    }

    private var pieces: [Piece] { passage.pieces }

    private func isFree(_ index: Int) -> Bool {
        guard !taken[index] else { return false }
        guard nameAtPiece[index] >= 0 else { return true }
        let name = names[Int(nameAtPiece[index])]
        return name.pieces.count == 1 && (name.form != .name || hyphen(in: index) != nil)
    }

    private func traits(_ index: Int) -> WordTraits { passage.traits(at: index) }

    private func isWord(_ index: Int, _ words: StaticString...) -> Bool {
        words.contains { passage.word(at: index, is: $0) }
    }

    private func office(at index: Int) -> FoundName? {
        if traits(index).contains(.startsPhrase) {
            for end in stride(from: min(pieces.count, index + 4), to: index + 1, by: -1)
            where passage.traits(from: pieces[index].start, to: pieces[end - 1].end).contains(.office) {
                return found(index..<end, isNamed(index..<end) ? 0.8 : 0.7)
            }
        }
        guard isOffice(index) else { return nil }
        let isStrong =
            traits(index).contains(.office) || hyphen(in: index) != nil
            || suffixTraits(of: index).contains(.office)
        let hasName = isNamed(index..<index + 1)
        guard isStrong || hasName else { return nil }
        return found(index..<index + 1, hasName ? 0.8 : 0.55)
    }

    private func found(_ range: Range<Int>, _ confidence: Float) -> FoundName {
        FoundName(pieces: range, label: .role, confidence: confidence, key: passage.string(of: range))
    }

    /// Whether a person's name stands beside: `Sprecher Müller`, `Maria Lopez, a spokeswoman`, `Leiter des Amtes, Müller`.
    private func isNamed(_ range: Range<Int>) -> Bool {
        let next = isWord(range.upperBound, ",") ? range.upperBound + 1 : range.upperBound
        if isPerson(next) { return true }
        if passage.personBehindGenitive(range.upperBound, isPerson: isPerson, isOffice: isOffice) != nil {
            return true
        }
        let article = isWord(range.lowerBound - 1, "a", "an", "the", "der", "die", "ein", "eine") ? 1 : 0
        let comma = range.lowerBound - article - 1
        if isWord(comma, ",") { return isPerson(comma - 1) }
        // `Ada Brandt, Lenz’ Stellvertreterin`
        return isPerson(comma) && isWord(comma - 1, ",") && isPerson(comma - 2)
    }

    private func isPerson(_ index: Int) -> Bool {
        guard nameAtPiece.indices.contains(index), nameAtPiece[index] >= 0 else { return false }
        let name = names[Int(nameAtPiece[index])]
        return name.label == .person && name.form == .name
    }

    /// Whether the word, or the end of a compound, is an office or a calling.
    private func isOffice(_ index: Int) -> Bool {
        guard pieces.indices.contains(index), pieces[index].isWord else { return false }
        if !traits(index).isDisjoint(with: [.office, .calling]) { return true }
        if isWord(index, "stellvertreter", "stellvertreterin", "stellvertreters") { return true }
        guard pieces[index].isCapital, passage.tongue == .german else { return false }
        return !suffixTraits(of: index).isDisjoint(with: [.office, .calling])
    }

    /// What the lexicon knows about the end of a compound: `Verteidigungs[minister]`, `NATO-[Generalsekretär]`.
    ///
    /// The longest known end counts; it must leave three bytes and have four. Empty for most words.
    private func suffixTraits(of index: Int) -> WordTraits {
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

    /// The offset of the first hyphen in a word that goes on with a letter.
    private func hyphen(in index: Int) -> Int? {
        let range = pieces[index].start..<pieces[index].end
        guard let hyphen = passage.bytes[range].firstIndex(of: UInt8(ascii: "-")), hyphen > range.lowerBound,
            hyphen + 1 < range.upperBound
        else { return nil }
        return hyphen
    }
}
