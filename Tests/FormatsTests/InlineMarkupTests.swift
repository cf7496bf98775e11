import Articles
import Testing

@testable import Formats

@Suite("TEI and TimeML, where annotation lies in the text")
struct InlineMarkupTests {
    private func read(_ format: Format, _ file: String) throws -> Imported {
        try format.read(Input(name: "a.xml", bytes: Array(file.utf8)))
    }

    @Test(
        "TEI of others: white space is one blank, paragraphs are lines of their own, the header says what it is"
    )
    func foreignTEI() throws {
        let back = try read(
            .tei,
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">
              <teiHeader><fileDesc><titleStmt><title>Ein
                 Brief</title><author>A. B.</author></titleStmt>
                <publicationStmt><date when="1832-03-22">im März</date></publicationStmt></fileDesc></teiHeader>
              <text><body>
                <head>Der <hi>Anfang</hi></head>
                <p>Am <date when="1832-03-22"> 22. März </date> war<lb/><persName key="Q5">Frau
                   <forename>Eva</forename> Stein</persName> in
                   <rs type="ORG">der <placeName>Bonner</placeName> Bank</rs>.<note>Fußnote</note></p>
              </body></text>
            </TEI>
            """)
        #expect(back.errors == [])
        let document = try #require(back.documents.first)
        #expect(
            document.text.string(in: document.text.bounds)
                == "Der Anfang\n\nAm 22. März war\nFrau Eva Stein in der Bonner Bank.")
        let shown = document.annotations.mentions.map { "\(document.text.string(in: $0.bounds))|\($0.label)" }
        #expect(shown == ["22. März|DATE", "Frau Eva Stein|PER", "der Bonner Bank|ORG", "Bonner|LOC"])
        #expect(document.annotations.mentions.map(\.value) == ["1832-03-22", nil, nil, nil])
        #expect(document.article.title == "Ein Brief" && document.article.date == "1832-03-22")
        #expect(document.article.language == "de" && document.article.metadata == ["author": "A. B."])
        #expect(back.warnings.map(\.message).contains("1 <forename> is read as text"))
        #expect(back.warnings.map(\.message).contains("1 notes and captions in the text are not kept"))
    }

    @Test("a corpus is several documents, pieces that name each other are one mention")
    func corpus() throws {
        let back = try read(
            .tei,
            """
            <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI><text><body xml:space="preserve"><p>Nord- und
            <placeName xml:id="a" next="#b">Süd</placeName>-<placeName xml:id="b" prev="#a">tirol</placeName></p></body></text></TEI>
            <TEI><text><body><p>zwei</p></body></text></TEI></teiCorpus>
            """)
        #expect(back.documents.count == 2 && back.errors == [])
        let document = try #require(back.documents.first)
        #expect(
            document.annotations.mentions.map { document.text.string(in: $0.spans, joinedBy: "+") } == [
                "Süd+tirol"
            ])
        #expect(document.text.string(in: document.text.bounds).hasPrefix("Nord- und\nSüd-tirol"))
    }

    private let timeML = """
        <?xml version="1.0"?>
        <TimeML><DOCID>d1</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-15">2024-10-15</TIMEX3></DCT>
        <TEXT>Er kam <TIMEX3 tid="t1" type="DATE" value="2024-10-14">gestern</TIMEX3> &amp; <EVENT eid="e1" class="STATE">blieb</EVENT>
        <TIMEX3 tid="t2" type="DURATION" value="P2D">zwei Tage</TIMEX3><TIMEX3 tid="t3" type="DATE" value="x"/>.</TEXT>
        <MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" pos="VERB" polarity="POS"/>
        <TLINK lid="l1" relType="DURING" eventInstanceID="ei1" relatedToTime="t2"/>
        <TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
        </TimeML>
        """

    @Test("TimeML gives its text, its day, its times with their values, and events with their links")
    func timeMLReading() throws {
        let back = try read(.timeML, timeML)
        #expect(back.errors == [])
        let document = try #require(back.documents.first)
        #expect(document.text.string(in: document.text.bounds) == "Er kam gestern & blieb\nzwei Tage.")
        #expect(document.article.date == "2024-10-15" && document.article.name == "d1")
        let mentions = document.annotations.mentions
        #expect(mentions.map { document.text.string(in: $0.bounds) } == ["gestern", "blieb", "zwei Tage"])
        #expect(mentions.map(\.label) == ["DATE", "EVENT", "DURATION"])
        #expect(mentions.map(\.value) == ["2024-10-14", nil, "P2D"])
        #expect(mentions["e1"]?.attributes == ["class": "STATE", "tense": "PAST", "pos": "VERB"])
        #expect(document.annotations.relations.map { "\($0.kind) \($0.from) \($0.to)" } == ["DURING e1 t2"])
        #expect(back.warnings.count == 2)
    }

    @Test("what TimeML has no place for is counted")
    func timeMLLoss() throws {
        let document = Document(
            article: Article(
                name: "a", title: "t", source: "dpa", date: "2024-10-15", text: Text("Rat tagt heute um 8")),
            annotations: Annotations(
                mentions: [
                    Mention(id: "1", spans: SpanSet(0, 3), label: "ORG"),
                    Mention(
                        id: "2", spans: SpanSet(4, 8), label: "EVENT", value: "v", attributes: ["form": "x"]),
                    Mention(
                        id: "3", spans: SpanSet(9, 14), label: "DATE", value: "2024/10",
                        attributes: ["mod": "MID", "begin": "b"]),
                    Mention(id: "4", spans: SpanSet(9, 19), label: "TIME"),
                ],
                relations: [
                    Relation(id: "r1", kind: "BEFORE", from: "2", to: "4"),
                    Relation(id: "r2", kind: "in", from: "2", to: "4"),
                ]))
        let losses = Format.timeML.loss(of: document).map(\.description)
        #expect(
            losses == [
                "1 mention", "1 nested mention", "1 attribute", "1 normal value", "1 relation",
                "1 property of the article",
            ])
        var output = Output()
        _ = try Format.timeML.write(document, into: &output)
        let text = String(decoding: output.bytes, as: UTF8.self)
        #expect(
            text.contains("<TEXT>Rat <EVENT eid=\"e1\" class=\"OCCURRENCE\">tagt</EVENT> <TIMEX3 tid=\"t2\""))
        #expect(
            text.contains(
                "<TLINK lid=\"l1\" relType=\"BEFORE\" eventInstanceID=\"ei1\" relatedToTime=\"t2\"/>"))
        #expect(Format.timeML.differences(of: document, ExportOptions(), in: output) == [])
    }

    @Test("the samples of the consumers come in whole", .enabled(if: SharedSamples.exist))
    func timeMLSample() throws {
        let back = try Format.timeML.read(Input(name: "t.tml", bytes: try SharedSamples.bytes("timeml.tml")))
        let document = try #require(back.documents.first)
        #expect(back.errors == [])
        #expect(document.annotations.mentions.map(\.label) == ["DATE", "EVENT", "EVENT", "DURATION"])
        #expect(document.text == Text(bytes: try SharedSamples.bytes("timeml.txt")))
        #expect(document.annotations.relations.map(\.kind) == ["IS_INCLUDED"])
    }
}
