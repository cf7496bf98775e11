import Foundation
import Testing

/// `glosse convert`: files and folders from one format to another.
@Suite("converting on the command line")
struct ConvertTests {
    private let home: Home
    private static let line =
        #"{"id":"rat","text":"Der Rat in Köln tagt.","mentions":[{"id":"m1","start":4,"end":7,"label":"ORG","link":"Q1"},{"id":"m2","start":11,"end":15,"label":"LOC","attributes":{"sure":"true"}}],"labels":[{"id":"l1","name":"politics"}]}"#
        + "\n"

    init() throws {
        home = try Home()
        try home.write(Self.line, to: "a.jsonl")
    }

    @discardableResult
    private func good(_ arguments: String...) throws -> Program.Ending {
        let ending = try home.glosse(arguments)
        #expect(ending.status == 0, "\(arguments): \(ending.errors)")
        return ending
    }

    @Test("what is lost is counted on stderr, in the file that --loss names, and is an error with --strict")
    func loss() throws {
        let ending = try good(
            "convert", "a.jsonl", "--to", "conll2003", "--loss", "loss.json", "--output", "a.conll")
        let losses = ["1 attribute", "1 link", "1 article label"]
        for loss in losses { #expect(ending.errors.contains(loss), "\(ending.errors)") }
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(home.read("loss.json").utf8)) as? [String: Any])
        #expect(report["format"] as? String == "conll2003", "\(report)")
        let strict = try home.glosse(
            "convert", "a.jsonl", "--to", "conll2003", "--strict", "--output", "b.conll")
        #expect(strict.status != 0 && strict.errors.contains("not representable in conll2003"))
        #expect(throws: (any Error).self) { _ = try home.read("b.conll") }
        #expect(try good("convert", "a.jsonl", "--to", "gate", "--strict").errors.isEmpty)
    }

    @Test("a folder of documents becomes a folder of documents, and comes back")
    func folders() throws {
        let second = Self.line.replacing("rat", with: "kreis")
        try home.write(Self.line + second, to: "in/both.jsonl")
        for format in ["brat", "casxmi", "tei", "casjson"] {
            try good("convert", "in/", "--from", "jsonl", "--to", format, "--output", "out-\(format)/")
            let back = try good("convert", "out-\(format)/", "--from", format, "--to", "jsonl")
            let documents = try JSONLine.all(in: back.output)
            #expect(documents.map(\.text) == Array(repeating: "Der Rat in Köln tagt.", count: 2), "\(format)")
            for document in documents {
                #expect(
                    document.mentions?.map { "\($0.label) \($0.text)" } == ["ORG Rat", "LOC Köln"],
                    "\(format)")
            }
        }
    }

    @Test("several articles make one network, one database and one graph of facts")
    func together() throws {
        try home.write(Self.line + Self.line.replacing("rat", with: "kreis"), to: "both.jsonl")
        let network = try good("convert", "both.jsonl", "--to", "graphml").text
        #expect(
            network.components(separatedBy: "<node ").count == 3
                && network.contains("<data key=\"mentions\">2</data>"))
        try good("convert", "both.jsonl", "--output", "both.sqlite")
        #expect(try FileBytesProbe.isSQLite(home.folder.appendingPathComponent("both.sqlite")))
        #expect(try good("convert", "both.jsonl", "--to", "ntriples").text.contains("NewsArticle> .\n"))
    }

    @Test(
        "names that are no format are refused with those there are",
        arguments: [["--to", "nope"], ["--from", "nope"], ["--to", "slate"], ["--from", "graphml"]])
    func badNames(arguments: [String]) throws {
        let ending = try home.glosse(["convert", "a.jsonl"] + arguments)
        #expect(ending.status != 0 && ending.output.isEmpty)
        #expect(
            ending.errors.contains(
                "no format “\(arguments[1])” to \(arguments[0] == "--to" ? "write" : "read")"))
        #expect(ending.errors.contains("brat"))
    }

    @Test("a file that says nothing of its format, or is damaged, is named with its place")
    func damaged() throws {
        try home.write("<TEI><text>\n<body></TEI>", to: "a.xml")
        let ending = try home.glosse("convert", "a.xml", "--to", "jsonl")
        #expect(ending.status == 1 && ending.errors.contains("a.xml:2:"), "\(ending.errors)")
        let bomb =
            "<!DOCTYPE TEI [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><TEI><text>&b;</text></TEI>"
        try home.write(bomb, to: "b.xml")
        #expect(
            try home.glosse("convert", "b.xml", "--to", "jsonl").errors.contains(
                "declares entities of its own"))
    }

    @Test("the output is never one of the inputs, and several files of one document need a folder")
    func outputs() throws {
        let same = try home.glosse("convert", "a.jsonl", "--to", "jsonl", "--output", "a.jsonl")
        #expect(same.status != 0 && same.errors.contains("choose another name"))
        try home.write(Self.line + Self.line.replacing("rat", with: "kreis"), to: "both.jsonl")
        let one = try home.glosse("convert", "both.jsonl", "--to", "html", "--output", "both.html")
        #expect(one.status != 0 && one.errors.contains("give a folder"))
        let beside = try home.glosse("convert", "a.jsonl", "--to", "casxmi")
        #expect(beside.status != 0 && beside.errors.contains("name a file or a folder"))
    }
}

/// Looks at the first bytes of a file.
private enum FileBytesProbe {
    static func isSQLite(_ file: URL) throws -> Bool {
        try Data(contentsOf: file).starts(with: Data("SQLite format 3\0".utf8))
    }
}
