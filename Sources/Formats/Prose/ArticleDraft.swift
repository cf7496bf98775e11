import Articles

/// An article while a reader puts it together: whatever a file says becomes single lines, and what is empty is absent.
struct ArticleDraft {
    let name: String
    private(set) var title: String?
    private(set) var source: String?
    private(set) var date: String?
    private(set) var language: String?
    private(set) var metadata: [String: String] = [:]
    /// The text below the title.
    var body: [UInt8] = []

    init(name: String) { self.name = name }

    /// Without title and text there is no article.
    var isEmpty: Bool { title == nil && body.isEmpty }

    /// What a file says first counts: the others that it gives are of parts, or say the same in other words.
    mutating func setTitle(_ value: String?) { title = title ?? Self.clean(value) }

    mutating func setSource(_ value: String?) { source = source ?? Self.clean(value) }

    mutating func setDate(_ value: String?) { date = date ?? value.flatMap { NewsDay.day($0) } }

    /// A code such as `de` or `de-AT`.
    mutating func setLanguage(_ value: String?) {
        guard language == nil, let code = Self.clean(value), code.utf8.count <= 35,
            code.utf8.allSatisfy({ ($0 | 32) >= 97 && ($0 | 32) <= 122 || $0 == 45 || (48...57).contains($0) }
            )
        else { return }
        language = code
    }

    mutating func set(_ key: String, _ value: String?) {
        guard metadata[key] == nil, let value = Self.clean(value) else { return }
        metadata[key] = value
    }

    /// Sets several values as one, each of them once.
    mutating func set(_ key: String, _ values: [String]) {
        var seen: Set<String> = []
        let known = values.compactMap(Self.clean).filter { seen.insert($0).inserted }
        set(key, known.joined(separator: ", "))
    }

    /// The document: the title is the first line of its text, unless the text begins with it.
    func document() -> Document {
        var bytes = body
        if let title, !Self.begins(body, with: title) {
            bytes = Array(title.utf8) + (body.isEmpty ? [] : [10, 10]) + body
        }
        return Document(
            article: Article(
                name: name, title: title, source: source, date: date, language: language,
                text: Text(bytes: bytes), metadata: metadata))
    }

    private static func begins(_ body: [UInt8], with title: String) -> Bool {
        let rest = body.dropFirst(title.utf8.count)
        return body.starts(with: title.utf8) && (rest.isEmpty || rest.first == 10)
    }

    private static func clean(_ value: String?) -> String? {
        let line = value.map { Prose.line($0) } ?? ""
        return line.isEmpty ? nil : line
    }
}
