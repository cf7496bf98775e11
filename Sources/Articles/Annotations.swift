/// Everything that is tagged in one article, and the questions that a screen and an exporter ask of it.
///
/// A value: whoever keeps a copy keeps the state of that moment, and copies share what did not change.
public struct Annotations: Sendable {
    public private(set) var mentions = SpanTable<Mention>()
    public private(set) var facts = SpanTable<Fact>()
    private var relationsByID: [ID: Relation] = [:]
    private var chainsByID: [ID: Chain] = [:]
    private var labelsByID: [ID: ArticleLabel] = [:]
    private var notesByID: [ID: Note] = [:]
    /// By the id of an annotation, those that name it: chains, relations, the slots of facts, notes.
    private var referrers: [ID: [ID]] = [:]

    public init() {}

    public init(
        mentions: some Sequence<Mention> = [], relations: some Sequence<Relation> = [],
        chains: some Sequence<Chain> = [], facts: some Sequence<Fact> = [],
        labels: some Sequence<ArticleLabel> = [], notes: some Sequence<Note> = []
    ) {
        // Arrays, so that the compiler makes a fast version of the table for just these types.
        self.init(
            mentions: SpanTable(Array(mentions).sharingTaggings()), relations: relations, chains: chains,
            facts: facts, labels: labels, notes: notes)
    }

    /// With a table that is there already.
    public init(
        mentions: SpanTable<Mention>, relations: some Sequence<Relation> = [],
        chains: some Sequence<Chain> = [], facts: some Sequence<Fact> = [],
        labels: some Sequence<ArticleLabel> = [], notes: some Sequence<Note> = []
    ) {
        self.mentions = mentions
        self.facts = SpanTable(Array(facts))
        for fact in self.facts { refer(.fact(fact)) }
        for relation in relations { set(.relation(relation)) }
        for chain in chains { set(.chain(chain)) }
        for label in labels { set(.label(label)) }
        for note in notes { set(.note(note)) }
    }

    public var relations: [Relation] { relationsByID.values.sorted { $0.id < $1.id } }
    public var chains: [Chain] { chainsByID.values.sorted { $0.id < $1.id } }
    public var labels: [ArticleLabel] { labelsByID.values.sorted { $0.id < $1.id } }
    public var notes: [Note] { notesByID.values.sorted { $0.id < $1.id } }

    public var relationCount: Int { relationsByID.count }
    public var chainCount: Int { chainsByID.count }

    /// How much that has a status satisfies a condition; in no order, and so without sorting.
    public func statusCount(where isCounted: (Status) -> Bool) -> Int {
        var count = mentions.count { isCounted($0.status) }
        count += facts.count { isCounted($0.status) }
        count += relationsByID.values.count { isCounted($0.status) }
        return count + chainsByID.values.count { isCounted($0.status) }
    }

    /// How much of that satisfies a condition by its origin.
    public func originCount(where isCounted: (Origin) -> Bool) -> Int {
        var count = mentions.count { isCounted($0.origin) }
        count += facts.count { isCounted($0.origin) }
        count += relationsByID.values.count { isCounted($0.origin) }
        return count + chainsByID.values.count { isCounted($0.origin) }
    }

    /// Whether something refers to an annotation that does not exist.
    public var hasLooseEnds: Bool {
        referrers.keys.contains { id in
            !mentions.contains(id) && !facts.contains(id) && relationsByID[id] == nil
                && chainsByID[id] == nil && labelsByID[id] == nil && notesByID[id] == nil
        }
    }

    /// Everything, mentions before what refers to them.
    public var all: [Annotation] {
        let others =
            relations.map(Annotation.relation) + chains.map(Annotation.chain) + labels.map(Annotation.label)
            + notes.map(Annotation.note)
        return mentions.map(Annotation.mention) + facts.map(Annotation.fact) + sorted(others)
    }

    public var isEmpty: Bool {
        mentions.isEmpty && facts.isEmpty && relationsByID.isEmpty && chainsByID.isEmpty
            && labelsByID.isEmpty && notesByID.isEmpty
    }

    /// Any annotation by its id.
    public subscript(id: ID) -> Annotation? {
        if let mention = mentions[id] { return .mention(mention) }
        if let fact = facts[id] { return .fact(fact) }
        if let relation = relationsByID[id] { return .relation(relation) }
        if let chain = chainsByID[id] { return .chain(chain) }
        if let label = labelsByID[id] { return .label(label) }
        return notesByID[id].map(Annotation.note)
    }

    /// The normal value of a filler: that of its mention, which a person may have corrected since, or else its own.
    public func value(of slot: Slot) -> String? { slot.mention.flatMap { mentions[$0]?.value } ?? slot.value }

    /// The annotations that cannot stay as they are when this one goes: relations, chains, slots, notes.
    public func referring(to id: ID) -> [Annotation] {
        guard let ids = referrers[id] else { return [] }
        return sorted(ids.compactMap { self[$0] })
    }

    /// The chains that a mention belongs to, or that somebody has said it does not belong to.
    public func chains(of mention: ID) -> [Chain] { referring(to: mention).compactMap(\.chain) }

    /// The chain that a mention belongs to; one that a person decided about goes before the engine's.
    public func chain(of mention: ID) -> Chain? {
        let chains = chains(of: mention).filter { $0.status != .rejected }
        return chains.first { Annotation.chain($0).isDecided } ?? chains.first
    }

    public func relations(of mention: ID) -> [Relation] { referring(to: mention).compactMap(\.relation) }

    public func notes(on target: Note.Target) -> [Note] {
        if case .annotation(let id) = target { return referring(to: id).compactMap(\.note) }
        return notes.filter { $0.target == target }
    }

    private func sorted(_ annotations: some Sequence<Annotation>) -> [Annotation] {
        annotations.sorted { $0.id < $1.id }
    }

    /// Makes every change of the edit. Whatever the state was, each id ends up as the edit says, so that the edits of
    /// two programs can follow each other in any order without harm.
    public mutating func apply(_ edit: Edit) {
        for change in edit.changes {
            if let after = change.after { set(after) } else { remove(change.annotation.id) }
        }
    }

    /// Adds the annotation or replaces the one with its id, of whatever kind that is.
    public mutating func set(_ annotation: Annotation) {
        remove(annotation.id)
        switch annotation {
        case .mention(let mention): mentions.insert(mention)
        case .fact(let fact): facts.insert(fact)
        case .relation(let relation): relationsByID[relation.id] = relation
        case .chain(let chain): chainsByID[chain.id] = chain
        case .label(let label): labelsByID[label.id] = label
        case .note(let note): notesByID[note.id] = note
        }
        refer(annotation)
    }

    @discardableResult
    public mutating func remove(_ id: ID) -> Annotation? {
        guard let annotation = self[id] else { return nil }
        switch annotation {
        case .mention: mentions.remove(id)
        case .fact: facts.remove(id)
        case .relation: relationsByID[id] = nil
        case .chain: chainsByID[id] = nil
        case .label: labelsByID[id] = nil
        case .note: notesByID[id] = nil
        }
        for other in annotation.references {
            referrers[other]?.removeAll { $0 == id }
            if referrers[other]?.isEmpty == true { referrers[other] = nil }
        }
        return annotation
    }

    /// Adds mentions a batch at a time, so that a long list of them is never in memory twice.
    public mutating func add(_ batch: [Mention]) {
        mentions.append(contentsOf: batch.sharingTaggings())
    }

    /// Exchanges the mentions inside a span; much faster than one by one when an engine has read a long article.
    mutating func replaceMentions(
        in span: Span, where isReplaced: (Mention) -> Bool, with additions: some Sequence<Mention>
    ) {
        mentions.replace(in: span, where: isReplaced, with: Array(additions).sharingTaggings())
    }

    /// Whether all but mentions and facts are the same; costs nothing where one is a copy of the other.
    public func isSameBesidesPlaces(_ other: Annotations) -> Bool {
        relationsByID == other.relationsByID && chainsByID == other.chainsByID
            && labelsByID == other.labelsByID && notesByID == other.notesByID
    }

    private mutating func refer(_ annotation: Annotation) {
        func add(to known: inout [ID]) { if !known.contains(annotation.id) { known.append(annotation.id) } }
        for other in annotation.references { add(to: &referrers[other, default: []]) }
    }
}

extension Annotations: Equatable {
    public static func == (left: Annotations, right: Annotations) -> Bool {
        left.isSameBesidesPlaces(right) && left.mentions.elementsEqual(right.mentions)
            && left.facts.elementsEqual(right.facts)
    }
}

extension Annotation {
    fileprivate var relation: Relation? { if case .relation(let relation) = self { relation } else { nil } }
    fileprivate var chain: Chain? { if case .chain(let chain) = self { chain } else { nil } }
    fileprivate var note: Note? { if case .note(let note) = self { note } else { nil } }
    fileprivate var label: ArticleLabel? { if case .label(let label) = self { label } else { nil } }
}
