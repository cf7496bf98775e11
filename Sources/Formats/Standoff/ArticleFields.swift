import Articles

/// What is known about an article as keys with strings, for formats that have a free list of those.
///
/// `title`, `source`, `date` and `language` have their own keys. A property that is called like one of them, or like a
/// key that the format needs itself, gets an underscore at its end, and so does one that ends with one already.
struct ArticleFields {
    private static let own: Set<String> = ["title", "source", "date", "language"]

    private let reserved: Set<String>

    init(reserved: Set<String> = []) { self.reserved = Self.own.union(reserved) }

    /// The keys and values, in an order that is always the same.
    func fields(of article: Article) -> [(key: String, value: String)] {
        var fields: [(String, String)] = []
        if let title = article.ownTitle { fields.append(("title", title)) }
        if let source = article.source { fields.append(("source", source)) }
        if let date = article.date { fields.append(("date", date)) }
        if let language = article.language { fields.append(("language", language)) }
        for (key, value) in article.metadata.sorted(by: { $0.key < $1.key }) {
            fields.append((isReserved(key) ? key + "_" : key, value))
        }
        return fields
    }

    /// Takes a field that a file has.
    func take(_ key: String, _ value: String, into article: inout Article) {
        switch key {
        case "title": article.title = value
        case "source": article.source = value
        case "date": article.date = value
        case "language": article.language = value
        default:
            article.metadata[
                key.hasSuffix("_") && isReserved(String(key.dropLast())) ? String(key.dropLast()) : key] =
                value
        }
    }

    /// The same rule for other names, such as those of attributes among the features of an annotation.
    func name(_ name: String) -> String { isReserved(name) ? name + "_" : name }

    /// The name behind one that `name` gave.
    func original(_ name: String) -> String {
        name.hasSuffix("_") && isReserved(String(name.dropLast())) ? String(name.dropLast()) : name
    }

    private func isReserved(_ key: String) -> Bool {
        var stem = key[...]
        while stem.hasSuffix("_") { stem.removeLast() }
        return reserved.contains(String(stem))
    }
}
