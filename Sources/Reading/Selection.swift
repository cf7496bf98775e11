import Articles

/// What the next command works on: one or more tokens, with the end that moves when it is extended.
///
///     [Mark Rutte] sprach        anchor "Mark", head "Rutte": extending right takes "sprach" in
///
/// There is no cursor beside it: a cursor is a selection of one token.
public struct Selection: Hashable, Sendable {
    public let anchor: Span
    public let head: Span

    public init(anchor: Span, head: Span) {
        self.anchor = anchor
        self.head = head
    }

    public init(_ span: Span) { self.init(anchor: span, head: span) }

    public var span: Span { anchor.union(head) }

    /// Whether extending moves the left edge.
    public var facesLeft: Bool { head.start < anchor.start }
}
