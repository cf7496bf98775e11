extension Int {
    /// `1 article`, `2 articles`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
