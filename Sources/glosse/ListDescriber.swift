import Articles
import Formats
import Reading
import Storage

/// Says what the lines of the list show, reading no more of a file than its head, or than one of its lines.
struct ListDescriber: Sendable {
    let catalog: Catalog
    let library: Library?

    /// After so long what is known is told: the rows in view by then come first.
    private static let patience = Duration.milliseconds(200)

    /// The rows of the first of the keys, of as many as can be described in a moment.
    func rows(for keys: [Reading.ArticleKey]) -> [LibraryRow] {
        let start = ContinuousClock.now
        var rows: [LibraryRow] = []
        for key in keys {
            rows.append(row(key))
            if .now - start > Self.patience { break }
        }
        return rows
    }

    private func row(_ key: Reading.ArticleKey) -> LibraryRow {
        switch catalog.source(key) {
        case .stored(let stored):
            guard let library, let row = try? library.row(of: stored) else {
                return LibraryRow(key: key, title: "(no longer in the library)")
            }
            return LibraryRow(key: key, row)
        case .file(let path):
            return described(key, name: path, head: (try? FileBytes.read(path, upTo: Self.headSize)) ?? [])
        case .part(let part):
            return described(key, part)
        case .sample(let name, let bytes):
            return described(key, name: name, head: Array(bytes.prefix(Self.headSize)))
        case .document(let document):
            return LibraryRow(key: key, document, source: document.article.source ?? "")
        }
    }

    /// An article in a file of several is known by its text; that of one longer than this is not read for the list.
    private static let lineLimit = 4 << 20
    private static let headSize = 4096

    private func described(_ key: Reading.ArticleKey, _ part: FilePart) -> LibraryRow {
        guard let glance = glance(at: part) else {
            return LibraryRow(key: key, title: part.name, source: part.name)
        }
        var row = glance.row(key, of: part)
        row.isRead = true
        if let library, let known = try? library.article(with: glance.hash),
            let stored = try? library.row(of: known)
        {
            row = LibraryRow(key: key, stored)
            row.source = glance.source(in: part)
        }
        return row
    }

    private func glance(at part: FilePart) -> FilePart.Glance? {
        switch part.place {
        case .document(_, let glance): return glance
        case .bytes(let range):
            guard range.count <= Self.lineLimit else { return nil }
            return (try? catalog.parts.read(part).documents.first).map { FilePart.Glance($0) }
        }
    }

    /// The beginning of a file as an article, or all of it where a beginning says nothing, as with documents of an office.
    private func article(named name: String, _ head: [UInt8]) -> Article? {
        func read(_ bytes: [UInt8]) -> Article? {
            try? Format.reading(name, bytes).read(Input(name: name, bytes: bytes)).documents.first?.article
        }
        if let article = read(head) { return article }
        guard head.count == Self.headSize,
            let bytes = try? FileBytes.read(name, upTo: Self.lineLimit + 1), bytes.count <= Self.lineLimit
        else { return nil }
        return read(bytes)
    }

    private func described(_ key: Reading.ArticleKey, name: String, head: [UInt8]) -> LibraryRow {
        var row = LibraryRow(key: key, title: name, source: name)
        if let article = article(named: name, head) {
            row.title = article.title
            row.date = article.date ?? ""
        }
        if let library, let path = FileStamp(path: name)?.path,
            let known = try? library.article(atPath: path),
            let stored = try? library.row(of: known)
        {
            row = LibraryRow(key: key, stored)
            row.source = name
        }
        return row
    }
}

extension LibraryRow {
    init(key: Reading.ArticleKey, _ document: Document, source: String) {
        self.init(
            key: key, title: document.article.title, date: document.article.date ?? "", source: source,
            entities: document.annotations.mentions.countOfShown, facts: document.annotations.facts.count,
            open: document.annotations.mentions.openCount)
    }

    init(key: Reading.ArticleKey, _ row: ArticleRow) {
        self.init(
            key: key, title: row.title, date: row.date ?? "", source: row.source ?? row.path ?? row.name,
            state: WorkState(row.state), entities: row.counts.entities, facts: row.counts.facts,
            open: row.counts.suggestions)
    }
}

extension Counts {
    init(of row: LibraryRow) {
        self.init(entities: row.entities, facts: row.facts, suggestions: row.open)
    }
}

extension WorkState {
    init(_ state: ReviewState) {
        switch state {
        case .new: self = .new
        case .inWork: self = .inWork
        case .done: self = .done
        }
    }
}

extension ReviewState {
    init(_ state: WorkState) {
        switch state {
        case .new: self = .new
        case .inWork: self = .inWork
        case .done: self = .done
        }
    }
}
