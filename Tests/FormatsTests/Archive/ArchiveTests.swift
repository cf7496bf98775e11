import Articles
import Testing

@testable import Formats

@Suite("archives and compressed files")
struct ArchiveTests {
    private func read(_ bytes: [UInt8], _ name: String = "a.zip") throws -> Imported {
        let format = try #require(Format.matching(fileName: name, bytes: bytes))
        return try format.read(Input(name: name, bytes: bytes))
    }

    private func text(_ document: Document) -> String {
        document.text.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private static let files = SampleArchive([
        "Ordner/Fähre.txt": "Die Fähre fährt.\n", "b.text": "Ein Absatz.\n", ".DS_Store": "\u{0}",
        "__MACOSX/b.md": "\u{0}", "c.jsonl": "{\"text\":\"eins\"}\n{\"text\":\"zwei\"}\n",
    ])

    @Test("each file is read by its own format and named by its path", arguments: ["zip", "tar", "-"])
    func entries(ending: String) throws {
        let bytes = ending == "tar" ? Self.files.tar : Self.files.zip
        let imported = try read(bytes, ending == "-" ? "-" : "a." + ending)
        #expect(imported.errors.isEmpty)
        #expect(
            imported.documents.map(text).sorted() == [
                "Die Fähre fährt.\n", "Ein Absatz.\n", "eins", "zwei",
            ])
        let ferry = try #require(imported.documents.first { text($0) == "Die Fähre fährt.\n" })
        #expect(ferry.article.name == "Fähre")
        #expect(ferry.article.source?.hasSuffix("/Ordner/Fähre.txt") ?? false)
    }

    @Test("what cannot be read is named, and the rest comes in")
    func unreadable() throws {
        var archive = SampleArchive([
            "a.txt": "Text", "b.png": "\u{89}PNG", "c.pdf": "kein PDF", "d.txt": "x", "e.txt": "Ende",
        ])
        archive.entries[1].bytes = [0x89, 0x50, 0x4E, 0x47, 0, 0]
        archive.entries[3].flags |= 1
        let imported = try read(archive.zip)
        #expect(imported.documents.map(text).sorted() == ["Ende", "Text"])
        let messages = imported.errors.map(\.description)
        #expect(
            messages.contains("a.zip/b.png: is a picture, not text; save it as text first"), "\(messages)")
        #expect(messages.contains { $0.hasPrefix("a.zip/c.pdf: is no PDF") }, "\(messages)")
        #expect(messages.contains { $0.contains("“d.txt” is encrypted") }, "\(messages)")
    }

    @Test("files that belong together are read together")
    func companions() throws {
        let archive = SampleArchive(["x/a.txt": "Anna kam.", "x/a.ann": "T1\tPER 0 4\tAnna\n"])
        let imported = try read(archive.zip)
        #expect(imported.documents.count == 1 && imported.errors.isEmpty)
        #expect(imported.documents.first?.annotations.mentions.count == 1)
    }

    @Test(
        "names that lead out of the archive or cannot be shown are refused",
        arguments: [
            "../../etc/passwd.txt", "/etc/passwd.txt", "a/../../b.txt", "..\\b.txt", "C:\\b.txt",
            "a\u{1B}[2J.txt",
            "a\u{202E}txt.b", "\\\\server\\a.txt", "..",
        ])
    func unsafeNames(name: String) throws {
        let imported = try read(
            SampleArchive([SampleArchive.Entry(name, "böse"), SampleArchive.Entry("gut.txt", "gut")]).zip)
        #expect(imported.documents.map(text) == ["gut"])
        let message = try #require(imported.errors.first?.description)
        #expect(message.contains("no safe name"))
        #expect(!message.unicodeScalars.contains { !$0.properties.isPrintable })
    }

    @Test("names are kept to their parts")
    func safeNames() {
        #expect(Archive.safe("./a//b.txt") == "a/b.txt")
        #expect(Archive.safe("a\\b.txt") == "a/b.txt")
        #expect(Archive.safe("") == nil && Archive.safe("./") == nil)
        #expect(Archive.safe(String(repeating: "a", count: 5000)) == nil)
    }

    @Test(
        "a compressed file reads as what is in it",
        arguments: [
            ("a.txt.gz", "H4sIAAAAAAAAA3PJTFVwO7wkoyhVIQ1ElehxAQBwGV7wEwAAAA=="),
            ("a.txt.zst", "KLUv/SQTmQAARGllIEbDpGhyZSBmw6RocnQuCnjdsEw="),
            (
                "a.txt.xz",
                "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQASRGllIEbDpGhyZSBmw6RocnQuCgAAMmwfRuPdg/kAASsTnAlI0h+2830BAAAAAARZWg=="
            ),
            (
                "a.txt.bz2",
                "QlpoOTFBWSZTWep1o/0AAAJVlAAQQAEFAANgFAAEAAgAIAAhqZMBoIBoAVxn2vFIohtB3hdyRThQkOp1o/0="
            ),
            ("-", "H4sIAAAAAAAAA3PJTFVwO7wkoyhVIQ1ElehxAQBwGV7wEwAAAA=="),
        ])
    func compressed(name: String, base64: String) throws {
        let imported = try read(SampleArchive.packed(base64), name)
        #expect(imported.documents.map(text) == ["Die Fähre fährt.\n"])
        #expect(imported.errors.isEmpty)
        #expect(name == "-" || imported.documents.first?.article.name == "a")
    }

    @Test("gzip files that are several in a row, and those of several documents, come in whole")
    func members() throws {
        let first = SampleArchive.gzip(Array("{\"text\":\"eins\"}\n".utf8))
        let second = SampleArchive.gzip(Array("{\"text\":\"zwei\"}\n".utf8))
        let imported = try read(first + second, "a.jsonl.gz")
        #expect(imported.documents.map(text) == ["eins", "zwei"])
        let tar = try read(SampleArchive.gzip(Self.files.tar), "a.tgz")
        #expect(tar.documents.count == 4)
    }

    @Test("a compressed file that breaks off gives what is there, and says so")
    func brokenOff() throws {
        let lines = (0..<4000).map { "{\"text\":\"Zeile \($0)\"}\n" }.joined()
        let bytes = SampleArchive.gzip(Array(lines.utf8))
        let imported = try read(Array(bytes.dropLast(100)), "a.jsonl.gz")
        #expect(imported.documents.count > 1000)
        #expect(imported.errors.contains { $0.message.contains("only in part") })
    }

    @Test("compressed lines of documents are read one by one, others at once")
    func streamed() throws {
        let lines = (0..<3000).map { "{\"text\":\"Zeile \($0)\"}\n" }.joined()
        let bytes = SampleArchive.gzip(Array(lines.utf8))
        var count = 0
        try CompressedStream(Input(name: "a.jsonl.gz", bytes: bytes))?.forEach { line in
            count += line.documents.count
            #expect(line.documents.count <= 1)
        }
        #expect(count == 3000)
        var errors: [FormatError] = []
        try CompressedStream(Input(name: "a.jsonl.gz", bytes: Array(bytes.dropLast(50))))?.forEach { line in
            errors += line.errors
        }
        #expect(errors.contains { $0.message.contains("only in part") })
        let text = SampleArchive.packed("H4sIAAAAAAAAA3PJTFVwO7wkoyhVIQ1ElehxAQBwGV7wEwAAAA==")
        #expect(CompressedStream(Input(name: "a.txt.gz", bytes: text)) == nil)
        #expect(CompressedStream(Input(name: "a", bytes: [])) == nil)
    }

    // MARK: What wants to do harm

    @Test("a bomb is refused by how much comes out of how little, and what lies before it is kept")
    func bombs() throws {
        let alone = #expect(throws: FormatError.self) { _ = try read(SampleArchive.bomb, "a.txt.bz2") }
        #expect(alone?.message.contains("250 times") ?? false)
        var entry = SampleArchive.Entry("b.txt", SampleArchive.bomb)
        entry.method = 12
        entry.claimedSize = 64 << 20
        let good = SampleArchive.Entry("a.txt", "Text")
        let imported = try read(SampleArchive([good, entry]).zip)
        #expect(imported.documents.map(text) == ["Text"])
        #expect(imported.errors.contains { $0.message.contains("250 times") }, "\(imported.errors)")
    }

    @Test("archives share one allowance, however they lie in each other")
    func sharedAllowance() throws {
        let allowance = Allowance(bytes: 6 << 20)
        let text = String(repeating: "Ein Satz, der sich wiederholt. ", count: 10_000)
        var entries = (0..<30).map { SampleArchive.Entry("\($0).txt", text) }
        entries.append(SampleArchive.Entry("last.txt", "x"))
        var input = Input(name: "a.zip", bytes: SampleArchive(entries).zip)
        input.nesting = Nesting(depth: 1, allowance: allowance)
        let imported = try Format.zip.read(input)
        #expect((10..<30).contains(imported.documents.count))
        #expect(imported.errors.contains { $0.message.contains("256 MB") })
    }

    @Test("archives in archives are read, deeper ones refused, as those that hold themselves would be")
    func nesting() throws {
        var archive = SampleArchive(["innen.txt": "Text"])
        var results: [Imported] = []
        for depth in 1...50 {
            if depth <= 3 { results.append(try read(archive.zip)) }
            archive = SampleArchive([SampleArchive.Entry("tiefer.zip", archive.zip)])
        }
        #expect(results[0].documents.count == 1 && results[1].documents.count == 1)
        #expect(results[2].documents.isEmpty)
        let deep = try read(archive.zip)
        #expect(deep.documents.isEmpty)
        #expect(
            deep.errors.map(\.message) == [
                "is an archive in an archive in an archive; unpack the outer one first"
            ])
        let twice = SampleArchive.gzip(SampleArchive.gzip(Array("Text".utf8)))
        #expect(throws: FormatError.self) { _ = try read(twice, "a.txt.gz.gz") }
    }

    @Test("sizes that are not true are neither believed nor reserved")
    func absurdSizes() throws {
        var large = SampleArchive.Entry("a.txt", "Text")
        large.claimedSize = 0xFFFF_FFF0
        let zip = try? read(SampleArchive([large, SampleArchive.Entry("b.txt", "gut")]).zip)
        #expect(zip?.documents.contains { text($0) == "gut" } ?? true)
        let tar = try? read(SampleArchive([large]).tar, "a.tar")
        #expect(tar?.documents.isEmpty ?? true)
        var wrong = SampleArchive.Entry("a.txt", "Text")
        wrong.claimedChecksum = 1
        let damaged = try read(SampleArchive([wrong, SampleArchive.Entry("b.txt", "gut")]).zip)
        #expect(damaged.documents.map(text) == ["gut"])
        #expect(damaged.errors.contains { $0.message.contains("“a.txt” is damaged") }, "\(damaged.errors)")
    }

    @Test("an archive of too many files ends with a message")
    func tooManyFiles() throws {
        var input = Input(
            name: "a.tar", bytes: SampleArchive((0..<120).map { SampleArchive.Entry("\($0)", [1]) }).tar)
        input.nesting = Nesting(depth: 0, allowance: Allowance(entries: 100))
        let archive = try Archive(input, wanted: { $0 == "1" })
        #expect(archive.entries.count == 1)
        #expect(archive.errors.contains { $0.message.contains("more than 100000 files") })
    }

    @Test("the errors of an archive of nothing but rubbish are counted after the first")
    func manyErrors() throws {
        let rubbish = (0..<200).map { SampleArchive.Entry("\($0).png", [0x89, 0x50, 0x4E, 0x47, 0]) }
        let imported = try read(SampleArchive(rubbish).zip)
        #expect(imported.errors.count == 51)
        #expect(imported.errors.last?.message == "and 150 more errors")
    }

    @Test(
        "names in the code page of DOS or of Windows",
        arguments: [[0x47, 0x72, 0x94, 0xE1, 0x65], [0x47, 0x72, 0xF6, 0xDF, 0x65], Array("Größe".utf8)])
    func names(_ name: [UInt8]) throws {
        var entry = SampleArchive.Entry("x", "Text")
        entry.name = name + Array(".txt".utf8)
        entry.flags = 0
        #expect(try read(SampleArchive([entry]).zip).documents.map(\.article.name) == ["Größe"])
    }
}
