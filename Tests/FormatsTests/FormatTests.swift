import Articles
import Testing

@testable import Formats

@Suite struct FormatTests {
    @Test("names are unique, and every format reads or writes")
    func table() {
        #expect(Set(Format.all.map(\.name)).count == Format.all.count)
        for format in Format.all {
            #expect(format.reader != nil || format.writer != nil)
            #expect(Format.named(format.name)?.title == format.title)
        }
    }

    @Test(
        "a file is known by its ending, else by its first bytes",
        arguments: [
            ("a.txt", "{\"text\":1}", "text"), ("A.MD", "x", "markdown"), ("x/a.ann", "", "brat"),
            ("a.jsonl", "", "jsonl"),
            ("-", " {\"text\":\"a\"}\n", "jsonl"), ("-", "T1\tPER 0 1\ta\n", "brat"),
            ("-", "# Titel\n", "markdown"),
            ("-", "Ein Satz.", "text"), ("notes", "", "text"), ("report.csv", "a,b", "text"),
        ])
    func matching(_ name: String, _ start: String, _ format: String) {
        #expect(Format.matching(fileName: name, bytes: start.utf8)?.name == format)
    }

    @Test("an output is known by its ending")
    func outputs() {
        #expect(Format.matching(outputName: "a.csv")?.name == "csv")
        #expect(Format.matching(outputName: "a.md")?.name == "markdown")
        #expect(Format.matching(outputName: "a.txt") == nil)
    }

    @Test("rejected annotations go out only where the format tells them apart")
    func statuses() throws {
        let document = Document(
            article: Article(name: "a", text: Text("ab")),
            annotations: Annotations(
                mentions: [
                    Mention(id: "1", spans: SpanSet(0, 1), label: "X", status: .rejected),
                    Mention(
                        id: "2", spans: SpanSet(1, 2), label: "X", status: .suggested,
                        origin: .engine("e", confidence: 0.2)),
                ], chains: [Chain(id: "c", mentions: ["1", "2"])]))
        func exported(_ format: Format, _ options: ExportOptions = ExportOptions()) -> [ID] {
            document.selected(by: options, for: format).annotations.mentions.map(\.id)
        }
        #expect(exported(.jsonLines) == ["1", "2"])
        #expect(exported(.brat) == ["2"])
        #expect(exported(.brat, ExportOptions(statuses: [.accepted])) == [])
        #expect(exported(.jsonLines, ExportOptions(minimumConfidence: 0.5)) == ["1"])
        #expect(document.selected(by: ExportOptions(), for: .brat).annotations.chains.isEmpty)
    }

    @Test("suggested pronouns go out only with their chains, accepted ones as other mentions do")
    func quietMentions() {
        func mention(_ id: ID, _ status: Status, form: String? = nil) -> Mention {
            Mention(
                id: id, spans: SpanSet(0, 1), label: "PER", status: status,
                attributes: form.map { ["form": $0] } ?? [:])
        }
        let document = Document(
            article: Article(name: "a", text: Text("ab")),
            annotations: Annotations(
                mentions: [
                    mention("1", .suggested), mention("2", .suggested, form: "pronoun"),
                    mention("3", .accepted, form: "description"),
                ], chains: [Chain(id: "c", mentions: ["1", "2", "3"], status: .suggested)]))
        for format in Format.all where format.writer != nil {
            let ids = document.selected(by: ExportOptions(), for: format).annotations.mentions.map(\.id)
            let wanted: [ID] = format.carries.contains(.chains) ? ["1", "2", "3"] : ["1", "3"]
            #expect(ids == wanted, "\(format.name)")
        }
    }

    @Test("what refers to something that is gone does not go out")
    func looseEnds() throws {
        let document = Document(
            article: Article(name: "a", text: Text("ab")),
            annotations: Annotations(
                mentions: [Mention(id: "1", spans: SpanSet(0, 1), label: "X")],
                relations: [Relation(id: "r", kind: "k", from: "1", to: "9")]))
        var output = Output()
        _ = try Format.jsonLines.write(document, into: &output)
        #expect(try Format.jsonLines.read(Input(name: "f", bytes: output.bytes)).errors.isEmpty)
    }

    @Test("the loss names what a format cannot carry")
    func loss() {
        var documents = RandomDocuments(seed: 2)
        let document = documents.document()
        #expect(Format.jsonLines.loss(of: document).isEmpty)
        let losses = Format.conll2003.loss(of: document, ExportOptions(statuses: Set(Status.allCases)))
        #expect(losses.first { $0.feature == .labels }?.description == "1 article label")
        #expect(losses.first { $0.feature == .facts }?.count ?? 0 == document.annotations.facts.count)
    }

    @Test("formats of one document a file refuse a second, and other units are refused by name")
    func refusals() throws {
        let document = Document(article: Article(name: "a", text: Text("x")))
        var export = Export(to: .html)
        _ = try export.add(document)
        #expect(throws: FormatError("a html file holds one document; give a folder to export several")) {
            _ = try export.add(document)
        }
        var output = Output()
        #expect(throws: FormatError("brat cannot count in utf16; choose codepoints")) {
            _ = try Format.brat.write(document, ExportOptions(offsets: .utf16), into: &output)
        }
        #expect(throws: FormatError("text can be read but not written")) {
            _ = try Format.text.write(document, into: &output)
        }
    }

    @Test("an error says where only what is known, with one blank before what is wrong")
    func errorPlaces() {
        #expect(FormatError("no text").description == "no text")
        #expect(FormatError(file: "a.ann", "no text").description == "a.ann: no text")
        #expect(
            FormatError(file: "a.ann", line: 12, column: 3, "no text").description == "a.ann:12:3: no text")
    }

    @Test("every writer copes with every document")
    func writers() throws {
        for seed in 1...60 {
            var documents = RandomDocuments(seed: UInt64(seed))
            let document = documents.document()
            for format in Format.all where format.writer != nil {
                var output = Output()
                _ = try format.write(document, ExportOptions(statuses: Set(Status.allCases)), into: &output)
                #expect(format.name == "sqlite" || IllFormedUTF8.first(in: output.bytes) == nil)
            }
        }
    }
}
