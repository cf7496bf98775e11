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

    /// A name that nothing in the document has; `kind` is one letter such as `m` for a mention.
    ///
    /// Imported annotations keep the names that they had in other libraries, so a fresh number may be in use.
    public mutating func newID(_ kind: Character) -> ID {
        while true {
            let id = ids.next(kind)
            if annotations[id] == nil, history[id] == nil { return id }
        }
    }

    /// Makes an edit, which takes along the suggestions that it refers to. Nothing happens for an empty one.
    public mutating func perform(_ edit: Edit) -> Step? {
        guard !edit.isEmpty else { return nil }
        let edit = edit.keepingSuggestions(of: annotations)
        let step = Step(move: .new(newID("h"), parent: history.current), edit: edit)
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
        guard target != history.current, history.holds(target) else { return nil }
        let edit = Edit(name, history.changes(to: target))
        annotations.apply(edit)
        history.move(to: target)
        revision += 1
        return Step(move: .to(target), edit: edit)
    }

    /// Applies a step of the journal, from disk or from another program.
    public mutating func replay(_ step: Step) {
        annotations.apply(step.edit)
        remember(step)
        revision += 1
    }

    /// Restores the history of an article whose annotations are already in their latest state.
    public mutating func restoreHistory(_ steps: some Sequence<Step>) {
        for step in steps { remember(step) }
    }

    /// Finds the step's place in the history.
    ///
    /// Where the history stands must always be where the annotations are, or undo would lead astray. So an edit that
    /// was made elsewhere comes after what is here, and a move that another program made from another place is an
    /// edit of its own.
    private mutating func remember(_ step: Step) {
        switch step.move {
        case .new(let id, _):
            history.add(step.edit, id: id)
        case .to(let target):
            if history.holds(target), history.changes(to: target) == step.edit.changes {
                history.move(to: target)
            } else {
                history.add(step.edit, id: ID("moved-\(history.order.count)"))
            }
        }
    }

    /// Puts what the engine found in a part of the text in the place of what it had suggested there before.
    ///
    /// What a person made, changed, decided about or referred to stays, and nothing is suggested over it again.
    /// Suggestions are not edits: undo passes them by, and the journal keeps only those that somebody decided about.
    public mutating func suggest(_ found: Suggestions, in span: Span) {
        annotations.suggest(found, in: span)
        revision += 1
    }
}
