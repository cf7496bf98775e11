/// A change of the annotations as a value: undo, the journal on disk and other programs all use this one.
///
/// Every edit is a list of changes from a state before to a state after, so its inverse needs no code of its own.
public struct Edit: Hashable, Sendable {
    /// What a person calls it: `tag PER`, `accept`. Shown by undo.
    public var name: String
    public var changes: [Change]

    public init(_ name: String, _ changes: [Change]) {
        self.name = name
        self.changes = changes
    }

    public var isEmpty: Bool { changes.isEmpty }

    /// The edit that takes this one back: the last change first.
    public var inverse: Edit { Edit(name, changes.reversed().map(\.inverse)) }
}

/// One annotation that comes (no `before`), goes (no `after`) or changes (both, with the same id).
public struct Change: Hashable, Sendable {
    public let before: Annotation?
    public let after: Annotation?

    private init(before: Annotation?, after: Annotation?) {
        self.before = before
        self.after = after
    }

    public static func add(_ annotation: Annotation) -> Change { Change(before: nil, after: annotation) }

    public static func remove(_ annotation: Annotation) -> Change { Change(before: annotation, after: nil) }

    /// - Precondition: both have the same id.
    public static func replace(_ before: Annotation, with after: Annotation) -> Change {
        precondition(before.id == after.id, "an annotation keeps its id")
        return Change(before: before, after: after)
    }

    public var inverse: Change { Change(before: after, after: before) }

    /// Whichever side exists; their ids are the same.
    public var annotation: Annotation {
        guard let annotation = after ?? before else { preconditionFailure("a change has a side") }
        return annotation
    }
}
