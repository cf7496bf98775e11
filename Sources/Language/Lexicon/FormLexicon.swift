import CWordLists

/// The full-form lexicon of German: what a word form can be, read where the file lies, without parsing.
///
/// Forms themselves are not stored: a slot holds 15 bits of their set of readings and 17 bits of their hash, so that one
/// unknown word in some ten thousand is taken for a known one. `Resources/make-forms` writes the file and describes it.
struct FormLexicon: @unchecked Sendable {
    // Unchecked: the pointers lead into `memory`, which is never written.
    private let memory: ModelMemory
    private let forms: Slots
    private let ends: Slots
    private let starts: UnsafePointer<UInt32>
    private let readings: UnsafePointer<FormReading>
    private let rules: UnsafePointer<LemmaRule>
    private let letters: UnsafeBufferPointer<UInt8>
    private let ruleCount: Int
    /// For each set: which parts of speech it knows, a bit for each, and above them what forms of a verb.
    private let summaries: [UInt32]

    /// The lexicon that is part of the program, for each language that has one.
    static let german: FormLexicon? = try? FormLexicon(
        ModelMemory(
            embedded: UnsafeRawBufferPointer(start: glosse_forms(), count: glosse_forms_count())))

    init(_ memory: ModelMemory) throws(LexiconError) {
        let bytes = memory.bytes
        guard bytes.count >= 40, bytes[..<8].elementsEqual("GLFORMS1".utf8), let base = bytes.baseAddress
        else {
            throw LexiconError.unknownVersion
        }
        let counts = (0..<8).map { Int(bytes.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self)) }
        let sizes = [
            4 * counts[0], 4 * counts[1], 4 * (counts[2] + 1), 8 * counts[3], 8 * counts[4], counts[5],
        ]
        let body = UnsafeRawBufferPointer(rebasing: bytes[40...])
        guard sizes.reduce(0, +) == body.count, Int(Self.checksum(body)) == counts[6], counts[0] > 0,
            counts[1] > 0
        else { throw LexiconError.damaged }
        var places = [40]
        for size in sizes { places.append(places[places.count - 1] + size) }
        forms = Slots(start: (base + places[0]).assumingMemoryBound(to: UInt32.self), count: counts[0])
        ends = Slots(start: (base + places[1]).assumingMemoryBound(to: UInt32.self), count: counts[1])
        let starts = (base + places[2]).assumingMemoryBound(to: UInt32.self)
        let readings = (base + places[3]).assumingMemoryBound(to: FormReading.self)
        rules = (base + places[4]).assumingMemoryBound(to: LemmaRule.self)
        letters = UnsafeBufferPointer(
            start: (base + places[5]).assumingMemoryBound(to: UInt8.self), count: counts[5])
        ruleCount = counts[4]
        self.starts = starts
        self.readings = readings
        self.memory = memory
        summaries = (0..<counts[2]).map { set in
            (Int(starts[set])..<Int(starts[set + 1])).reduce(0) { $0 | readings[$1].summary }
        }
    }

    /// The number of a form's set of readings; nil for a form that is not known.
    @inline(__always)
    func set(of form: UnsafeBufferPointer<UInt8>) -> Int? { set(ofHash: FormHash(form)) }

    @inline(__always)
    func set(ofHash hash: FormHash) -> Int? {
        guard let set = forms.value(of: hash), set < summaries.count else { return nil }
        return set
    }

    /// A bit for each part of speech that a set knows, and from bit 20 on: finite, infinitive, participle.
    @inline(__always)
    func summary(of set: Int) -> UInt32 { summaries[set] }

    /// The readings of a set, the one with the most frequent lemma first.
    func readings(of set: Int) -> UnsafeBufferPointer<FormReading> {
        UnsafeBufferPointer(
            start: readings + Int(starts[set]), count: Int(starts[set + 1]) - Int(starts[set]))
    }

    /// What most words of a class are that end as this unknown one does.
    func reading(ofUnknown word: UnsafeBufferPointer<UInt8>, as part: PartOfSpeech) -> FormReading? {
        for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
            var hash = FormHash()
            hash.add(part.rawValue)
            for byte in word[(word.count - length)...] { hash.add(byte) }
            if let set = ends.value(of: hash), set < summaries.count { return readings(of: set).first }
        }
        return nil
    }

    /// The lemma of a form by one of its readings.
    func lemma(of form: some Collection<UInt8>, by reading: FormReading) -> [UInt8] {
        guard reading.rule < ruleCount else { return Array(form) }
        return rules[Int(reading.rule)].applied(to: Array(form), letters: letters)
    }

    /// FNV-1a over words of eight bytes, folded to four.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        let whole = bytes.count / 8 * 8
        for offset in stride(from: 0, to: whole, by: 8) {
            value =
                (value ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
                &* 0x100_0000_01B3
        }
        for offset in whole..<bytes.count { value = (value ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: value ^ value >> 32)
    }

    private struct Slots {
        let start: UnsafePointer<UInt32>
        let count: Int

        @inline(__always)
        func value(of hash: FormHash) -> Int? {
            let mixed = hash.mixed
            let fingerprint = UInt32(truncatingIfNeeded: mixed) & 0x1FFFF
            var slot = Int(((mixed >> 32) &* UInt64(count)) >> 32)
            // A damaged table could be full; no look-up goes round more than once.
            for _ in 0..<count {
                let entry = start[slot].littleEndian
                if entry & 0x7FFF == 0 { return nil }
                if entry >> 15 == fingerprint { return Int(entry & 0x7FFF) - 1 }
                slot += 1
                if slot == count { slot = 0 }
            }
            return nil
        }
    }
}

/// Why a lexicon file is refused.
enum LexiconError: Error, CustomStringConvertible {
    case unknownVersion, damaged

    var description: String {
        switch self {
        case .unknownVersion: "is no lexicon that this version reads; make it anew with make-forms"
        case .damaged: "is a lexicon whose bytes have changed; make it anew with make-forms"
        }
    }
}

/// FNV-1a of a word form, byte by byte, and the mixture of its bits that the slots are found by.
struct FormHash {
    private(set) var value = FeatureHash.seed

    init() {}

    @inline(__always)
    init(_ form: UnsafeBufferPointer<UInt8>) {
        for byte in form { add(byte) }
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = FeatureHash.adding(byte, to: value) }

    /// All bits depend on all others.
    @inline(__always)
    var mixed: UInt64 {
        var mixed = value
        mixed ^= mixed >> 32
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }
}
