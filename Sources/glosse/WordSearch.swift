import Articles
import Foundation
import Reading
import Storage

/// A search for articles whose titles and texts have all of some words, or words that begin so, whatever case and accents.
///
/// The library has an index of its texts; what is not in the library yet is read.
struct WordSearch: Sendable {
    /// How much of a text is looked through, in bytes: as much as the library's index has.
    private static let reach = 1 << 20

    private let words: String
    private let beginnings: [String]

    init(_ words: String) {
        self.words = words
        beginnings = Self.parts(of: words)
    }

    /// Those of the articles that have the words; none where there is nothing to look for.
    func keys(among keys: [Reading.ArticleKey], _ loader: ArticleLoader) -> Set<Reading.ArticleKey> {
        guard !beginnings.isEmpty else { return [] }
        let rows = try? loader.library?.search(words, limit: Int(Int32.max))
        let indexed = Set((rows ?? []).map(\.key))
        return Set(
            keys.filter { key in
                if case .stored(let stored) = loader.catalog.source(key) { return indexed.contains(stored) }
                guard let article = try? loader.read(key).0.article else { return false }
                let beginning = Span(0, min(article.text.byteCount, Self.reach))
                return matches(article.title + " " + article.text.string(in: beginning))
            })
    }

    func matches(_ text: String) -> Bool {
        let parts = Set(Self.parts(of: text))
        return beginnings.allSatisfy { beginning in
            parts.contains(beginning) || parts.contains { $0.hasPrefix(beginning) }
        }
    }

    /// The words without case and accents.
    private static func parts(of text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
