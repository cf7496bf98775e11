import Articles
import Formats
import Reading
import Storage
import Synchronization

/// One article of a file that holds several: how to find it again, so that it is read when somebody looks at it.
struct FilePart: Sendable {
    enum Place: Sendable {
        /// Where its bytes lie: a line without its line break, or the lines of a section.
        case bytes(Range<Int>)
        /// Which of the documents it is that the file's reader gives, counted from 0.
        case document(Int, Glance)
    }

    /// What is remembered of a document that has to be read with all the others of its file.
    struct Glance: Sendable {
        let title: String
        let date: String
        let counts: Counts
        let hash: TextHash
        private let source: String?

        init(_ document: Document) {
            title = document.article.title
            date = document.article.date ?? ""
            counts = Counts(of: document.annotations)
            hash = TextHash(document.text)
            source = document.article.source
        }

        /// What the list shows for where it comes from: within an archive the name of its file there.
        func source(in part: FilePart) -> String {
            guard let source, source.hasPrefix(part.path + "/") else { return part.name }
            return source
        }

        func row(_ key: Reading.ArticleKey, of part: FilePart) -> LibraryRow {
            LibraryRow(
                key: key, title: title, date: date, source: source(in: part), entities: counts.entities,
                facts: counts.facts, open: counts.suggestions, isRead: false)
        }
    }

    /// The file as it was when its parts were counted.
    let file: FileStamp
    /// Its path as the person named it.
    let path: String
    /// Counted from 1: the line that it begins on, or which of the documents it is.
    let number: Int
    let place: Place

    var name: String { "\(path):\(number)" }

    /// What is known without reading it.
    func row(_ key: Reading.ArticleKey) -> LibraryRow {
        switch place {
        case .document(_, let glance): glance.row(key, of: self)
        case .bytes: LibraryRow(key: key, title: name, source: name, isRead: false)
        }
    }
}

/// Reads parts of files. Of a small file the documents are kept until another one is read.
final class PartReader: Sendable {
    /// A file up to this size is not read again for each of its parts, in bytes.
    private static let smallFile = 4 << 20

    private let latest = Mutex<(file: FileStamp, documents: [Document])?>(nil)

    /// What the part holds, and what is wrong with it alone.
    func read(_ part: FilePart) throws -> Imported {
        switch part.place {
        case .bytes(let range):
            let bytes = try FileBytes.read(part.path, range, of: part.file)
            guard let reader = try Format.reading(part.path, bytes).reader else { return Imported() }
            return reader.read(line: Input(name: part.path, bytes: bytes, firstLine: part.number))
        case .document(let index, _):
            let documents = try documents(of: part)
            guard index < documents.count else {
                throw FileError("\(part.path): has changed since it was opened; leave and open it again")
            }
            return Imported(documents: [documents[index]])
        }
    }

    private func documents(of part: FilePart) throws -> [Document] {
        let known = latest.withLock { $0 }
        if let known, known.file == part.file, FileStamp(path: part.path) == part.file {
            return known.documents
        }
        let bytes = try FileBytes.read(part.path, 0..<part.file.byteCount, of: part.file)
        let format = try Format.reading(part.path, bytes)
        let documents = try format.read(format.input(part.path, bytes)).documents
        let isSmall = bytes.count <= Self.smallFile
        latest.withLock { latest in
            if isSmall { latest = (part.file, documents) } else { latest = nil }
        }
        return documents
    }
}
