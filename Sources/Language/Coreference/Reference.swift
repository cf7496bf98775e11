import Articles

/// A place in the text that may mean something with a name: the name itself, a pronoun, a description.
struct Reference: Sendable {
    enum Kind: Sendable {
        case name(NameReference)
        case pronoun(Pronoun)
        /// `die Kanzlerin`, and any other noun that a pronoun could mean instead of a name.
        case noun(NounReference)
    }

    let span: Span
    let kind: Kind
    let place: SentencePlace
}

/// Where in its sentence something stands.
struct SentencePlace: Hashable, Sendable {
    /// Counted in the article; what lies wholly inside a quote belongs to the sentence before.
    var sentence = 0
    var paragraph = 0
    /// Counted in the sentence.
    var clause = 0
    /// The quote that it is in; 0 outside of quotes.
    var quote = 0
    var isSubject = false
    /// Whether it stands behind a preposition or in another case than the first.
    var isOblique = false
    /// Whether it speaks: `sagte er`.
    var isSpeaker = false
}

/// A name with what the words around it tell.
struct NameReference: Sendable {
    let id: ID
    let label: Label
    /// Without its inflection.
    let key: String
    /// Whether it stands in brackets right behind another name: `Deutscher Gewerkschaftsbund (DGB)`.
    let isBracketed: Bool
    var genders: Gender = []
    /// The stems of nouns that stand beside it: `Bundeskanzlerin`, `kanzlerin`.
    var nouns: [String] = []
    /// What those nouns, and the nouns in the name, call it.
    var sorts: Set<ThingNoun.Sort> = []
    /// What the lists know about the whole name.
    var traits: WordTraits = []
    /// Whether its first word is no name of its own: `Deutsche` Bank.
    var startsWithCommonWord = false
}

/// A noun with its article.
struct NounReference: Sendable {
    let stem: String
    let thing: ThingNoun?
    let genders: Gender
    /// Whether it can mean what has been named before: with a definite article and nothing that explains it.
    let isDescription: Bool
    let isPerson: Bool
}
