import Articles
import TestSupport
import Testing

@testable import Formats

@Suite("every format, written and read back")
struct RoundTripTests {
    static let both = Format.all.filter { $0.reader != nil && $0.writer?.isReport == false }

    @Test("what is written comes back equal, apart from the loss that was announced", arguments: both)
    func random(format: Format) throws {
        for seed in 1...60 {
            var documents = RandomDocuments(seed: UInt64(seed))
            let document = documents.document()
            let options = ExportOptions(statuses: Set(Status.allCases))
            var export = Export(to: format, options)
            var output = try export.add(document)
            output.bytes += export.finish()
            let found = format.differences(of: document, options, in: output)
            #expect(found.isEmpty, "\(format.name), seed \(seed): \(found.prefix(4).joined(separator: "\n"))")
        }
    }

    @Test("several documents share a file and come back in their order", arguments: both)
    func several(format: Format) throws {
        guard case .anyNumber? = format.writer?.grouping else { return }
        var documents = RandomDocuments(seed: 77)
        let all = (0..<5).map { _ in documents.document() }
        var export = Export(to: format)
        var bytes: [UInt8] = []
        for document in all { bytes += try export.add(document).bytes }
        bytes += export.finish()
        let back = try format.read(Input(name: "a", bytes: bytes))
        // Sentences of the same source follow each other in GermEval: there is nothing between two such documents.
        guard format.name != "germeval" else { return }
        #expect(back.errors.isEmpty)
        #expect(back.documents.count == all.count)
        for (document, copy) in zip(all, back.documents) {
            let held = format.held(document, ExportOptions())
            let (missing, added) = Fingerprint(held, in: format).differences(
                from: Fingerprint(copy, in: format))
            #expect(missing == [] && added == [], "\(format.name)")
        }
    }

    @Test("a stream in pieces of any size is the same documents as the whole", arguments: both)
    func pieces(format: Format) throws {
        guard case .sections(let opening)? = format.reader?.framing else { return }
        var documents = RandomDocuments(seed: 5)
        var export = Export(to: format)
        var bytes: [UInt8] = []
        for _ in 0..<4 {
            let document = documents.document()
            bytes += try export.add(document).bytes
        }
        let whole = SectionFraming.all(bytes, opening, piece: bytes.count)
        for piece in [1, 7, 64, 1000] { #expect(SectionFraming.all(bytes, opening, piece: piece) == whole) }
        #expect(whole.count == 4 || format.name == "germeval")
    }

    @Test(
        "an empty text and one of nothing but white space harm no format", arguments: both,
        ["", " \n\t ", "🙂"])
    func empty(format: Format, text: String) throws {
        let document = Document(article: Article(name: "a", title: "t", text: Text(text)))
        var export = Export(to: format)
        var output = try export.add(document)
        output.bytes += export.finish()
        let back = try format.read(Input(name: "a", bytes: output.bytes, companions: output.companions))
        #expect(back.errors.isEmpty)
        #expect(back.documents.count <= 1)
    }
}

extension SectionFraming {
    /// Each document's first line and text.
    static func all(_ bytes: [UInt8], _ opening: Opening, piece: Int) -> [String] {
        var framing = SectionFraming(name: "f", opening)
        var sections: [Input] = []
        for start in stride(from: 0, to: bytes.count, by: max(1, piece)) {
            sections += framing.add(bytes[start..<min(start + piece, bytes.count)])
        }
        return (sections + framing.finish()).map {
            "\($0.firstLine) " + String(decoding: $0.bytes, as: UTF8.self)
        }
    }
}
