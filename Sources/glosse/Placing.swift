import ArgumentParser
import Articles
import Formats
import Glibc

/// The text that annotations are placed on, when they come without it or with a version of it.
struct PlacingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Place the annotations on this text, though white space, line ends or quotes differ.",
            discussion: "A folder holds a NAME.txt for each article.", valueName: "file"))
    var text: String?
}

/// Places annotations on the text that a person names, and tells what finds no place there.
struct Placing {
    private let path: String?
    private let isFolder: Bool
    private var text: Text?
    private(set) var lostCount = 0

    init(_ options: PlacingOptions) throws(FileError) {
        path = options.text
        var status = stat()
        isFolder = options.text.map { stat($0, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR } ?? false
        if let path, !isFolder { text = Text(bytes: try FileBytes.read(path)) }
    }

    /// The document on the named text; itself when none was named.
    mutating func placed(_ document: Document) throws(FileError) -> Document {
        guard let path else { return document }
        let name = document.article.name
        let text: Text
        if let one = self.text {
            text = one
        } else {
            let stem = name.split(separator: "/").last.map(String.init) ?? name
            text = Text(bytes: try FileBytes.read(path + "/" + stem + ".txt"))
        }
        let (placed, lost) = document.aligned(onto: text)
        lostCount += lost.count
        for annotation in lost {
            StandardError.line("error: \(name): \(document.words(of: annotation)) has no place in \(path)")
        }
        return placed
    }
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
