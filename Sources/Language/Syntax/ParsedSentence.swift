import Articles

/// A sentence with what grammar says about its words; evidence for whoever looks for facts, not truth.
public struct ParsedSentence: Hashable, Sendable {
    /// From the start of the first word to the end of the last.
    public let span: Span
    public let words: [ParsedWord]
}

/// A word of a sentence: what it is, and what it hangs on.
public struct ParsedWord: Hashable, Sendable {
    public let span: Span
    public let partOfSpeech: PartOfSpeech
    /// The form that a dictionary has.
    public let lemma: String
    /// The forms that the word can have here, where the lexicon knows it.
    public let morphology: Morphology
    /// FEATS of CoNLL-U, such as `Case=Dat|Gender=Fem|Number=Sing`: the form that the word has here; nil for none.
    public let features: String?
    /// The index of the head in the sentence; nil for the root, and for all words where no tree was asked for.
    public let head: Int?
    /// The relation to the head as Universal Dependencies name it, such as `nsubj:pass`; `root` for the root.
    public let relation: String?
}
