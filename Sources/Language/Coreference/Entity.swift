import Articles

/// Something with a name in the course of an article: the chain in the making, and what is known about it.
struct Entity: Sendable {
    struct Member: Sendable {
        let id: ID
        let span: Span
    }

    let label: Label
    /// In the order in which they were found.
    var members: [Member] = []
    /// Empty when nothing tells.
    var genders: Gender = []
    var traits: WordTraits = []
    /// For a person, whether first name and surname are known.
    var isNamedInFull = false
    var firstName = ""
    /// The longest form of the name of a thing.
    var longName: String?
    /// The sorts of nouns that stood beside the name or are the end of it.
    var sorts: Set<ThingNoun.Sort> = []
    var mentionCount = 0

    init(_ label: Label) { self.label = label }

    var labels: ThingNoun.LabelSet {
        switch label {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        default: .other
        }
    }

    /// Whether a noun of this sort can mean it when nothing else links them.
    func isPossibly(_ sort: ThingNoun.Sort) -> Bool {
        guard sort.fits(labels) else { return false }
        if !sorts.isEmpty { return sorts.contains(sort) }
        switch sort {
        case .person, .company, .body: return true
        case .country: return traits.contains(.country)
        case .town: return traits.contains(.town) && !traits.contains(.country)
        case .party, .club, .medium, .region, .building: return false
        }
    }

    mutating func learn(genders found: Gender) {
        guard !found.isEmpty else { return }
        let both = genders.intersection(found)
        genders = genders.isEmpty || both.isEmpty ? (genders.isEmpty ? found : genders) : both
    }
}
