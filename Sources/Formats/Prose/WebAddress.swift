/// Completes relative addresses. Source: RFC 3986, section 5.2.
struct WebAddress {
    private let scheme: Substring?
    private let authority: Substring?
    private let path: Substring
    private let query: Substring?
    private let fragment: Substring?

    init(_ string: String) {
        var rest = string[...]
        fragment = Self.cut(&rest, at: "#")
        query = Self.cut(&rest, at: "?")
        if let colon = rest.firstIndex(of: ":"), let first = rest.first, first.isASCII, first.isLetter,
            rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        {
            scheme = rest[..<colon]
            rest = rest[rest.index(after: colon)...]
        } else {
            scheme = nil
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = rest[..<end]
            rest = rest[end...]
        } else {
            authority = nil
        }
        path = rest
    }

    /// An address as a document at the base address means it; as it is when there is no base.
    static func complete(_ reference: String, at base: String?) -> String {
        let reference = Prose.line(reference)
        guard let base, !base.isEmpty, !reference.isEmpty else { return reference }
        return WebAddress(base).completing(WebAddress(reference))
    }

    private func completing(_ other: WebAddress) -> String {
        if other.scheme != nil { return other.description(scheme: other.scheme) }
        guard scheme != nil else { return other.description(scheme: nil) }
        if other.authority != nil { return other.description(scheme: scheme) }
        if other.path.isEmpty {
            return Self.joined(scheme, authority, path, other.query ?? query, other.fragment)
        }
        let merged =
            other.path.hasPrefix("/")
            ? String(other.path)
            : (authority != nil && path.isEmpty
                ? "/" : String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)]))
                + other.path
        return Self.joined(scheme, authority, Self.withoutDots(merged)[...], other.query, other.fragment)
    }

    private func description(scheme: Substring?) -> String {
        Self.joined(scheme, authority, path, query, fragment)
    }

    /// `/a/../b` becomes `/b`.
    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return kept.joined(separator: "/")
    }

    private static func joined(
        _ scheme: Substring?, _ authority: Substring?, _ path: Substring, _ query: Substring?,
        _ fragment: Substring?
    ) -> String {
        (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
            + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
    }

    private static func cut(_ rest: inout Substring, at sign: Character) -> Substring? {
        guard let place = rest.firstIndex(of: sign) else { return nil }
        defer { rest = rest[..<place] }
        return rest[rest.index(after: place)...]
    }
}
