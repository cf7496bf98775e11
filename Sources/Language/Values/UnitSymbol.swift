/// A short name such as `EUR` or `km/h`, kept in one machine word: every piece of a text has room for one, and copying
/// it costs nothing.
struct UnitSymbol: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    private let bits: UInt64

    /// Keeps the first eight bytes of UTF-8; no currency or unit has more.
    init(_ name: some StringProtocol) {
        bits = name.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    init(stringLiteral name: String) { self.init(name) }

    var description: String {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
