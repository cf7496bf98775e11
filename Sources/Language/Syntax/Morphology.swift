/// The grammatical forms that a word can have: a set of combinations, which context makes smaller.
///
/// For nouns and what agrees with them a bit for each case, number and gender; for verbs one for each tense or mood,
/// person and number.
///
///     bit = 6 case + 3 number + gender      nominative, genitive, dative, accusative; masculine, feminine, neuter
///     bit = 6 tense + 2 person + number     present, past, subjunctive I, subjunctive II
public struct Morphology: Hashable, Sendable {
    public let partOfSpeech: PartOfSpeech
    private(set) var bits: UInt32

    static let infinitives: UInt32 = 0b11 << 24
    static let imperatives: UInt32 = 0b11 << 26
    static let participles: UInt32 = 0b11 << 28
    /// The combinations of case, number and gender, or of tense, person and number.
    static let combinations: UInt32 = 0xFF_FFFF

    init(_ partOfSpeech: PartOfSpeech, bits: UInt32) {
        self.partOfSpeech = partOfSpeech
        self.bits = bits
    }

    /// Nothing known.
    static func unknown(_ part: PartOfSpeech) -> Morphology { Morphology(part, bits: 0) }

    var isVerbal: Bool { partOfSpeech == .verb || partOfSpeech == .auxiliary }

    /// The combinations of case, number and gender; none for verbs and for words that have none.
    var agreement: UInt32 { isVerbal ? 0 : bits & Self.combinations }

    /// Keeps what is also in `other`, unless nothing would be left.
    mutating func narrow(to agreement: UInt32) {
        guard !isVerbal, bits & agreement != 0 else { return }
        bits = bits & agreement | bits & ~Self.combinations
    }

    /// What all remaining combinations have in common, as FEATS of CoNLL-U in the order that it asks for.
    public var features: [String] {
        isVerbal ? verbFeatures : nominalFeatures
    }

    /// The same in one field; nil where nothing is known.
    var conllu: String? { features.isEmpty ? nil : features.joined(separator: "|") }

    private var nominalFeatures: [String] {
        let agreement = bits & Self.combinations
        var features: [String] = []
        func add(_ name: String, _ values: [(String, UInt32)]) {
            guard agreement != 0 else { return }
            for (value, mask) in values where agreement & ~mask == 0 { features.append("\(name)=\(value)") }
        }
        add("Case", zip(["Nom", "Gen", "Dat", "Acc"], 0...).map { ($0, 0x3F << (6 * $1)) })
        if partOfSpeech == .adjective {
            for (index, degree) in ["Pos", "Cmp", "Sup"].enumerated()
            where bits >> 24 & 0b111 == 1 << UInt32(index) {
                features.append("Degree=\(degree)")
            }
        }
        add("Gender", zip(["Masc", "Fem", "Neut"], 0...).map { ($0, 0x24_9249 << $1) })
        add("Number", [("Sing", 0x1C_71C7), ("Plur", 0x1C_71C7 << 3)])
        return features
    }

    private var verbFeatures: [String] {
        let finite = bits & Self.combinations
        if finite == 0 {
            if bits == 0 { return [] }
            if bits & ~Self.infinitives == 0 { return ["VerbForm=Inf"] }
            if bits & ~Self.imperatives == 0 { return ["Mood=Imp", "VerbForm=Fin"] }
            if bits & ~Self.participles == 0 { return ["VerbForm=Part"] }
            return []
        }
        guard bits & ~Self.combinations == 0 else { return [] }
        var features: [String] = []
        func add(_ name: String, _ values: [(String, UInt32)]) {
            for (value, mask) in values where finite & ~mask == 0 { features.append("\(name)=\(value)") }
        }
        add("Mood", [("Ind", 0xFFF), ("Sub", 0xFFF << 12)])
        add("Number", [("Sing", 0x55_5555), ("Plur", 0xAA_AAAA)])
        add("Person", zip(["1", "2", "3"], 0...).map { ($0, 0xC_30C3 << (2 * $1)) })
        add("Tense", [("Pres", 0x3F | 0x3F << 12), ("Past", 0x3F << 6 | 0x3F << 18)])
        return features + ["VerbForm=Fin"]
    }

    /// Keeps the forms that a word class allows: a finite verb has no infinitive.
    mutating func narrow(to word: WordClass) {
        let kept: UInt32
        switch word {
        case .finiteVerb, .finiteAuxiliary: kept = Self.combinations | Self.imperatives
        case .infinitive: kept = Self.infinitives
        case .participle, .presentParticiple: kept = Self.participles
        case .infiniteAuxiliary: kept = Self.infinitives | Self.participles
        case .singularNoun: kept = ~(0x1C_71C7 << 3)
        case .pluralNoun: kept = ~0x1C_71C7
        default: return
        }
        if bits & kept & (isVerbal ? ~0 : Self.combinations) != 0 { bits &= kept }
    }
}
