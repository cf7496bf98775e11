import Articles
import Foundation
import Reading
import Storage
import Testing

@testable import glosse

@Suite("Files that the program reads and writes")
struct FilesTests {
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glosse-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path())
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private func read(_ path: String) throws -> String {
        String(decoding: try FileBytes.read(path), as: UTF8.self)
    }

    @Test("writing keeps a link and the permissions of what it leads to, and leaves nothing beside it")
    func linkAndPermissions() throws {
        try inFolder { folder in
            try write("old", to: folder + "/real")
            chmod(folder + "/real", 0o600)
            symlink("real", folder + "/link")
            try FileBytes.write(Array("new".utf8), to: folder + "/link")
            #expect(try read(folder + "/real") == "new")
            var status = stat()
            #expect(lstat(folder + "/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            #expect(stat(folder + "/real", &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["link", "real"])
        }
    }

    @Test("a pipe is written into and stays one")
    func pipe() throws {
        try inFolder { folder in
            mkfifo(folder + "/pipe", 0o600)
            let reader = open(folder + "/pipe", O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try FileBytes.write(Array("words".utf8), to: folder + "/pipe")
            var status = stat()
            #expect(stat(folder + "/pipe", &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        }
    }

    @Test("the text beside a brat file never takes the place of another text")
    func companions() throws {
        try inFolder { folder in
            try write("the source", to: folder + "/a.txt")
            #expect(throws: FileError.self) {
                try DocumentExport.write([1], with: ["txt": Array("other".utf8)], to: folder + "/a.ann")
            }
            #expect(try read(folder + "/a.txt") == "the source")
            #expect(!FileManager.default.fileExists(atPath: folder + "/a.ann"))
            try DocumentExport.write([1], with: ["txt": Array("the source".utf8)], to: folder + "/a.ann")
            #expect(FileManager.default.fileExists(atPath: folder + "/a.ann"))
        }
    }

    @Test("a folder's files are found once, links that lead in circles and links to nothing left out")
    func folders() throws {
        try inFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/b", withIntermediateDirectories: true)
            for name in ["a.txt", "b/c.md", "picture.png", ".hidden.txt"] {
                try write(name, to: folder + "/" + name)
            }
            symlink(".", folder + "/circle")
            symlink("nowhere", folder + "/dead.txt")
            symlink("a.txt", folder + "/link.txt")
            let files = try Paths.files(in: [folder]).map {
                $0.split(separator: "/").suffix(2).joined(separator: "/")
            }
            let name = folder.split(separator: "/").last.map(String.init) ?? ""
            #expect(files == ["\(name)/a.txt", "\(name)/link.txt", "b/c.md"])
        }
    }

    @Test(
        "lines are found alike in pieces of any size, blank ones counted and left out",
        arguments: [1, 2, 3, 7, 100])
    func lines(size: Int) {
        let bytes = Array("{1}\n\n \t\r\n  {2}\r\n{3}".utf8)
        var scan = LineScan()
        for start in stride(from: 0, to: bytes.count, by: size) {
            scan.add(Array(bytes[start..<min(bytes.count, start + size)]))
        }
        let found = scan.finish().map { "\($0.number) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
        #expect(found == ["1 {1}", "4   {2}\r", "5 {3}"])
    }

    @Test("each article of a long file is read alone and kept under its text, until the file changes")
    func articlesOfOneFile() throws {
        try inFolder { folder in
            let path = folder + "/all.jsonl"
            let count = 100_000
            try write((0..<count).map { #"{"text":"Satz \#($0)"}"# }.joined(separator: "\n"), to: path)
            let lines = try FileParts.lines(of: path)
            #expect(lines.count == count)
            let catalog = Catalog()
            let rows = catalog.add(
                lines.map { part in (.part(part), { LibraryRow(key: $0, title: part.name) }) })
            let library = try Library.open(at: folder + "/library.glosse")
            let loader = ArticleLoader(
                catalog: catalog, library: library, properties: ArticleProperties())
            func load(_ index: Int) -> [Message] {
                var messages: [Message] = []
                loader.load(rows[index].key, now: 1) { messages.append($0) }
                return messages
            }
            let loaded = load(77_777).compactMap { message in
                if case .loaded(_, let document) = message {
                    document.text.string(in: document.text.bounds)
                } else {
                    nil
                }
            }
            #expect(loaded == ["Satz 77777"])
            #expect(try library.article(with: TextHash(Text("Satz 77777"))) != nil)
            #expect(try library.article(with: TextHash(Text("Satz 0"))) == nil)
            try write("{}", to: path)
            let failures = load(5).compactMap { message in
                if case .failed(_, let notice) = message { notice.text } else { nil }
            }
            #expect(failures.count == 1 && failures[0].contains("has changed since it was opened"))
        }
    }

    @Test("the articles of a mailbox lie where their bytes are, those of a feed are counted")
    func partsOfFiles() throws {
        try inFolder { folder in
            let box = folder + "/box.mbox"
            let message =
                "From a@b.example Thu Oct 17 10:00:00 2024\nFrom: a@b.example\nSubject: Größe\n\nText\n\n"
            try write(String(repeating: message, count: 3) + "letzte Zeile", to: box)
            let parts = try FileParts.sections(of: box, .mailbox)
            #expect(parts.map(\.number) == [1, 7, 13])
            let reader = PartReader()
            #expect(try parts.map { try reader.read($0).documents.count } == [1, 1, 1])
            let last = try #require(try reader.read(parts[2]).documents.first)
            #expect(last.text.string(in: last.text.bounds) == "Größe\n\nText\n\nletzte Zeile")

            let feed = folder + "/feed.rss"
            let items = (1...4).map { "<item><title>Titel \($0)</title></item>" }.joined()
            try write("<rss><channel>\(items)</channel></rss>", to: feed)
            var patience = 0
            let unseen = try FileParts(of: feed, alone: false, patience: &patience)
            #expect(unseen.parts.isEmpty)
            let found = try FileParts(of: feed, alone: true, patience: &patience)
            #expect(found.parts.count == 4 && found.findings.count == 1)
            #expect(try reader.read(found.parts[2]).documents.map(\.article.title) == ["Titel 3"])
            try write("<rss><channel/></rss>", to: feed)
            #expect(throws: FileError.self) { _ = try reader.read(found.parts[2]) }
        }
    }

    @Test("names with escape sequences are told without them")
    func printable() {
        let told = "a\u{1B}[31m\u{9B}2J\u{202E}b".printable.unicodeScalars
        #expect(told.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) && $0 != "\u{202E}" })
    }
}
