import Formats
import Foundation
import Language
import Testing

/// The commands that print.
@Suite("the command line")
struct CommandLineTests {
    private let home: Home

    init() throws {
        home = try Home()
        try home.write(Sample.bridge, to: "a.txt")
        try home.write("ein 😀 in Köln 🌍 und in Berlin\n", to: "b.txt")
    }

    @Test("extract, import and export give the same JSON lines back")
    func roundTripOfJSONLines() throws {
        let extracted = try good("extract", "a.txt", "b.txt")
        try home.write(extracted.output, to: "c.jsonl")
        #expect(try good("import", "c.jsonl").output.isEmpty)
        #expect(try good("export").text == extracted.text)
    }

    @Test("export and import give the same mentions back through brat")
    func roundTripOfBrat() throws {
        try home.write(good("extract", "a.txt", "b.txt").output, to: "c.jsonl")
        try good("import", "c.jsonl")
        let export = try good("export", "--to", "brat", "--output", "out/")
        #expect(export.errors.contains("statuses") && export.errors.contains("not representable in brat"))
        let again = try Home()
        for name in ["a", "b"] {
            let annotations = try home.read("out/\(name).ann")
            try again.write(home.read("out/\(name).txt"), to: "\(name).txt")
            try again.write(annotations, to: "\(name).ann")
            #expect(try again.glosse("import", "\(name).ann").status == 0)
        }
        let before = try home.keptMentions().map { $0.replacing("?", with: "") }
        #expect(try again.keptMentions() == before)
    }

    @Test("what is read is never the output", arguments: [["extract", "a.txt"], ["export", "a.txt"]])
    func neverWritesOverItsSource(arguments: [String]) throws {
        try home.write(good("extract", "a.txt").output, to: "c.jsonl")
        try good("import", "c.jsonl")
        let ending = try home.glosse(arguments + ["--to", "jsonl", "--output", "a.txt"])
        #expect(ending.status == 1)
        #expect(ending.errors.contains("choose another name"))
        #expect(try home.read("a.txt") == Sample.bridge)
    }

    @Test("export writes what people decided, and with --suggestions what the engine says beside it")
    func exportWithSuggestions() throws {
        try home.write(#"{"text": "Angela Merkel besuchte am 3. Mai 2021 Berlin."}"# + "\n", to: "d.jsonl")
        try good("import", "d.jsonl")
        #expect(try JSONLine.all(in: good("export").output).first?.mentions == nil)
        let mentions = try JSONLine.all(in: good("export", "--suggestions").output).first?.mentions
        #expect(mentions?.contains { $0.label == "LOC" && $0.text == "Berlin" } == true)
    }

    @Test("extract does not touch the library")
    func extractKeepsNothing() throws {
        try good("extract", "a.txt")
        #expect(!FileManager.default.fileExists(atPath: home.library.path))
    }

    @Test(
        "offsets count what is asked for",
        arguments: [("utf8", 12), ("utf16", 10), ("codepoints", 9)])
    func offsets(unit: String, start: Int) throws {
        // ein 😀 in [Köln]: the emoji is 4 bytes, 2 units of UTF-16, 1 code point
        let document = try #require(
            JSONLine.all(in: good("extract", "--offsets", unit, "b.txt").output).first)
        let name = try #require(document.mentions?.first { $0.text == "Köln" })
        #expect(name.start == start)
        #expect(name.end - name.start == (unit == "utf8" ? 5 : 4))
    }

    @Test("every format that is written can be asked for", arguments: Format.all.filter { $0.writer != nil })
    func formats(format: Format) throws {
        let ending = try good("extract", "--to", format.name, "--output", "out/", "a.txt")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: home.folder.appendingPathComponent("out").path)
        for ending in format.extensions.prefix(1) { #expect(names.contains("a.\(ending)")) }
        let carriesAll = format.carries.count == Format.Feature.allCases.count
        #expect(carriesAll || ending.errors.contains("not representable in \(format.name)"))
    }

    @Test(
        "the memory of a stream does not grow with the number of its documents",
        arguments: [("fast", 2000)] + (DeepTagger.isEmbedded ? [("deep", 500)] : []))
    func streaming(engine: String, count: Int) throws {
        let text = Sample.bridge.replacing("\n", with: "\\n")
        let line = #"{"id":"a","text":"\#(text)"}"# + "\n"
        func peak(of count: Int) throws -> Int {
            try home.write(String(repeating: line, count: count), to: "stream.jsonl")
            let ending = try home.glosse("extract", "--engine", engine, "-", input: "stream.jsonl")
            #expect(ending.status == 0)
            #expect(ending.output.split(separator: 10).count == count)
            return ending.peakMemory
        }
        let few = try peak(of: 100)
        let many = try peak(of: count)
        #expect(few > 0)
        // The output of the others would be 6 MB with the fast engine, which reads them in a third of the time.
        #expect(many - few < 4 << 20, "\(few) bytes for 100, \(many) for \(count)")
    }

    @Test("date and language of the command line are the article's")
    func properties() throws {
        let document = try #require(
            JSONLine.all(in: good("extract", "--date", "2020-01-02", "--language", "en", "b.txt").output)
                .first)
        #expect(document.date == "2020-01-02")
        #expect(document.language == "en")
    }

    @Test("stats counts files, and the library")
    func stats() throws {
        #expect(try good("stats", "a.txt", "b.txt").text.contains(/articles +2\n/))
        try home.write(good("extract", "a.txt").output, to: "c.jsonl")
        try good("import", "c.jsonl")
        let counted = try good("stats").text
        #expect(counted.contains(/articles +1\n/))
        #expect(counted.contains(/PER +\d suggested/))
    }

    @Test(
        "every list is printed, as text and as Markdown",
        arguments: ["keys", "commands", "labels", "formats", "themes", "settings"])
    func lists(subject: String) throws {
        #expect(try good("list", subject).text.split(separator: "\n").count > 3)
        let lines = try good("list", subject, "--markdown").text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
    }

    @Test("parse asks the text which language it is in")
    func language() throws {
        try home.write("The minister resigned on Friday after weeks of protest.\n", to: "en.txt")
        try home.write("Die Ministerin ist am Freitag nach dem Protest gegangen.\n", to: "de.txt")
        #expect(try good("parse", "en.txt").text.contains(/\tresigned\tresign\tVERB\t/))
        #expect(try good("parse", "de.txt").text.contains(/\tgegangen\tgehen\tVERB\t/))
        #expect(try good("parse", "en.txt", "--language", "en").text == good("parse", "en.txt").text)
    }

    @Test("pronouns do not count when two annotations are compared, whatever became of their status")
    func pronouns() throws {
        let name = #"{"id":"m1","start":0,"end":4,"label":"PER"}"#
        let pronoun = #"{"id":"m2","start":14,"end":16,"label":"PER","attributes":{"form":"pronoun"}}"#
        for (file, mentions) in [("anna.jsonl", name), ("ben.jsonl", "\(name),\(pronoun)")] {
            let line = #"{"id":"a","text":"Anna kam, und er blieb.","mentions":[\#(mentions)]}"#
            try home.write(line, to: file)
        }
        #expect(try good("compare", "anna.jsonl", "ben.jsonl").text.contains(/PER +1 +0 +0\s/))
    }

    @Test("a folder of brat files is read with its annotations, and a text without any as it is")
    func bratFolder() throws {
        try home.write("Anna Berg kam.\n", to: "brat/a.txt")
        try home.write("T1\tPER 0 9\tAnna Berg\n", to: "brat/a.ann")
        try home.write("Nichts davon.\n", to: "brat/b.txt")
        try home.write("T1\tPER 0 9\tAnna Berg\n", to: "brat/lost.ann")
        let found = try good("stats", "brat").text
        #expect(found.contains(/articles +2\n/) && found.contains(/PER +1 accepted/), "\(found)")
    }

    @Test("two annotators are compared, from files and from libraries alike")
    func compare() throws {
        func line(_ mentions: String, text: String = "Anna Berg kam nach Bremen und Köln.") -> String {
            #"{"id":"a1","text":"\#(text)","mentions":[\#(mentions)]}"# + "\n"
        }
        func mention(_ id: String, _ start: Int, _ end: Int, _ label: String, _ more: String = "") -> String {
            #"{"id":"\#(id)","start":\#(start),"end":\#(end),"label":"\#(label)"\#(more)}"#
        }
        let anna = [mention("m1", 0, 9, "PER"), mention("m2", 19, 25, "LOC"), mention("m3", 30, 34, "LOC")]
        let rejected = #","status":"rejected""#
        let ben = [
            mention("m1", 0, 4, "PER"), mention("m2", 19, 25, "ORG"), mention("m3", 30, 34, "LOC", rejected),
        ]
        try home.write(line(anna.joined(separator: ",")), to: "anna.jsonl")
        try home.write(line(ben.joined(separator: ",")) + line("", text: "nur bei Ben"), to: "ben.jsonl")
        let ending = try good("compare", "anna.jsonl", "ben.jsonl")
        let told = ending.text
        #expect(told.contains(/\nPER +0 +1 +1 +0\.0 +0\.0 +0\.0 +100\.0 +100\.0 +100\.0\n/))
        #expect(told.contains(/\nall +0 +3 +2\s/))
        // 8 tokens: Berg, Bremen and Köln differ, Anna, kam, nach, und and the full stop do not.
        #expect(told.contains("8 tokens, 62.5 % alike, Cohen's kappa "))
        #expect(told.contains("a1: boundary: PER [Anna Berg] kam nach Bremen und Köln. or [Anna]\n"))
        #expect(told.contains("a1: label: LOC or ORG Anna Berg kam nach [Bremen] und Köln.\n"))
        #expect(told.contains("a1: only A: LOC Anna Berg kam nach Bremen und [Köln].\n"))
        #expect(ending.errors.contains("1 article is only in ben.jsonl and was left out"))
        try good("import", "--library", "ben.glosse", "ben.jsonl")
        #expect(try good("compare", "anna.jsonl", "ben.glosse").text == told)
        let same = try good("compare", "ben.glosse", "ben.glosse").text
        #expect(same.contains("100.0 % alike, Cohen's kappa 1.000\n") && !same.contains("a1:"))
        let none = try home.glosse("compare", "anna.jsonl", "a.txt")
        #expect(none.status == 1 && none.errors.contains("no article with the same text"))
        let empty = try good("compare", "a.txt", "a.txt").text
        #expect(empty == "neither a.txt nor a.txt has a mention; there is nothing to compare\n")
    }

    @Test("the schema that is listed can be read back")
    func schema() throws {
        try home.write(good("list", "schema").output, to: "own.toml")
        #expect(try good("list", "schema", "--schema", "own.toml").text == home.read("own.toml"))
    }

    @Test("a screen has the size that was asked for")
    func screen() throws {
        let lines = try good("screen", "--size", "7x33", "--keys", "p<Tab>", "a.txt").text
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 8 && lines.last == "")
        #expect(lines.contains { $0.contains("Brücke") })
    }

    @Test("a file of several articles is a list of them, and each opens; one that is broken says where")
    func severalInOneFile() throws {
        let lines = [
            #"{"title":"Boot","text":"ein boot im hafen"}"#, "",
            #"{"title":"Zug","text":"ein zug am gleis"}"#,
            #"{"title":"Rad""#,
        ]
        for name in ["news/all.jsonl", "all.json"] {
            try home.write(lines.joined(separator: "\n"), to: name)
            let list = try good("screen", name).text
            #expect(list.contains("Boot") && list.contains("Zug") && list.contains("1/3"))
            #expect(list.contains("\(name):4"))
            #expect(try good("screen", "--keys", "j<Enter>", name).text.contains("ein zug am gleis"))
            #expect(try good("screen", "--keys", "G<Enter>", name).text.contains("\(name):4:"))
        }
        try home.write("ein rad im wald\n", to: "news/zz.txt")
        #expect(try good("screen", "news").text.contains("1/4"))
        try home.write(lines[0], to: "one.jsonl")
        #expect(try good("screen", "one.jsonl").text.contains("ein boot im hafen"))
    }

    @Test("a feed, a mailbox and a table are lists of their articles, and every command takes all of them")
    func manyInOneFile() throws {
        let items = ["boot", "zug", "rad"].map {
            "<item><title>Das \($0)</title><description>Ein \($0) steht in Bonn &lt;b&gt;am&lt;/b&gt; Tor.</description></item>"
        }
        try home.write("<rss><channel>" + items.joined() + "</channel></rss>", to: "news/feed.xml")
        let messages = ["boot", "zug", "rad"].map {
            "From a@b.example Thu Oct 17 10:00:00 2024\nFrom: a@b.example\nSubject: Das \($0)\n\nEin \($0) steht in Bonn am Tor.\n\n"
        }
        try home.write(messages.joined(), to: "Inbox")
        let rows = ["boot", "zug", "rad"].map { "Das \($0),Ein \($0) steht in Bonn am Tor.\n" }
        try home.write("title,text\n" + rows.joined(), to: "table.csv")
        for name in ["news/feed.xml", "Inbox", "table.csv"] {
            let list = try good("screen", name).text
            for thing in ["boot", "zug", "rad"] { #expect(list.contains("Das \(thing)"), "\(name)") }
            #expect(list.contains("1/3"))
            let second = try good("screen", "--keys", "j<Enter>", name).text
            #expect(second.contains("Ein zug steht in Bonn am Tor."), "\(name)")
            #expect(try good("convert", name, "--to", "jsonl").text.split(separator: "\n").count == 3)
            #expect(try good("extract", name, "--to", "jsonl").text.split(separator: "\n").count == 3)
            _ = try good("facts", name)
            #expect(try good("import", name).errors.contains("3 articles"))
        }
        try home.write("<rss><channel><item><title>Eins</title></item></channel></rss>", to: "one.rss")
        #expect(try good("screen", "one.rss").text.contains("Eins"))
    }

    @Test("a register lists names over articles with their facts, and ends with what differs")
    func register() throws {
        try home.write("Mara Lenz, 2025.\n\nMara Lenz (40) ist Bürgermeisterin von Bonn.", to: "one.txt")
        try home.write("Bürgermeisterin Mara Lenz sprach in Bonn.", to: "two.txt")
        let listed = try home.glosse("register", "one.txt", "two.txt", "--engine", "fast")
        #expect(listed.status == 0, "\(listed.errors)")
        #expect(listed.text.contains("Mara Lenz (Person, 2 articles"))
        let lines = try home.glosse(
            "register", "one.txt", "two.txt", "--engine", "fast", "--to", "jsonl", "--name", "Lenz")
        #expect(lines.text.contains("\"articles\":[\"one\",\"two\"]"))
        #expect(try home.glosse("register", "one.txt", "--label", "SHIP").status == 2)
    }

    @Test("help, version and completions are printed, with status 0")
    func help() throws {
        #expect(try good("--version").text.contains(/^\d+\.\d+\.\d+\n$/))
        #expect(try good("--help").text.contains("SUBCOMMANDS:"))
        #expect(try good("help", "train", "ner").text.contains("USAGE: glosse train ner"))
        #expect(try good("help", "help").text.contains("USAGE: glosse"))
        for command in ["read", "extract", "import", "export", "compare", "stats", "list", "screen", "keys"] {
            #expect(try good(command, "--help").text.contains("USAGE: glosse \(command)"))
        }
        for shell in ["bash", "zsh", "fish"] {
            #expect(try good("--generate-completion-script", shell).text.contains("extract"))
        }
        try home.write(good("--generate-completion-script", "bash").output, to: "completion")
        try Program.run("bash", ["-n", home.folder.appendingPathComponent("completion").path])
    }

    @Test(
        "wrong use says what is right, with status 2",
        arguments: [
            (["--bogus"], "--bogus"), (["extract"], "Files"), (["extract", "--to", "pdf", "a.txt"], "jsonl"),
            (["extract", "--date", "2024-13-01", "a.txt"], "2024-10-17"),
            (["extract", "--language", "fr", "a.txt"], "de"), (["extract", "--from", "x", "a.txt"], "brat"),
            (["extract", "--offsets", "bytes", "a.txt"], "utf16"), (["list", "nothing"], "keys"),
            (["extract", "--confidence", "2", "a.txt"], "from 0 to 1"),
            (["screen", "--size", "0x5", "a.txt"], "24x80"), (["screen", "--keys", "<Nokey>"], "no key"),
            (["read", "--measure", "3", "a.txt"], "20 to 200"),
            (["read", "--theme", "pink", "a.txt"], "list themes"),
            (["help", "nope"], "there is no command “nope”; glosse help lists them"),
            (["help", "extrct"], "did you mean “extract”?"), (["help", "train", "nope"], "“train nope”"),
        ])
    func wrongUse(arguments: [String], remedy: String) throws {
        let ending = try home.glosse(arguments)
        #expect(ending.status == 2)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains(remedy), "\(ending.errors)")
    }

    @Test("a file that is not there is named and keeps nobody from the others, with status 1")
    func missingFiles() throws {
        for command in ["extract", "convert"] {
            let ending = try home.glosse(command, "nope.txt", "a.txt", "n*.md", "b.txt")
            #expect(ending.status == 1)
            #expect(ending.errors.contains("error: nope.txt: does not exist"))
            #expect(ending.errors.contains("error: n*.md: no file fits this pattern"))
            #expect(try JSONLine.all(in: ending.output).map(\.id) == ["a", "b"])
        }
        let imported = try home.glosse("import", "nope.txt", "a.txt")
        #expect(imported.status == 1)
        #expect(imported.errors.contains("error: nope.txt: does not exist"))
        #expect(imported.errors.contains("1 article, 0 annotations imported"))
        let none = try home.glosse("extract", "nope.txt", "nope2.txt")
        #expect(none.status == 1 && none.errors.contains("nope.txt: does not exist; check the name"))
        #expect(none.errors.contains("nope2.txt: does not exist; check the name"))
    }

    @Test(
        "a schema of the configuration that leads nowhere is named with its line, and the one for news is used"
    )
    func missingSchema() throws {
        try home.write("measure = 60\nschema = \"/nope.toml\"\n", to: "config/glosse/config.toml")
        let missing = try good("screen", "a.txt")
        #expect(missing.errors.contains("config.toml:2: schema: /nope.toml: does not exist"))
        #expect(missing.text.contains("p PER"))
        try home.write("[[label]]\nname = \"A B\"\n", to: "config/glosse/own.toml")
        try home.write("schema = \"own.toml\"\n", to: "config/glosse/config.toml")
        #expect(try good("screen", "a.txt").errors.contains("config.toml:1: schema: "))
        #expect(try home.glosse("screen", "--schema", "/nope.toml", "a.txt").status == 1)
    }

    @Test("a paragraph is no title: the list has its first words, exports do not call them a title")
    func madeTitle() throws {
        try home.write(String(repeating: "Der Rat tagt in Köln. ", count: 20) + "\n", to: "rat.txt")
        let document = try #require(JSONLine.all(in: good("extract", "rat.txt").output).first)
        #expect(document.title == nil)
        #expect(try good("extract", "--to", "html", "rat.txt").text.contains("<title>rat</title>"))
        try good("import", "rat.txt")
        #expect(try JSONLine.all(in: good("export").output).map(\.title) == [nil])
        try home.write("Rat tagt in Köln\n\nDer Rat tagt.\n", to: "kurz.txt")
        #expect(try JSONLine.all(in: good("extract", "kurz.txt").output).map(\.title) == ["Rat tagt in Köln"])
    }

    @Test("tokens come from standard input too")
    func tokensOfInput() throws {
        let ending = try home.glosse("tokens", "-", input: "b.txt")
        #expect(ending.status == 0)
        #expect(ending.text == (try good("tokens", "b.txt").text))
        #expect(try home.glosse("tokens", "nope.txt").errors.contains("nope.txt: does not exist"))
    }

    @Test("what is not in the library is named, and the rest is exported, with status 1")
    func exportOfUnknown() throws {
        try good("import", "a.txt")
        let ending = try home.glosse("export", "b.txt", "a.txt")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("b: is not in the library; open or import it first"))
        #expect(try JSONLine.all(in: ending.output).map(\.id) == ["a"])
    }

    @Test("output that cannot be written is told, and nothing half remains")
    func unwritableOutput() throws {
        let ending = try home.glosse("extract", "--output", "no/such/file.jsonl", "a.txt")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("no/such/file.jsonl: cannot be written"))
    }

    /// Runs a command that must succeed.
    @discardableResult
    private func good(_ arguments: String...) throws -> Program.Ending {
        let ending = try home.glosse(arguments)
        guard ending.status == 0 else {
            throw Program.Failure(description: "\(arguments): \(ending.status) \(ending.errors)")
        }
        return ending
    }
}
