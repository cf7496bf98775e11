import CWordLists

/// The full-form lexicon of German: what a word form can be, read where the file lies, without parsing.
///
/// Forms themselves are not stored: a slot holds 15 bits of their set of readings and 17 bits of their hash, so that one
/// unknown word in some ten thousand is taken for a known one. `Resources/make-forms` writes the file and describes it.
struct FormLexicon: Sendable {
    private let forms: Slots
    private let ends: Slots
    private let starts: ModelArray<UInt32>
    private let readings: ModelArray<FormReading>
    private let rules: ModelArray<LemmaRule>
    private let letters: ModelArray<UInt8>

    /// The lexicon that is part of the program, for each language that has one.
    static let german: FormLexicon? = try? FormLexicon(
        ModelFile(
            ModelMemory(embedded: UnsafeRawBufferPointer(start: glosse_forms(), count: glosse_forms_count())))
    )

    init(_ file: ModelFile) throws(ModelError) {
        forms = Slots(entries: try file.array("form.slots"))
        ends = Slots(entries: try file.array("end.slots"))
        starts = try file.array("sets")
        readings = try file.array("readings")
        rules = try file.array("rules")
        letters = try file.array("letters")
        guard starts.count > 0, forms.entries.count > 0, ends.entries.count > 0, starts[0] == 0,
            Int(starts[starts.count - 1]) == readings.count,
            !file.isChecked || zip(starts.buffer, starts.buffer.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .damaged }
    }

    /// The number of sets of readings.
    private var count: Int { starts.count - 1 }

    /// The number of a form's set of readings; nil for a form that is not known.
    @inline(__always)
    func set(of form: UnsafeBufferPointer<UInt8>) -> Int? { set(ofHash: FormHash(form)) }

    @inline(__always)
    func set(ofHash hash: FormHash) -> Int? {
        guard let set = forms.value(of: hash), set < count else { return nil }
        return set
    }

    /// A bit for each part of speech that a set knows, and from bit 20 on: finite, infinitive, participle.
    @inline(__always)
    func summary(of set: Int) -> UInt32 { readings(of: set).reduce(0) { $0 | $1.summary } }

    /// The readings of a set, the one with the most frequent lemma first.
    func readings(of set: Int) -> UnsafeBufferPointer<FormReading> {
        UnsafeBufferPointer(rebasing: readings.buffer[Int(starts[set])..<Int(starts[set + 1])])
    }

    /// What most words of a class are that end as this unknown one does.
    func reading(ofUnknown word: UnsafeBufferPointer<UInt8>, as part: PartOfSpeech) -> FormReading? {
        for length in stride(from: min(7, word.count - 2), through: 2, by: -1) {
            var hash = FormHash()
            hash.add(part.rawValue)
            for byte in word[(word.count - length)...] { hash.add(byte) }
            if let set = ends.value(of: hash), set < count { return readings(of: set).first }
        }
        return nil
    }

    /// The lemma of a form by one of its readings.
    func lemma(of form: some Collection<UInt8>, by reading: FormReading) -> [UInt8] {
        guard reading.rule < rules.count else { return Array(form) }
        return rules[Int(reading.rule)].applied(to: Array(form), letters: letters.buffer)
    }

    private struct Slots {
        let entries: ModelArray<UInt32>

        @inline(__always)
        func value(of hash: FormHash) -> Int? {
            let mixed = hash.mixed
            let count = entries.count
            let fingerprint = UInt32(truncatingIfNeeded: mixed) & 0x1FFFF
            var slot = Int(((mixed >> 32) &* UInt64(count)) >> 32)
            // A damaged table could be full; no look-up goes round more than once.
            for _ in 0..<count {
                let entry = entries[slot]
                if entry & 0x7FFF == 0 { return nil }
                if entry >> 15 == fingerprint { return Int(entry & 0x7FFF) - 1 }
                slot += 1
                if slot == count { slot = 0 }
            }
            return nil
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
