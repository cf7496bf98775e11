/// Any one thing that can be said about an article; edits, undo and the journal treat all alike.
public enum Annotation: Hashable, Sendable {
    case mention(Mention)
    case relation(Relation)
    case chain(Chain)
    case fact(Fact)
    case label(ArticleLabel)
    case note(Note)

    public var id: ID {
        switch self {
        case .mention(let mention): mention.id
        case .relation(let relation): relation.id
        case .chain(let chain): chain.id
        case .fact(let fact): fact.id
        case .label(let label): label.id
        case .note(let note): note.id
        }
    }

    /// The ids of the annotations that this one needs in order to make sense.
    public var references: [ID] {
        switch self {
        case .mention, .label: []
        case .relation(let relation): [relation.from, relation.to]
        case .chain(let chain): chain.mentions
        case .fact(let fact): fact.slots.compactMap(\.mention)
        case .note(let note):
            if case .annotation(let id) = note.target { [id] } else { [] }
        }
    }

    /// Who said so.
    var origin: Origin {
        get {
            switch self {
            case .mention(let mention): mention.origin
            case .relation(let relation): relation.origin
            case .chain(let chain): chain.origin
            case .fact(let fact): fact.origin
            case .label(let label): label.origin
            case .note(let note): note.origin
            }
        }
        set {
            switch self {
            case .mention(var mention):
                mention.origin = newValue
                self = .mention(mention)
            case .relation(var relation):
                relation.origin = newValue
                self = .relation(relation)
            case .chain(var chain):
                chain.origin = newValue
                self = .chain(chain)
            case .fact(var fact):
                fact.origin = newValue
                self = .fact(fact)
            case .label(var label):
                label.origin = newValue
                self = .label(label)
            case .note(var note):
                note.origin = newValue
                self = .note(note)
            }
        }
    }

    /// Whether a person made it, changed it or decided about it.
    public var isDecided: Bool {
        switch self {
        case .mention(let mention): mention.isDecided
        case .relation(let relation): relation.origin.author == .person || relation.status != .suggested
        case .chain(let chain): chain.origin.author == .person || chain.status != .suggested
        case .fact(let fact): fact.isDecided
        case .label(let label): label.origin.author == .person
        case .note(let note): note.origin.author == .person
        }
    }
}
