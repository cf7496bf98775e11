import Articles

@testable import Formats

/// What the suites of formats of articles share.
protocol ArticleSuite {
    /// The name of the file that is read.
    static var file: String { get }
}

extension ArticleSuite {
    func read(_ format: Format, _ text: String, _ name: String = Self.file) throws(FormatError) -> Imported {
        try format.read(Input(name: name, bytes: Array(text.utf8)))
    }

    func text(_ document: Document?) -> String {
        document.map { $0.text.string(in: $0.text.bounds) } ?? ""
    }

    func texts(_ imported: Imported) -> [String] { imported.documents.map { text($0) } }
}
