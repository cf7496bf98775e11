import Articles
import Language
import Reading
import Storage

/// Reads the articles of the list for the register, one after the other, and tells now and then how far it is.
///
/// What people decided counts, and where they have not looked yet, what the fast engine suggests.
struct RegisterReading: Sendable {
    let loader: ArticleLoader
    let engine: Pipeline
    let schema: Schema

    /// Of longer texts only what is in the library counts, in bytes: the engine would hold up all others.
    private static let engineLimit = 1 << 20

    func read(_ keys: [Reading.ArticleKey], post: (Message) -> Void) {
        let usual = Register.usualLabels.filter { schema.label($0) != nil }
        var register = Register(labels: usual.isEmpty ? Set(schema.labels.map(\.label)) : usual)
        var contents = RegisterList.Contents()
        contents.totalCount = keys.count
        var told = ContinuousClock.now
        var pause = Duration.milliseconds(100)
        for key in keys {
            guard !Task.isCancelled else { return }
            if let document = try? document(key) {
                register.add(document)
                contents.keys.append(key)
            } else {
                contents.failedCount += 1
            }
            contents.readCount += 1
            guard contents.readCount == keys.count || .now - told > pause else { continue }
            let start = ContinuousClock.now
            contents.entries = register.entries
            contents.differences = register.differences
            contents.sources = register.sources
            guard !Task.isCancelled else { return }
            post(.registered(contents))
            told = .now
            // A long register takes time to sort: most of it is for reading on.
            pause = max(.milliseconds(400), (told - start) * 10)
        }
        if keys.isEmpty { post(.registered(contents)) }
    }

    private func document(_ key: Reading.ArticleKey) throws -> Document {
        var document = try loader.read(key).0
        if let library = loader.library {
            let known = try loader.catalog.stored(key) ?? library.article(with: TextHash(document.text))
            let kept = try known.map { try library.load($0).annotations }
            if let kept, !kept.isEmpty { document = Document(article: document.article, annotations: kept) }
        }
        if document.text.byteCount <= Self.engineLimit { try document.suggestAll(engine, within: schema) }
        return document
    }
}
