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

    /// Where redo leads.
    var next: ID? { current.map { nodes[$0]?.latestChild } ?? firstChild }

    /// Adds an edit below the current place and goes there. An id that is known already is only gone to.
    mutating func add(_ edit: Edit, id: ID) {
        if nodes[id] == nil {
            let depth = current.flatMap { nodes[$0]?.depth } ?? 0
            nodes[id] = Node(id: id, parent: current, edit: edit, latestChild: nil, depth: depth + 1)
            order.append(id)
        }
        move(to: id)
    }

    /// Goes to a node that exists (or the beginning) and remembers the way for redo.
    ///
    /// The way down to the current place is known already, so only the nodes beside it are touched.
    mutating func move(to target: ID?) {
        guard holds(target) else { return }
        for id in route(to: target).down {
            if let parent = nodes[id]?.parent { nodes[parent]?.latestChild = id } else { firstChild = id }
        }
        current = target
    }

    /// Whether there is such a place; nil is the beginning, which always is.
    func holds(_ place: ID?) -> Bool { place.map { nodes[$0] != nil } ?? true }

    /// The changes that lead from the current place to another.
    func changes(to target: ID?) -> [Change] {
        let route = route(to: target)
        return route.up.flatMap { nodes[$0]?.edit.inverse.changes ?? [] }
            + route.down.flatMap { nodes[$0]?.edit.changes ?? [] }
    }

    /// The edits to take back, latest first, up to the common ancestor, and those to make from there.
    private func route(to target: ID?) -> (up: [ID], down: [ID]) {
        var up: [ID] = []
        var down: [ID] = []
        var here = current
        var there = target
        while here != there {
            let hereDepth = here.flatMap { nodes[$0]?.depth } ?? 0
            let thereDepth = there.flatMap { nodes[$0]?.depth } ?? 0
            if hereDepth >= thereDepth, let id = here {
                up.append(id)
                here = nodes[id]?.parent
            } else if let id = there {
                down.append(id)
                there = nodes[id]?.parent
            }
        }
        return (up, down.reversed())
    }
}

/// One thing that happened to a document, as the journal keeps it: what changed, and where in the history it led.
public struct Step: Hashable, Sendable {
    public enum Move: Hashable, Sendable {
        /// A new edit with this id. The parent is where its maker stood, and differs from where a replay stands
        /// only when another program has saved a step in between.
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
