import Articles
import Formats
import Glibc
import Reading
import Storage

/// Opens what a line of the list stands for, with everything the library knows about it.
struct ArticleLoader: Sendable {
    let catalog: Catalog
    /// Nil when nothing is to be kept.
    let library: Library?
    let properties: ArticleProperties
    /// Texts from this size on are shown before their annotations are there, in bytes.
    private static let previewSize = 1 << 20

    /// Reads the article and posts what there is of it, in one message or in two.
    func load(_ key: Reading.ArticleKey, now: Int, post: (Message) -> Void) {
        do {
            let (document, stamp, warnings) = try read(key)
            for warning in warnings { post(.notice(Notice(.warning, warning))) }
            guard let library else {
                post(.loaded(key, document))
                return
            }
            if document.text.byteCount >= Self.previewSize, document.annotations.isEmpty {
                post(.previewed(key, document))
            }
            do {
                let kept = try keep(document, key, stamp, in: library, now: now)
                if let stored = catalog.stored(key), let row = try? library.row(of: stored) {
                    post(.known(key, WorkState(row.state)))
                }
                post(.loaded(key, kept))
                if let carryOver = try carryOver(to: kept, key, stamp, in: library) {
                    post(.offered(key, carryOver))
                }
            } catch {
                post(.loaded(key, document))
                post(.notice(Notice(.error, "\(error); changes are not kept")))
            }
        } catch {
            post(.failed(key, Notice(.error, String(describing: error))))
        }
    }

    /// The article as its file says, without the library.
    func read(_ key: Reading.ArticleKey) throws -> (Document, FileStamp?, warnings: [String]) {
        switch catalog.source(key) {
        case .document(let document):
            return (properties.applied(to: document), nil, [])
        case .file(let path):
            let bytes = try FileBytes.read(path)
            let (document, warnings) = try document(path, bytes)
            return (document, FileStamp(path: path), warnings)
        case .part(let part):
            let (document, warnings) = try document(part.name, catalog.parts.read(part))
            return (document, nil, warnings)
        case .sample(let name, let bytes):
            let (document, warnings) = try document(name, bytes)
            return (document, nil, warnings)
        case .stored(let stored):
            guard let library else { throw FileError("the library is not open") }
            return (Document(article: try library.wholeArticle(stored)), nil, [])
        }
    }

    private func document(_ name: String, _ bytes: [UInt8]) throws -> (Document, [String]) {
        let format = try Format.reading(name, bytes)
        return try document(name, format.read(format.input(name, bytes)))
    }

    private func document(_ name: String, _ imported: Imported) throws -> (Document, [String]) {
        guard let document = imported.documents.first else {
            throw imported.errors.first ?? FormatError(file: name, "holds no article")
        }
        var warnings = (imported.errors + imported.warnings).map(\.description)
        if imported.documents.count > 1 {
            warnings.append(
                "\(name) holds \(imported.documents.count) articles; open it alone to choose among them")
        }
        return (properties.applied(to: document), warnings)
    }

    /// Puts the article into the library, or finds it there with what was tagged before.
    private func keep(
        _ document: Document, _ key: Reading.ArticleKey, _ stamp: FileStamp?, in library: Library, now: Int
    ) throws(LibraryError) -> Document {
        guard library.access == .writing else {
            guard let stored = try library.article(with: TextHash(document.text)) else { return document }
            let annotations = try library.load(stored)
            catalog.set(key, stored: stored, sequence: annotations.sequence)
            return restored(document, annotations, session: 0)
        }
        let stored: Storage.ArticleKey
        if case .stored(let known) = catalog.source(key) {
            stored = known
        } else {
            stored = try library.add(document.article, from: stamp, at: now)
        }
        try library.setOpened(stored, at: now)
        var annotations = try library.load(stored)
        if annotations.sequence == 0, annotations.annotations.isEmpty, !document.annotations.isEmpty {
            // The file brings its own annotations along: they are where the history begins.
            try library.importAnnotations(
                document.annotations, onto: stored, counts: Counts(of: document.annotations), at: now)
            annotations = try library.load(stored)
        }
        catalog.set(key, stored: stored, sequence: annotations.sequence)
        return restored(document, annotations, session: try library.session())
    }

    /// Puts an article into the library that is on the list but not open.
    func keepUnread(_ key: Reading.ArticleKey, now: Int) throws -> Storage.ArticleKey? {
        guard let library else { return nil }
        let (document, stamp, _) = try read(key)
        _ = try keep(document, key, stamp, in: library, now: now)
        return catalog.stored(key)
    }

    private func restored(_ document: Document, _ stored: StoredAnnotations, session: Int) -> Document {
        var restored = Document(article: document.article, annotations: stored.annotations, session: session)
        restored.restoreHistory(stored.steps)
        return restored
    }

    /// What the text that the file held before had, when this one has nothing yet.
    private func carryOver(
        to document: Document, _ key: Reading.ArticleKey, _ stamp: FileStamp?, in library: Library
    ) throws(LibraryError) -> CarryOver? {
        guard let stamp, let stored = catalog.stored(key), document.annotations.isEmpty,
            let previous = try library.previousVersion(of: stored, atPath: stamp.path)
        else { return nil }
        let old = try library.load(previous).annotations
        guard !old.isEmpty else { return nil }
        let (carried, lost) = old.carried(from: try library.article(previous).text, to: document.text)
        return CarryOver(annotations: carried, lost: lost.count)
    }
}

/// What a person says about articles on the command line.
struct ArticleProperties: Hashable, Sendable {
    var date: String?
    var language: String?
    /// The language of articles that do not say theirs, from the configuration.
    var usualLanguage: String?

    func applied(to document: Document) -> Document {
        guard self != ArticleProperties() else { return document }
        var article = document.article
        article.date = date ?? article.date
        article.language = language ?? article.language ?? usualLanguage
        return Document(article: article, annotations: document.annotations)
    }
}

extension FileStamp {
    /// The file as it is now; nil when it is gone.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(
            path: FileBytes.resolved(path) ?? path, byteCount: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}

extension Counts {
    init(of annotations: Annotations) {
        self.init(
            entities: annotations.mentions.countOfShown, facts: annotations.facts.count,
            suggestions: annotations.mentions.openCount)
    }
}
