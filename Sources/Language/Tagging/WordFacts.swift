import Articles

/// All that one word says by itself, worked out once a word and kept in a cache: hashes, shape, lexicon, cluster.
struct WordFacts {
    /// The hash of the bytes as they stand.
    var word: UInt64 = 0
    var folded: UInt64 = 0
    /// `Xxx`, `XX`, `dd`: kinds of characters, runs cut at four.
    var shape: UInt64 = 0
    /// Kinds of characters without their runs.
    var shortShape: UInt64 = 0
    var prefixes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var suffixes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var traits: WordTraits = []
    var foldedTraits: WordTraits = []
    var knowledge = WordKnowledge.Entry()
    /// The longest known end of a long word: `Verteidigungs|minister`.
    var tail: UInt64 = 0
    var tailKnowledge = WordKnowledge.Entry()
    var tailTraits: WordTraits = []
    /// The parts before the first and behind the last hyphen; 0 without one.
    var head: UInt64 = 0
    var headTraits: WordTraits = []
    var headKnowledge = WordKnowledge.Entry()
    var isCapital = false
    /// Whether no letter is small.
    var isUpper = false
    /// Whether it begins with a letter.
    var isWord = false
    var length: UInt64 = 0
}

/// Works out the facts of words.
struct WordReader: Sendable {
    let knowledge: WordKnowledge
    let lexicon: Lexicon

    /// Longer words are cut: nobody's name has so many bytes.
    static let longest = 96

    func facts(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordFacts {
        let bytes = Array(word.prefix(Self.longest))
        let small = Letters.folded(bytes)
        var facts = WordFacts()
        facts.word = hash
        facts.folded = FeatureHash.of(small)
        facts.length = UInt64(min(bytes.count, 12))
        (facts.shape, facts.shortShape) = Self.shapes(bytes)
        facts.isCapital = Self.beginsCapital(bytes)
        facts.isUpper = facts.isCapital && !bytes.contains { 0x61...0x7A ~= $0 }
        facts.isWord = small.first.map { 0x61...0x7A ~= $0 || $0 >= 0xC3 } ?? false
        let starts = Self.scalarStarts(small)
        facts.prefixes = (
            prefix(small, starts, 2), prefix(small, starts, 3), prefix(small, starts, 4),
            prefix(small, starts, 5)
        )
        facts.suffixes = (
            suffix(small, starts, 2), suffix(small, starts, 3), suffix(small, starts, 4),
            suffix(small, starts, 5)
        )
        facts.traits = traits(bytes[...])
        facts.foldedTraits = facts.isCapital ? traits(small[...]) : facts.traits
        facts.knowledge = knowledge.entry(facts.folded)
        readTail(small, starts, &facts)
        readHead(bytes, small, &facts)
        return facts
    }

    private func traits(_ bytes: ArraySlice<UInt8>) -> WordTraits {
        bytes.withUnsafeBufferPointer { lexicon.traits(of: $0) }
    }

    private func readTail(_ small: [UInt8], _ starts: [Int], _ facts: inout WordFacts) {
        guard starts.count >= 7 else { return }
        for start in starts.dropFirst(3) where small.count - start >= 4 {
            let hash = FeatureHash.of(small[start...])
            let entry = knowledge.entry(hash)
            guard entry.cluster != 0 || entry.classes != 0 else { continue }
            facts.tail = hash
            facts.tailKnowledge = entry
            var capital = Array(small[start...])
            capital[0] = 0x61...0x7A ~= capital[0] ? capital[0] - 32 : capital[0]
            facts.tailTraits = traits(capital[...])
            return
        }
    }

    private func readHead(_ bytes: [UInt8], _ small: [UInt8], _ facts: inout WordFacts) {
        guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 0, hyphen + 1 < bytes.count
        else {
            return
        }
        facts.head = FeatureHash.of(small[..<hyphen])
        facts.headTraits = traits(bytes[..<hyphen])
        facts.headKnowledge = knowledge.entry(facts.head)
    }

    private static func beginsCapital(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        if 0x41...0x5A ~= first { return true }
        return bytes.count > 1 && Letters.isCapital(first, bytes[1])
    }

    private static func scalarStarts(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    }

    private func prefix(_ bytes: [UInt8], _ starts: [Int], _ count: Int) -> UInt64 {
        guard starts.count > count else { return 0 }
        return FeatureHash.of(bytes[..<starts[count]])
    }

    private func suffix(_ bytes: [UInt8], _ starts: [Int], _ count: Int) -> UInt64 {
        guard starts.count > count else { return 0 }
        return FeatureHash.of(bytes[starts[starts.count - count]...])
    }

    private static func shapes(_ bytes: [UInt8]) -> (long: UInt64, short: UInt64) {
        var (long, short) = (FeatureHash.seed, FeatureHash.seed)
        var last: UInt8 = 0
        var run = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let kind: UInt8
            if byte < 0x80 {
                kind =
                    0x41...0x5A ~= byte
                    ? 1 : 0x61...0x7A ~= byte ? 2 : Letters.isDigit(byte) ? 3 : byte
            } else if byte & 0xC0 == 0x80 {
                index += 1
                continue
            } else if 0xC3...0xC5 ~= byte, index + 1 < bytes.count {
                kind = Letters.isCapital(byte, bytes[index + 1]) ? 1 : 2
            } else {
                kind = 0x80 | (byte >> 3)
            }
            run = kind == last ? run + 1 : 1
            if run <= 4 { long = FeatureHash.adding(kind, to: long) }
            if run == 1 { short = FeatureHash.adding(kind, to: short) }
            last = kind
            index += 1
        }
        return (long, short)
    }
}

/// The facts of the words that came by lately, one place a hash; a word that takes another's place is worked out anew.
struct WordCache {
    private var places: [WordFacts]
    private let mask: Int

    /// - Parameter size: a power of two; each place takes 160 bytes.
    init(size: Int) {
        precondition(size > 0 && size & (size - 1) == 0)
        places = Array(repeating: WordFacts(), count: size)
        mask = size - 1
    }

    @inline(__always)
    mutating func facts(_ word: UnsafeBufferPointer<UInt8>, _ reader: WordReader) -> WordFacts {
        let hash = FeatureHash.of(word)
        let place = Int(truncatingIfNeeded: hash ^ (hash >> 24)) & mask
        if places[place].word != hash { places[place] = reader.facts(word, hash: hash) }
        return places[place]
    }
}
