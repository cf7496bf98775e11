import Articles

/// A word that tells that somebody says something, with who it is and what of the sentence belongs to the telling.
struct Cue: Sendable {
    enum Kind: Sendable {
        case verb
        /// `laut`, `nach Angaben`, `zufolge`, `so`.
        case source
        /// A noun for what is said, with a clause: `die Ansicht, dass …`.
        case noun
    }

    let kind: Kind
    /// The word that counts, and its lemma with a separable prefix.
    let word: Int
    let lemma: String
    /// The words of the sentence that tell who says it; of a verb its clause without what is said.
    let frame: Range<Int>
    let speaker: Speaker?
    /// The word of the sentence that says who it is.
    let teller: Int?
    /// The words that say it, with gaps.
    let spans: SpanSet

    /// The same, said by whoever says another.
    func said(like other: Cue) -> Cue {
        Cue(
            kind: kind, word: word, lemma: lemma, frame: frame, speaker: other.speaker, teller: other.teller,
            spans: spans)
    }
}

/// Who says something: mentions, or words where none stands.
struct Speaker: Hashable, Sendable {
    let slots: [Slot]
    let bounds: Span

    init?(_ slots: [Slot]) {
        guard let first = slots.first?.spans?.bounds else { return nil }
        self.slots = slots
        bounds = slots.dropFirst().compactMap { $0.spans?.bounds }.reduce(first) { $0.union($1) }
    }
}
