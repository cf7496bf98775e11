import Articles

/// The properties above a Markdown article, between lines of `---` (YAML) or `+++` (TOML).
///
/// One property a line; lists in brackets or as lines of `- item`. What is nested deeper is not understood.
struct FrontMatter {
    private(set) var properties: [(key: String, values: [String])] = []
    /// The number of lines, the marks included; 0 without front matter.
    private(set) var lineCount = 0

    /// Whether the value of the last property goes on in indented lines.
    private var isFolded = false

    /// Longer ones are text.
    private static let lineLimit = 500

    init(_ lines: [Substring]) {
        let mark = lines.first.map { Self.trimmed($0) }
        guard mark == "---" || mark == "+++" else { return }
        let ends = mark == "---" ? ["---", "..."] : ["+++"]
        guard
            let end = lines.dropFirst().prefix(Self.lineLimit).firstIndex(where: { line in
                ends.contains { Self.trimmed(line) == $0 }
            })
        else { return }
        lineCount = end + 1
        for line in lines[1..<end] { take(line, separator: mark == "---" ? ":" : "=") }
    }

    /// The first property that is called like one of these.
    func values(_ keys: String...) -> [String] {
        keys.lazy.compactMap { key in properties.first { $0.key == key }?.values }.first { !$0.isEmpty } ?? []
    }

    private mutating func take(_ line: Substring, separator: Character) {
        let content = Self.trimmed(line)
        if content.hasPrefix("- "), !properties.isEmpty {
            properties[properties.count - 1].values.append(Self.unquoted(content.dropFirst(2)))
            return
        }
        if line.first == " " || line.first == "\t" {
            // More lines of a value that begins with `>` or `|`.
            if isFolded, !content.isEmpty { extend(content) }
            return
        }
        isFolded = false
        guard let place = content.firstIndex(of: separator), !content.hasPrefix("#") else { return }
        let key = Self.trimmed(content[..<place]).lowercased()
        let value = Self.trimmed(content[content.index(after: place)...])
        if [">", "|", ">-", "|-", ">+", "|+"].contains(value) {
            properties.append((key, []))
            isFolded = true
        } else if value.hasPrefix("["), value.hasSuffix("]") {
            let items = value.dropFirst().dropLast().split(separator: ",").map { Self.unquoted($0) }
            properties.append((key, items.filter { !$0.isEmpty }))
        } else {
            let single = Self.unquoted(value)
            properties.append((key, single.isEmpty ? [] : [single]))
        }
    }

    private mutating func extend(_ content: Substring) {
        let before = properties[properties.count - 1].values.first
        properties[properties.count - 1].values = [(before.map { $0 + " " } ?? "") + content]
    }

    private static func unquoted(_ value: Substring) -> String {
        let value = trimmed(value)
        guard let quote = value.first, quote == "\"" || quote == "'", value.count > 1, value.last == quote
        else { return String(value) }
        let inner = value.dropFirst().dropLast()
        return String(quote == "'" ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\""))
    }

    private static func trimmed(_ value: Substring) -> Substring {
        var rest = value.drop { $0.isWhitespace }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest
    }
}
