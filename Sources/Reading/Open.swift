import Articles

extension SpanTable where Element == Mention {
    var openCount: Int { reduce(0) { $0 + ($1.status == .suggested ? 1 : 0) } }
    func firstOpen(from offset: Int) -> Mention? { first(from: offset) { $0.status == .suggested } }
}
