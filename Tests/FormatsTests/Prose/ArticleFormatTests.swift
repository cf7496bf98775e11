import Articles
import TestSupport
import Testing

@testable import Formats

/// What holds for every reader of articles: it knows its files, and damage ends in a document or an error.
@Suite("formats that articles come in")
struct ArticleFormatTests {
    static let indices = Array(ArticleSamples.all.indices)

    @Test(
        "a file is known by its name and its beginning, and mostly by its beginning alone", arguments: indices
    )
    func recognised(_ index: Int) {
        let (name, file, text) = ArticleSamples.all[index]
        #expect(Format.matching(fileName: file, bytes: text.utf8)?.name == name)
        #expect(Format.matching(fileName: "-", bytes: text.utf8)?.name == name)
    }

    @Test(
        "what is written here is not taken for articles with columns",
        arguments: [Format.csv, .tsv, .csvFacts, .tsvFacts])
    func tables(_ format: Format) throws {
        var documents = RandomDocuments(seed: 3)
        var export = Export(to: format)
        let bytes = try export.add(documents.document()).bytes + export.finish()
        let found = Format.matching(fileName: "a.\(format.extensions[0])", bytes: bytes)?.name
        #expect(found != "csv-articles" && found != "tsv-articles")
    }

    @Test(
        "our own lines stay our own",
        arguments: [#"{"text":"a","date":"2024-10-17"}"#, #"{"text":"a","x":"y","labels":[]}"#])
    func ownLines(_ line: String) {
        #expect(Format.matching(fileName: "a.jsonl", bytes: line.utf8)?.name == "jsonl")
    }

    @Test("every truncation ends in documents or an error with its place", arguments: indices)
    func truncated(_ index: Int) throws {
        let (name, file, text) = ArticleSamples.all[index]
        let format = try #require(Format.named(name))
        let bytes = Array(text.utf8)
        for length in stride(from: 0, through: bytes.count, by: 7) {
            expectPlaced(
                format, Input(name: file, bytes: Array(bytes.prefix(length))), "\(name), cut at \(length)")
        }
    }

    @Test(
        "1,000 files with bytes changed, doubled and taken out end in documents or errors", arguments: indices
    )
    func changed(_ index: Int) throws {
        let (name, file, text) = ArticleSamples.all[index]
        let format = try #require(Format.named(name))
        let original = Array(text.utf8)
        var random = SplitMix(seed: 17)
        let signs = Array("<>&;:=-\"'\n\r\t|[](){}#*_`~\\?/,0\u{0}".utf8)
        for round in 0..<1000 {
            var bytes = original
            for _ in 0..<random.below(6) + 1 {
                let place = random.below(bytes.count)
                let sign = random.below(2) == 0 ? UInt8(random.below(256)) : signs[random.below(signs.count)]
                switch random.below(4) {
                case 0: bytes.insert(sign, at: place)
                case 1: bytes.remove(at: place)
                case 2:
                    let end = min(bytes.count, place + random.below(200))
                    bytes.insert(contentsOf: bytes[place..<end], at: place)
                default: bytes[place] = sign
                }
            }
            expectPlaced(format, Input(name: file, bytes: bytes), "\(name), round \(round)")
        }
    }

    private func expectPlaced(_ format: Format, _ input: Input, _ what: Comment) {
        do throws(FormatError) {
            let back = try format.read(input)
            #expect(back.errors.allSatisfy { $0.file != nil }, what)
            #expect(back.warnings.allSatisfy { $0.file != nil }, what)
            for document in back.documents {
                let text = document.text.string(in: document.text.bounds)
                #expect(!text.contains("\n\n\n") && text.first?.isNewline != true, what)
                #expect(document.article.date.map { UTCTime.isDay($0) } ?? true, what)
                #expect(document.article.title.contains { $0.isNewline } == false, what)
            }
        } catch {
            #expect(error.file != nil, what)
        }
    }

    @Test(
        "files made to cost time or memory are read or refused in a moment",
        arguments: [
            ("rss", "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss>&b;</rss>"),
            (
                "rss",
                "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><item><title>a</title></item></channel></rss>"
            ),
            ("nitf", "<nitf>" + String(repeating: "<p>", count: 10_000)),
            ("newsml", "<newsItem>" + String(repeating: "<a>", count: 10_000)),
            ("ninjs", String(repeating: "{\"uri\":\"a\",\"associations\":[", count: 10_000)),
            ("mail", "Subject: " + String(repeating: "=?utf-8?Q?a", count: 40_000) + "\n\n"),
            ("mail", String(repeating: "A: b\n", count: 40_000) + "\nText"),
            ("mail", "Subject: a\n" + String(repeating: " b\n", count: 40_000) + "\nText"),
            (
                "mail",
                "Content-Type: multipart/mixed; boundary=a\n\n"
                    + String(repeating: "--a\n\nx\n", count: 20_000)
            ),
            ("mail", "Content-Type: text/plain" + String(repeating: "; a=\"", count: 20_000) + "\n\nText"),
            ("mbox", String(repeating: "From a Thu Oct 17 10:00:00 2024\n\n", count: 6_000)),
            ("csv-articles", "title,text\n\"" + String(repeating: "\"\"\n,", count: 40_000)),
            ("csv-articles", "title,text\n" + String(repeating: "\"a\nb", count: 20_000)),
            ("srt", String(repeating: "00:00:01 --> 00:00:02\n", count: 10_000)),
            ("srt", String(repeating: "a\n", count: 40_000) + "1\n00:00:01 --> 00:00:02\nText"),
            ("webvtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + String(repeating: "<v a", count: 20_000)),
            ("markdown", String(repeating: "[a](", count: 10_000)),
            ("markdown", String(repeating: "*a **b _c ", count: 10_000)),
            ("markdown", String(repeating: "`", count: 300) + String(repeating: "a`b``c```", count: 10_000)),
            ("markdown", String(repeating: ">", count: 20_000) + "a"),
            ("markdown", String(repeating: "![[", count: 10_000) + String(repeating: "](a)", count: 10_000)),
            ("markdown", String(repeating: "<a ", count: 20_000)),
            (
                "markdown",
                String(repeating: "|a", count: 20_000) + "\n" + String(repeating: "|-", count: 20_000)
            ),
            (
                "markdown",
                String(repeating: "[a]: b\n", count: 10_000) + String(repeating: "[a]", count: 10_000)
            ),
        ])
    func hostile(_ name: String, _ text: String) throws {
        let format = try #require(Format.named(name))
        let clock = ContinuousClock()
        let time = clock.measure {
            expectPlaced(format, Input(name: "a", bytes: Array(text.utf8)), "\(name)")
        }
        #expect(time < .seconds(60), "\(name)")
    }
}
