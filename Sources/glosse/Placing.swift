import ArgumentParser
import Articles
import Formats
import Glibc
import Storage

/// The text that annotations are placed on, when they come without it or with a version of it.
struct PlacingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Place the annotations on this text, though white space, line ends or quotes differ.",
            discussion: "A folder holds a NAME.txt for each article.", valueName: "file"))
    var text: String?
}

/// Places annotations on the text that they belong to, and tells what finds no place there.
struct Placing {
    /// Where the texts are.
    private enum Source {
        /// In the documents themselves.
        case none
        case file(Text, path: String)
        /// A file `NAME.txt` for each article.
        case folder(path: String)
        /// What a person has read already; where that is not known, in the documents themselves.
        case library(Library)
    }

    /// How much of two texts of the same name must be the same.
    private static let likeness = 0.9

    private let source: Source
    private(set) var lostCount = 0
    /// How many documents were placed on another text of the library than their own.
    private(set) var movedCount = 0

    /// - Parameter library: where to look for the texts when no file or folder is named.
    init(_ options: PlacingOptions, in library: Library? = nil) throws(FileError) {
        guard let path = options.text else {
            source = library.map(Source.library) ?? .none
            return
        }
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        source = isFolder ? .folder(path: path) : .file(Text(bytes: try FileBytes.read(path)), path: path)
    }

    /// The document on the text that it belongs to; itself when that is its own.
    mutating func placed(_ document: Document) throws -> Document {
        switch source {
        case .none: return document
        case .file(let text, let path): return place(document, on: text, of: path)
        case .folder(let folder):
            let path = folder + "/" + document.article.stem + ".txt"
            return place(document, on: Text(bytes: try FileBytes.read(path)), of: path)
        case .library(let library):
            guard !document.annotations.isEmpty,
                try library.article(with: TextHash(document.text)) == nil
            else { return document }
            let name = document.article.name
            if let key = try library.articles(withWordsOf: document.text, named: name).first {
                let article = try library.article(key)
                let placed = place(document, on: article.text, of: "“\(article.name)” of the library")
                return move(placed.annotations, onto: article)
            }
            return try placed(document, byNameIn: library) ?? document
        }
    }

    /// The document on a text of the same name that has a few other words, provided that nothing is lost by that: else it
    /// may well be a later version, with a text of its own.
    private mutating func placed(_ document: Document, byNameIn library: Library) throws -> Document? {
        for key in try library.articles(named: document.article.name) {
            let article = try library.article(key)
            guard article.text.likeness(to: document.text) >= Self.likeness else { continue }
            let (placed, lost) = document.aligned(onto: article.text)
            if lost.isEmpty { return move(placed.annotations, onto: article) }
        }
        return nil
    }

    private mutating func move(_ annotations: Annotations, onto article: Article) -> Document {
        movedCount += 1
        return Document(article: article, annotations: annotations)
    }

    private mutating func place(_ document: Document, on text: Text, of name: String) -> Document {
        let (placed, lost) = document.aligned(onto: text)
        lostCount += lost.count
        for annotation in lost {
            StandardError.line(
                "error: \(document.article.name): \(document.words(of: annotation)) has no place in \(name)")
        }
        return placed
    }
}

extension Article {
    /// The last part of the name.
    fileprivate var stem: String { name.split(separator: "/").last.map(String.init) ?? name }
}

extension Document {
    /// What an annotation is and says, for a person.
    fileprivate func words(of annotation: Annotation) -> String {
        switch annotation {
        case .mention(let mention): "\(mention.label) \"\(text.string(in: mention.bounds))\""
        case .fact(let fact): "the fact \(fact.kind) \"\(text.string(in: fact.bounds))\""
        case .relation(let relation): "the relation \(relation.kind)"
        case .chain: "a chain, or a mention of it,"
        case .label(let label): "the label \(label.name)"
        case .note(let note): "the note \"\(note.text)\""
        }
    }
}
