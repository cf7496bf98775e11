/// One thing that a word form can be, as it lies in the lexicon file.
struct FormReading: Equatable {
    let features: UInt32
    let rule: UInt16
    let partRawValue: UInt8
    private let padding: UInt8

    var part: PartOfSpeech { PartOfSpeech(rawValue: partRawValue) ?? .other }
    var morphology: Morphology { Morphology(part, bits: features) }

    /// The part of speech as a bit, and from bit 20 on: finite, infinitive, participle.
    var summary: UInt32 {
        var summary: UInt32 = 1 << UInt32(partRawValue & 31)
        if part == .verb || part == .auxiliary {
            if features & 0xFF_FFFF != 0 || features & Morphology.imperatives != 0 { summary |= 1 << 20 }
            if features & Morphology.infinitives != 0 { summary |= 1 << 21 }
            if features & Morphology.participles != 0 { summary |= 1 << 22 }
        }
        return summary
    }
}

/// How to make a lemma of a form: leave bytes out in the middle, drop some at the end, put new ones there.
///
///     abgemacht   leave out 2 at 2, drop 1, add "en"   abmachen
struct LemmaRule {
    let start: UInt32
    let count: UInt8
    let drop: UInt8
    let gap: UInt8
    let gapLength: UInt8

    func applied(to form: [UInt8], letters: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var lemma = form
        if gap != 0xFF, Int(gap) + Int(gapLength) <= lemma.count {
            lemma.removeSubrange(Int(gap)..<Int(gap) + Int(gapLength))
        }
        lemma.removeLast(min(Int(drop), lemma.count))
        let end = Int(start) + Int(count)
        if end <= letters.count { lemma += letters[Int(start)..<end] }
        return lemma
    }
}
