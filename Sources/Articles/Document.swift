/// An article with its annotations and the history of their edits.
///
/// Every change goes through `perform` and comes back as a `Step` for the journal; replaying the steps of a journal
/// in their order gives the same document again.
public struct Document: Sendable {
    public let article: Article
    public private(set) var annotations: Annotations
    public private(set) var history = History()
    /// Counts every change of the annotations, suggestions too; background work for an older revision is stale.
    public private(set) var revision = 0
    public var ids: IDSource

    public init(article: Article, annotations: Annotations = Annotations(), session: Int = 0) {
        self.article = article
        self.annotations = annotations
        ids = IDSource(session: session)
    }

    public var text: Text { article.text }

    /// Makes an edit. Nothing happens for an empty one.
    public mutating func perform(_ edit: Edit) -> Step? {
        guard !edit.isEmpty else { return nil }
        let step = Step(move: .new(ids.next("h"), parent: history.current), edit: edit)
        replay(step)
        return step
    }

    /// Takes the last edit back, whatever it was; nil at the beginning.
    public mutating func undo() -> Step? {
        guard let current = history.current, let node = history[current] else { return nil }
        return travel(to: node.parent, as: node.edit.name)
    }

    /// Makes the edit again that was taken back last on this branch.
    public mutating func redo() -> Step? {
        guard let next = history.next, let node = history[next] else { return nil }
        return travel(to: next, as: node.edit.name)
    }

    /// Goes to the state just after any edit in the tree; nil is the beginning.
    public mutating func travel(to target: ID?, as name: String = "go back") -> Step? {
        guard target != history.current, target.map({ history[$0] != nil }) ?? true else { return nil }
        let step = Step(move: .to(target), edit: Edit(name, history.path(to: target).changes))
        replay(step)
        return step
    }

    /// Applies a step of the journal, from disk or from another program.
    public mutating func replay(_ step: Step) {
        annotations.apply(step.edit)
        switch step.move {
        case .new(let id, let parent): history.add(step.edit, id: id, parent: parent)
        case .to(let target): history.move(to: target)
        }
        revision += 1
    }

    /// Restores the history of an article whose annotations are already in their latest state.
    public mutating func restoreHistory(_ steps: some Sequence<Step>) {
        for step in steps {
            switch step.move {
            case .new(let id, let parent): history.add(step.edit, id: id, parent: parent)
            case .to(let target): history.move(to: target)
            }
        }
    }

    /// Puts what the engine found in a part of the text in the place of what it had suggested there before.
    ///
    /// What a person made, changed or decided about stays, and nothing is suggested over it again. Suggestions are not
    /// edits: undo passes them by, and the journal keeps only those that somebody decided about.
    public mutating func suggest(_ found: Suggestions, in span: Span) {
        let decided = annotations.mentions.filter(\.isDecided)
        let taken = SpanTable(decided)
        var mentions = Array(annotations.mentions.lazy.filter { $0.isDecided || !span.contains($0.bounds) })
        var dropped: Set<ID> = []
        for mention in found.mentions {
            let isTaken = taken.overlapping(mention.bounds).contains { other in
                other.id == mention.id
                    || (other.status == .rejected
                        ? other.spans == mention.spans && other.label == mention.label
                        : other.spans.fragments.contains { mention.spans.overlaps($0) })
            }
            if isTaken || taken[mention.id] != nil {
                if taken[mention.id] == nil { dropped.insert(mention.id) }
            } else {
                mentions.append(mention)
            }
        }
        annotations.replaceMentions(mentions)
        for fact in annotations.facts.overlapping(span) where !fact.isDecided && span.contains(fact.bounds) {
            annotations.remove(.fact(fact))
        }
        for fact in found.facts where annotations.facts[fact.id] == nil {
            var fact = fact
            for index in fact.slots.indices {
                if let id = fact.slots[index].mention, dropped.contains(id) {
                    fact.slots[index].mention = nil
                }
            }
            annotations.set(.fact(fact))
        }
        for chain in found.chains where annotations[chain.id] == nil {
            var chain = chain
            chain.mentions.removeAll { annotations.mentions[$0] == nil }
            if chain.mentions.count > 1 { annotations.set(.chain(chain)) }
        }
        revision += 1
    }
}

/// What an engine found in a part of an article, all of it with the status `suggested`.
public struct Suggestions: Sendable {
    public var mentions: [Mention]
    public var chains: [Chain]
    public var facts: [Fact]

    public init(mentions: [Mention] = [], chains: [Chain] = [], facts: [Fact] = []) {
        self.mentions = mentions
        self.chains = chains
        self.facts = facts
    }
}
