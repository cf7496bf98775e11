/// Everything that is tagged in one article, and the questions that a screen and an exporter ask of it.
///
/// A value: whoever keeps a copy keeps the state of that moment, and copies share what did not change.
public struct Annotations: Sendable {
    public private(set) var mentions = SpanTable<Mention>()
    public private(set) var facts = SpanTable<Fact>()
    private var others = Others()

    public init() {}

    public init(
        mentions: some Sequence<Mention> = [], relations: some Sequence<Relation> = [],
        chains: some Sequence<Chain> = [], facts: some Sequence<Fact> = [],
        labels: some Sequence<ArticleLabel> = [], notes: some Sequence<Note> = []
    ) {
        self.mentions = SpanTable(mentions)
        self.facts = SpanTable(facts)
        for relation in relations { set(.relation(relation)) }
        for chain in chains { set(.chain(chain)) }
        for label in labels { set(.label(label)) }
        for note in notes { set(.note(note)) }
    }

    public var relations: [Relation] { others.relations.sorted { $0.id < $1.id } }
    public var chains: [Chain] { others.chains.sorted { $0.id < $1.id } }
    public var labels: [ArticleLabel] { others.labels.sorted { $0.id < $1.id } }
    public var notes: [Note] { others.notes.sorted { $0.id < $1.id } }

    /// Everything, mentions before what refers to them.
    public var all: [Annotation] {
        mentions.map(Annotation.mention) + facts.map(Annotation.fact)
            + others.byID.values.sorted { $0.id < $1.id }
    }

    public var isEmpty: Bool { mentions.isEmpty && facts.isEmpty && others.byID.isEmpty }

    /// Any annotation by its id.
    public subscript(id: ID) -> Annotation? {
        if let mention = mentions[id] { return .mention(mention) }
        if let fact = facts[id] { return .fact(fact) }
        return others.byID[id]
    }

    /// The annotations that cannot stay as they are when this one goes: relations, chains, slots, notes.
    public func referring(to id: ID) -> [Annotation] {
        let facts = self.facts.lazy.filter { $0.slots.contains { $0.mention == id } }.map(Annotation.fact)
        let others = self.others.byID.values.filter { $0.references.contains(id) }.sorted { $0.id < $1.id }
        return facts + others
    }

    /// The chain that a mention belongs to.
    public func chain(of mention: ID) -> Chain? { others.chains.first { $0.mentions.contains(mention) } }

    public func relations(of mention: ID) -> [Relation] {
        relations.filter { $0.from == mention || $0.to == mention }
    }

    public func notes(on target: Note.Target) -> [Note] { notes.filter { $0.target == target } }

    /// Makes every change of the edit. Whatever the state was, each id ends up as the edit says, so that the edits of
    /// two programs can follow each other in any order without harm.
    public mutating func apply(_ edit: Edit) {
        for change in edit.changes {
            if let after = change.after {
                if let before = change.before, !before.hasSameKind(as: after) { remove(before) }
                set(after)
            } else {
                remove(change.annotation)
            }
        }
    }

    /// Adds the annotation or replaces the one with its id.
    public mutating func set(_ annotation: Annotation) {
        switch annotation {
        case .mention(let mention): mentions.insert(mention)
        case .fact(let fact): facts.insert(fact)
        case .relation, .chain, .label, .note: others.byID[annotation.id] = annotation
        }
    }

    public mutating func remove(_ annotation: Annotation) {
        switch annotation {
        case .mention: mentions.remove(annotation.id)
        case .fact: facts.remove(annotation.id)
        case .relation, .chain, .label, .note: others.byID[annotation.id] = nil
        }
    }

    /// Exchanges the whole table at once: much faster than edits when the engine has read a long article.
    mutating func replaceMentions(_ all: some Sequence<Mention>) { mentions = SpanTable(all) }
}

extension Annotations: Equatable {
    public static func == (left: Annotations, right: Annotations) -> Bool {
        left.others == right.others && left.mentions.elementsEqual(right.mentions)
            && left.facts.elementsEqual(right.facts)
    }
}

/// The annotations without a place of their own; an article has few of them.
private struct Others: Hashable, Sendable {
    var byID: [ID: Annotation] = [:]

    var relations: [Relation] {
        byID.values.compactMap { if case .relation(let relation) = $0 { relation } else { nil } }
    }
    var chains: [Chain] {
        byID.values.compactMap { if case .chain(let chain) = $0 { chain } else { nil } }
    }
    var labels: [ArticleLabel] {
        byID.values.compactMap { if case .label(let label) = $0 { label } else { nil } }
    }
    var notes: [Note] {
        byID.values.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }
}

extension Annotation {
    func hasSameKind(as other: Annotation) -> Bool {
        switch (self, other) {
        case (.mention, .mention), (.relation, .relation), (.chain, .chain), (.fact, .fact), (.label, .label),
            (.note, .note):
            true
        case (.mention, _), (.relation, _), (.chain, _), (.fact, _), (.label, _), (.note, _):
            false
        }
    }
}
