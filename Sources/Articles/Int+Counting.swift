extension Int {
    /// A number of things in a message: `1 mention`, `2 mentions`.
    public func of(_ thing: String) -> String { self == 1 ? "1 \(thing)" : "\(self) \(thing)s" }
}
