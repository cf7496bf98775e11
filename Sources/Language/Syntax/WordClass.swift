/// What the tagger tells apart: a part of speech, and within some the form that a parser wants to know.
///
/// A finite verb, an infinitive and a participle stand at different places of a sentence; `VERB` alone hides that.
enum WordClass: UInt8, CaseIterable, Sendable {
    case adjective, comparedAdjective, adposition, adverb, questionAdverb
    case finiteAuxiliary, infiniteAuxiliary, coordinator, article, determiner, interjection
    case singularNoun, pluralNoun, numeral, particle, negation, personalPronoun, relativePronoun, pronoun,
        properNoun
    case punctuation, comma, fullStop, subordinator, symbol
    case finiteVerb, infinitive, participle, presentParticiple, other

    /// Rows of weights have so many columns; a power of two, so that one load takes them all.
    static let columns = 32

    var partOfSpeech: PartOfSpeech {
        switch self {
        case .adjective, .comparedAdjective: .adjective
        case .adposition: .adposition
        case .adverb, .questionAdverb: .adverb
        case .finiteAuxiliary, .infiniteAuxiliary: .auxiliary
        case .coordinator: .coordinator
        case .article, .determiner: .determiner
        case .interjection: .interjection
        case .singularNoun, .pluralNoun: .noun
        case .numeral: .numeral
        case .particle, .negation: .particle
        case .personalPronoun, .relativePronoun, .pronoun: .pronoun
        case .properNoun: .properNoun
        case .punctuation, .comma, .fullStop: .punctuation
        case .subordinator: .subordinator
        case .symbol: .symbol
        case .finiteVerb, .infinitive, .participle, .presentParticiple: .verb
        case .other: .other
        }
    }

    /// Takes over parts of speech that another engine is sure of; the class is then the most frequent one that they have.
    static func correct(_ classes: inout [UInt8], _ parts: [PartOfSpeech?]) {
        for (index, part) in parts.enumerated() {
            guard let part, WordClass(rawValue: classes[index])?.partOfSpeech != part else { continue }
            classes[index] = (allCases.first { $0.partOfSpeech == part } ?? .other).rawValue
        }
    }

    /// The class of an annotated word; treebanks say the form of a verb in FEATS or only in their own tag.
    init(_ word: TreebankWord) {
        let features = word.features
        let form = Self.verbForm(word)
        switch word.partOfSpeech {
        case .adjective:
            self =
                features.contains("Degree=Cmp") || features.contains("Degree=Sup")
                ? .comparedAdjective : .adjective
        case .adposition: self = .adposition
        case .adverb:
            self =
                features.contains("PronType=Int") || features.contains("PronType=Rel")
                ? .questionAdverb : .adverb
        case .auxiliary: self = form == .finiteVerb ? .finiteAuxiliary : .infiniteAuxiliary
        case .coordinator: self = .coordinator
        case .determiner: self = features.contains("PronType=Art") ? .article : .determiner
        case .interjection: self = .interjection
        case .noun: self = features.contains("Number=Plur") ? .pluralNoun : .singularNoun
        case .numeral: self = .numeral
        case .particle: self = features.contains("Polarity=Neg") ? .negation : .particle
        case .pronoun:
            self =
                features.contains("Rel") || features.contains("PronType=Int")
                ? .relativePronoun : features.contains("PronType=Prs") ? .personalPronoun : .pronoun
        case .properNoun: self = .properNoun
        case .punctuation:
            self = word.form == "," ? .comma : [".", "!", "?"].contains(word.form) ? .fullStop : .punctuation
        case .subordinator: self = .subordinator
        case .symbol: self = .symbol
        case .verb: self = form
        case .other: self = .other
        }
    }

    private static func verbForm(_ word: TreebankWord) -> WordClass {
        let (features, tag) = (word.features, word.tag)
        if features.contains("VerbForm=Fin") || features.contains("Mood=") { return .finiteVerb }
        if features.contains("VerbForm=Inf") || tag.hasSuffix("INF") || tag.hasSuffix("IZU") || tag == "VB" {
            return .infinitive
        }
        if features.contains("VerbForm=Ger") || features.contains("Tense=Pres") { return .presentParticiple }
        if tag == "VBC" { return .finiteVerb }
        return .participle
    }
}
