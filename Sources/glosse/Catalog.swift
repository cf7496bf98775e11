import Articles
import Reading
import Storage
import Synchronization

/// What stands behind the lines of the list: files, articles of the library, samples, documents in memory.
final class Catalog: Sendable {
    enum Source: Sendable {
        case file(String)
        case part(FilePart)
        case stored(Storage.ArticleKey)
        case sample(name: String, bytes: [UInt8])
        case document(Document)
    }

    private struct Entry: Sendable {
        let source: Source
        /// Where the article is kept, once that is known.
        var stored: Storage.ArticleKey?
        /// How many steps of its journal this program has seen.
        var sequence = 0
    }

    private let entries = Mutex<[Entry]>([])
    let parts = PartReader()

    /// Adds sources and gives a first row for each: what is known without opening anything.
    func add(_ sources: [(source: Source, row: (Reading.ArticleKey) -> LibraryRow)]) -> [LibraryRow] {
        entries.withLock { entries in
            sources.map { source, row in
                entries.append(Entry(source: source))
                return row(Reading.ArticleKey(entries.count - 1))
            }
        }
    }

    func source(_ key: Reading.ArticleKey) -> Source { entries.withLock { $0[key.number].source } }

    func stored(_ key: Reading.ArticleKey) -> Storage.ArticleKey? {
        entries.withLock { $0[key.number].stored }
    }

    func sequence(_ key: Reading.ArticleKey) -> Int { entries.withLock { $0[key.number].sequence } }

    func set(_ key: Reading.ArticleKey, stored: Storage.ArticleKey, sequence: Int) {
        entries.withLock {
            $0[key.number].stored = stored
            $0[key.number].sequence = sequence
        }
    }
}
