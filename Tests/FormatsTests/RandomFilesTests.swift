import Articles
import Foundation
import Testing

@testable import Formats

/// The random documents that the real consumers of the formats are shown, in the build folder.
@Suite("random documents for the consumers")
struct RandomFilesTests {
    @Test("50 of a seed are written and read back")
    func files() throws {
        var documents = RandomDocuments(seed: 2026)
        var bytes: [UInt8] = []
        var export = Export(to: .jsonLines)
        for number in 1...50 {
            let document = documents.document()
            var article = document.article
            article.name = "random\(number)"
            bytes += try export.add(Document(article: article, annotations: document.annotations)).bytes
        }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../.build").standardized
        let file = folder.appendingPathComponent("random-documents.jsonl")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        let back = try Format.jsonLines.read(Input(name: "r", bytes: Array(try Data(contentsOf: file))))
        #expect(back.documents.count == 50 && back.errors.isEmpty)
    }
}
