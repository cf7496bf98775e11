/// How words get their lemma, as learned from a treebank: whole words first, ends of words for the unknown.
///
/// Slots of a hash table read in place: 48 bits of hash and the number of a rule; a rule drops bytes at the end and adds
/// others.
struct LemmaTable: Sendable {
    /// A rule: bytes to drop, and what to put there.
    struct Edit: Hashable, Comparable {
        var drop: Int
        var ending: [UInt8]

        static let none = Edit(drop: 0, ending: [])

        /// The edit that makes a lemma of a form; letters of several bytes stay whole.
        init(from form: [UInt8], to lemma: [UInt8]) {
            var common = 0
            while common < min(form.count, lemma.count), form[common] == lemma[common] { common += 1 }
            func splitsLetter(_ bytes: [UInt8]) -> Bool {
                common < bytes.count && bytes[common] & 0xC0 == 0x80
            }
            while common > 0, splitsLetter(form) || splitsLetter(lemma) { common -= 1 }
            self.init(drop: form.count - common, ending: Array(lemma[common...]))
        }

        init(drop: Int, ending: [UInt8]) {
            self.drop = drop
            self.ending = ending
        }

        static func < (left: Edit, right: Edit) -> Bool {
            left.drop != right.drop
                ? left.drop < right.drop : left.ending.lexicographicallyPrecedes(right.ending)
        }
    }

    /// Ends of at most so many bytes are learned.
    static let longestEnd = 6

    private let slots: ModelArray<UInt64>
    private let edits: ModelArray<UInt32>
    private let letters: ModelArray<UInt8>

    init(_ file: ModelFile) throws(ModelError) {
        slots = try file.array("lemma-slots")
        edits = try file.array("lemma-edits")
        letters = try file.array("lemma-letters")
        guard slots.count > 0, slots.count & (slots.count - 1) == 0 else { throw .damaged }
    }

    static func key(_ word: some Sequence<UInt8>, _ part: PartOfSpeech, isEnd: UInt8) -> UInt64 {
        let start = FeatureHash.adding(isEnd, to: FeatureHash.adding(part.rawValue, to: FeatureHash.seed))
        return FeatureHash.mixed(0, FeatureHash.of(word, from: start))
    }

    /// The lemma of a whole word that was learned.
    func known(_ base: [UInt8], _ part: PartOfSpeech) -> [UInt8]? {
        edit(Self.key(base, part, isEnd: 0)).map { applied($0, to: base) }
    }

    /// The lemma of an unknown word, by its longest known end.
    func guessed(_ base: [UInt8], _ part: PartOfSpeech) -> [UInt8]? {
        for length in stride(from: min(Self.longestEnd, base.count - 1), through: 1, by: -1) {
            if let found = edit(Self.key(base.suffix(length), part, isEnd: 1)) {
                return applied(found, to: base)
            }
        }
        return nil
    }

    private func edit(_ key: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key >> 16) & mask
        for _ in 0..<slots.count {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if entry >> 16 == key >> 16 {
                let number = Int(entry & 0xFFFF) - 1
                return edits.buffer.indices.contains(number) ? number : nil
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// An edit as one number: bytes to drop, length and place of the ending.
    private func applied(_ number: Int, to base: [UInt8]) -> [UInt8] {
        let edit = edits[number]
        let (drop, count, start) = (Int(edit >> 24), Int(edit >> 16 & 0xFF), Int(edit & 0xFFFF))
        guard start + count <= letters.count else { return base }
        return base.dropLast(drop) + letters.buffer[start..<start + count]
    }

    static func write(_ entries: [(key: UInt64, edit: Edit)], to writer: inout ModelWriter) {
        var count = 16
        while count * 3 < entries.count * 4 { count *= 2 }
        var slots = [UInt64](repeating: 0, count: count)
        var letters: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        var numbers: [Edit: Int] = [:]
        var edits: [UInt32] = []
        for (key, edit) in entries.sorted(by: { $0.key < $1.key }) {
            guard edit.drop < 256, edit.ending.count < 256, letters.count < 0xFF00, edits.count < 0xFFFE
            else {
                continue
            }
            let number: Int
            if let found = numbers[edit] {
                number = found
            } else {
                let place = places[edit.ending] ?? letters.count
                if places[edit.ending] == nil { letters += edit.ending }
                places[edit.ending] = place
                number = edits.count
                numbers[edit] = number
                edits.append(UInt32(edit.drop) << 24 | UInt32(edit.ending.count) << 16 | UInt32(place))
            }
            var slot = Int(truncatingIfNeeded: key >> 16) & (count - 1)
            while slots[slot] != 0, slots[slot] >> 16 != key >> 16 { slot = (slot + 1) & (count - 1) }
            slots[slot] = key & ~0xFFFF | UInt64(number + 1)
        }
        writer.add("lemma-slots", slots)
        writer.add("lemma-edits", edits)
        writer.add("lemma-letters", letters)
    }
}
