/// A label inside another one where the schema does not allow it.
public struct NestingViolation: Hashable, Sendable, CustomStringConvertible {
    public let inner: Label
    public let outer: Label

    public var description: String { "\(inner.name) may not lie inside \(outer.name) by the schema" }
}

extension Schema {
    /// What the schema forbids about a mention where it lies: inside another one, or around it.
    ///
    ///     [Rat der [EU]ORG]ORG     new around old, new inside old: both ways are looked at
    ///     [Bonn]LOC,ORG            two labels on the same words: one may be the inner one, whichever
    ///
    /// - Parameter others: the mentions that touch it; rejected ones and itself do not count.
    public func nestingViolation(
        of mention: Mention, among others: some Sequence<Mention>
    ) -> NestingViolation? {
        for other in others where other.id != mention.id && other.status != .rejected {
            let isInside = other.bounds.contains(mention.bounds)
            let isAround = mention.bounds.contains(other.bounds)
            let mayBeInside = isInside && mayNest(mention.label, in: other.label)
            let mayBeAround = isAround && mayNest(other.label, in: mention.label)
            guard isInside || isAround, !mayBeInside, !mayBeAround else { continue }
            return isInside
                ? NestingViolation(inner: mention.label, outer: other.label)
                : NestingViolation(inner: other.label, outer: mention.label)
        }
        return nil
    }
}
