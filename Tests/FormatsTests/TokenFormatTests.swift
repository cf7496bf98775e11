import Articles
import Testing

@testable import Formats

@Suite("files of tokens")
struct TokenFormatTests {
    private func document(_ lines: String, _ format: Format = .conll2002) throws -> Document {
        try #require(format.read(Input(name: "a.conll", bytes: Array(lines.utf8))).documents.first)
    }

    private func shown(_ document: Document) -> [String] {
        document.annotations.mentions.map { "\(document.text.string(in: $0.bounds)) \($0.label)" }
    }

    @Test(
        "every scheme of tags says the same",
        arguments: [
            ["I-PER", "I-PER", "O", "I-LOC", "B-LOC"], ["B-PER", "I-PER", "O", "B-LOC", "B-LOC"],
            ["B-PER", "E-PER", "O", "S-LOC", "S-LOC"], ["B-PER", "L-PER", "O", "U-LOC", "U-LOC"],
        ])
    func schemes(tags: [String]) throws {
        let words = ["Mark", "Rutte", "in", "Bonn", "Kiel"]
        let lines = zip(words, tags).map { "\($0) \($1)\n" }.joined()
        #expect(try shown(document(lines)) == ["Mark Rutte PER", "Bonn LOC", "Kiel LOC"])
    }

    @Test("each scheme is written as its sources have it", arguments: TagScheme.allCases)
    func written(scheme: TagScheme) throws {
        let text = Text("Mark Rutte in Bonn Kiel")
        let mentions = [(0, 10, "PER"), (14, 18, "LOC"), (19, 23, "LOC")].map { start, end, label in
            Mention(id: ID("m\(start)"), spans: SpanSet(start, end), label: Label(label))
        }
        let document = Document(
            article: Article(name: "a", text: text), annotations: Annotations(mentions: mentions))
        var output = Output()
        _ = try Format.conll2002.write(document, ExportOptions(scheme: scheme), into: &output)
        let tags = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
            String($0.split(separator: " ")[1])
        }
        let expected: [TagScheme: [String]] = [
            .iob1: ["I-PER", "I-PER", "O", "I-LOC", "B-LOC"],
            .iob2: ["B-PER", "I-PER", "O", "B-LOC", "B-LOC"],
            .iobes: ["B-PER", "E-PER", "O", "S-LOC", "S-LOC"],
            .bilou: ["B-PER", "L-PER", "O", "U-LOC", "U-LOC"],
        ]
        #expect(tags == expected[scheme])
    }

    @Test("tokens read like a text again")
    func detokenised() throws {
        let lines = "Rutte ( VVD ) sagte : „ Ja , nein . “\nEr 's \" so \" $ 12 !".split(separator: "\n").map
        {
            $0.split(separator: " ").map { "\($0) O" }.joined(separator: "\n")
        }.joined(separator: "\n\n")
        #expect(
            try document(lines).text.string(in: Span(0, document(lines).text.byteCount))
                == "Rutte (VVD) sagte: „Ja, nein.“\nEr's \"so\" $12!")
    }

    @Test("a line without a tag and a tag without a letter are named, and the words stay")
    func doubtful() throws {
        let back = try Format.conll2002.read(Input(name: "a.conll", bytes: Array("Bonn\nKiel LOC\n".utf8)))
        #expect(back.errors.map(\.line) == [1])
        #expect(back.warnings.map(\.line) == [2])
        #expect(try shown(#require(back.documents.first)) == ["Kiel LOC"])
    }

    @Test("GermEval's labels are ours, with their form as an attribute")
    func germEval() throws {
        let lines = "#\thttp://x/y [2009-10-17]\n1\tdeutsche\tB-LOCderiv\tO\n2\tBonn-Tag\tB-OTH\tB-LOCpart\n"
        let document = try document(lines, .germEval)
        #expect(shown(document) == ["deutsche LOC", "Bonn-Tag MISC", "Bonn-Tag LOC"])
        #expect(document.annotations.mentions.map { $0.attributes["form"] } == ["derived", nil, "part"])
        #expect(document.article.source == "http://x/y" && document.article.date == "2009-10-17")
    }

    @Test("tokens are placed on a text with other white space, line ends and quotes")
    func aligned() throws {
        let tokens = try document(
            "Er O\nsagte O\n: O\n\" O\nMark B-PER\nRutte I-PER\n( O\nVVD B-ORG\n) O\nkam O\n. O\n\" O\n")
        let text = Text("Er  sagte:\r\n„Mark\nRutte (VVD)\tkam.“\n")
        let (placed, lost) = tokens.aligned(onto: text)
        #expect(lost.isEmpty)
        #expect(shown(placed) == ["Mark\nRutte PER", "VVD ORG"])
    }

    @Test("what stands on words that the text does not have is reported")
    func lost() throws {
        let tokens = try document("Anna B-PER\nkam O\nnach O\nBonn B-LOC\n. O\n")
        let (placed, lost) = tokens.aligned(onto: Text("Anna kam nach Kiel."))
        #expect(shown(placed) == ["Anna PER"])
        #expect(lost.count == 1)
    }

    @Test("a combining mark at the start of a title is no blank in CoNLL-U")
    func combining() throws {
        let article = Article(name: "a", title: "\u{301}o = \u{301}", text: Text("So ."))
        var output = Output()
        _ = try Format.conllu.write(Document(article: article), into: &output)
        let back = try document(String(decoding: output.bytes, as: UTF8.self), .conllu)
        #expect(back.article.title.unicodeScalars.elementsEqual("\u{301}o = \u{301}".unicodeScalars))
    }

    @Test("in MISC the last value of a key counts, and of the keys of names the first of their order")
    func keys() throws {
        let line = "1\tBonn\tBonn\tX\t_\t_\t0\troot\t_\t"
        func shown(_ misc: String) throws -> [String] {
            try self.shown(document(line + misc + "\n", .conllu))
        }
        #expect(try shown("ner=B-ORG|name=B-LOC|NE=B-PER") == ["Bonn LOC"])
        #expect(try shown("name=B-PER|name=B-LOC") == ["Bonn LOC"])
        #expect(try shown("_") == [])
        #expect(try shown("|x|=y|names=B-PER|") == [])
    }

    @Test("numbers are read as String has them, and percent codes come back")
    func spelling() {
        for string in ["", "0", "007", "+5", "-3", "12a", "1 2", "999999999999999999", "9223372036854775808"]
        {
            #expect(Int(decimal: Array(string.utf8)[...]) == Int(string))
        }
        for string in ["", "a-b_c.~", "ä %41|=", "100 %", "\u{301}"] {
            #expect(Percent.decoded(Percent.encoded(string)) == string)
        }
        #expect(Percent.encoded("ä b/-", keeping: "/") == "%C3%A4%20b/-")
        var digits: [UInt8] = []
        for number in [0, 7, 10, -45, .max, .min] {
            digits.appendDecimal(number)
            digits.append(32)
        }
        #expect(String(decoding: digits, as: UTF8.self) == "0 7 10 -45 \(Int.max) \(Int.min) ")
    }

    @Test("CoNLL-U from elsewhere: multiword tokens, names in MISC, parts of a mention")
    func conllu() throws {
        let lines = """
            # newdoc id = x
            # global.Entity = eid-etype-head-other
            1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_
            1\tzu\tzu\tADP\t_\t_\t0\troot\t_\t_
            2\tdem\tder\tDET\t_\t_\t1\tdep\t_\t_
            3\tNord\tNord\tX\t_\t_\t1\tdep\t_\tEntity=(e1[1/2]-place-1-|SpaceAfter=No
            4\t-\t-\tX\t_\t_\t1\tdep\t_\tEntity=e1[1/2])
            5\tund\tund\tX\t_\t_\t1\tdep\t_\t_
            6\tSüd\tSüd\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No
            7\tkorea\tkorea\tX\t_\t_\t1\tdep\t_\tEntity=(e1[2/2]-place-1-)|name=B-LOC

            """
        let document = try document(lines, .conllu)
        #expect(document.text.string(in: document.text.bounds) == "zum Nord- und Südkorea")
        let mention = try #require(document.annotations.mentions.first { !$0.spans.isContiguous })
        #expect(mention.spans.fragments.map { document.text.string(in: $0) } == ["Nord-", "korea"])
        #expect(mention.label == "LOC")
    }
}
