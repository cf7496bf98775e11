/// The edits of a document as a tree: undo goes to the parent, redo to the child last left, and an edit after an undo
/// grows a new branch beside the old one, which stays reachable.
///
///     o ── a ── b ── c        undo, undo, d:        o ── a ── b ── c
///                                                        └── d   (here)
public struct History: Sendable {
    public struct Node: Sendable {
        public let id: ID
        public let parent: ID?
        public let edit: Edit
        fileprivate var latestChild: ID?
        fileprivate let depth: Int
    }

    /// In the order in which the edits were made.
    public private(set) var order: [ID] = []
    /// The edit that was made last and not undone; nil at the beginning.
    public private(set) var current: ID?
    private var nodes: [ID: Node] = [:]
    private var firstChild: ID?

    public init() {}

    public subscript(id: ID) -> Node? { nodes[id] }

    public var canUndo: Bool { current != nil }
    public var canRedo: Bool { next != nil }

    /// Where undo leads: nil inside means the beginning, nil outside that there is nothing to undo.
    var previous: ID?? { current.map { nodes[$0]?.parent } }

    /// Where redo leads.
    var next: ID? { current.map { nodes[$0]?.latestChild } ?? firstChild }

    /// Adds an edit below the current place and goes there. A parent that is not known counts as the beginning.
    mutating func add(_ edit: Edit, id: ID, parent: ID?) {
        let parent = parent.flatMap { nodes[$0] == nil ? nil : $0 }
        let depth = parent.flatMap { nodes[$0]?.depth } ?? 0
        nodes[id] = Node(id: id, parent: parent, edit: edit, latestChild: nil, depth: depth + 1)
        order.append(id)
        move(to: id)
    }

    /// Goes to a node that exists (or the beginning) and remembers the way for redo.
    mutating func move(to target: ID?) {
        guard target.map({ nodes[$0] != nil }) ?? true else { return }
        current = target
        var child = target
        while let id = child, let node = nodes[id] {
            if let parent = node.parent {
                nodes[parent]?.latestChild = id
            } else {
                firstChild = id
            }
            child = node.parent
        }
    }

    /// The edits that lead from the current place to another: up to the common ancestor, then down.
    func path(to target: ID?) -> Edit {
        var changes: [Change] = []
        var down: [Edit] = []
        var here = current
        var there = target
        while here != there {
            let hereDepth = here.flatMap { nodes[$0]?.depth } ?? 0
            let thereDepth = there.flatMap { nodes[$0]?.depth } ?? 0
            if hereDepth >= thereDepth, let id = here, let node = nodes[id] {
                changes += node.edit.inverse.changes
                here = node.parent
            } else if let id = there, let node = nodes[id] {
                down.append(node.edit)
                there = node.parent
            } else {
                break
            }
        }
        for edit in down.reversed() { changes += edit.changes }
        return Edit("go back", changes)
    }
}

/// One thing that happened to a document, as the journal keeps it: what changed, and where in the history it led.
public struct Step: Hashable, Sendable {
    public enum Move: Hashable, Sendable {
        /// A new edit with this id, made at the parent.
        case new(ID, parent: ID?)
        /// Undo, redo or a jump to an edit that was made before; nil is the beginning.
        case to(ID?)
    }

    public let move: Move
    /// The changes as they were made: for undo already inverted.
    public let edit: Edit

    public init(move: Move, edit: Edit) {
        self.move = move
        self.edit = edit
    }
}
