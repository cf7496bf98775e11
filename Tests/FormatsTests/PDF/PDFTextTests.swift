import TestSupport
import Testing

@testable import Formats

@Suite("paragraphs of a PDF from the places of its words")
struct PDFTextTests {
    private func paragraphs(_ pages: [[[SamplePDF.Line]]]) -> [String] {
        PDFText(PDFLayout(SamplePDF.table(pages))).paragraphs.map(\.text)
    }

    private static let left = """
        Der Stadtrat von Lindenhafen hat am
        Donnerstag die Sanierung der alten Dreh-
        brücke beschlossen. Das kostet viel Geld.
          Die Arbeiten beginnen im Juni, und die
        Bürger müssen einen Umweg von sechs Mi-
        """
    private static let right = """
        nuten fahren. Nord- und Südseite werden
        nacheinander erneuert.
        Danach ist alles wie zuvor, und alle sind
        zufrieden mit der neuen Brücke im Hafen.
        """

    @Test("lines become paragraphs at indents and short lines, over columns and pages")
    func columns() {
        let pages = [
            [
                SamplePDF.column("Brücke wird saniert", y: 80, size: 20), SamplePDF.column(Self.left, y: 120),
                SamplePDF.column(Self.right, x: 230, y: 120),
            ]
        ]
        let wanted = [
            "Brücke wird saniert",
            "Der Stadtrat von Lindenhafen hat am Donnerstag die Sanierung der alten Drehbrücke beschlossen. "
                + "Das kostet viel Geld.",
            "Die Arbeiten beginnen im Juni, und die Bürger müssen einen Umweg von sechs Minuten fahren. Nord- und Südseite "
                + "werden nacheinander erneuert.",
            "Danach ist alles wie zuvor, und alle sind zufrieden mit der neuen Brücke im Hafen.",
        ]
        #expect(paragraphs(pages) == wanted)
        let twoPages = [[pages[0][0], pages[0][1]], [SamplePDF.column(Self.right, y: 100)]]
        #expect(paragraphs(twoPages) == wanted)
        let text = PDFText(PDFLayout(SamplePDF.table(pages)))
        #expect(text.headline == "Brücke wird saniert")
    }

    @Test("captions and quotes between two columns do not tear a sentence")
    func caption() {
        let caption = SamplePDF.column("Die Drehbrücke am Abend. Foto: Rohde", y: 300, size: 7)
        let pages = [
            [SamplePDF.column(Self.left, y: 120), caption, SamplePDF.column(Self.right, x: 230, y: 120)]
        ]
        let found = paragraphs(pages)
        #expect(found.contains { $0.contains("von sechs Minuten fahren.") }, "\(found)")
        #expect(found.contains("Die Drehbrücke am Abend. Foto: Rohde"))
    }

    @Test("running headers, footers and page numbers go, left and right ones too; what occurs once stays")
    func margins() {
        let pages = (1...6).map { page in
            [
                [
                    SamplePDF.Line(
                        text: page % 2 == 0 ? "Lindenhafener Anzeiger" : "Lokales \(page)", x: 40, y: 20,
                        size: 8)
                ],
                SamplePDF.column("Seite \(page) hat einen Satz für sich allein.", y: 100),
                [SamplePDF.Line(text: page == 1 ? "– 1 –" : "\(page)", x: 200, y: 580, size: 8)],
                page == 3 ? [SamplePDF.Line(text: "Druck: Rohde", x: 40, y: 580, size: 8)] : [],
            ]
        }
        let wanted = (1...6).flatMap { page in
            ["Seite \(page) hat einen Satz für sich allein."] + (page == 3 ? ["Druck: Rohde"] : [])
        }
        #expect(paragraphs(pages) == wanted)
    }

    @Test("items of a list, headings between paragraphs and an initial letter are told apart")
    func shapes() {
        let list = "• Stahlbau für die Brücke und das Geländer\n  an beiden Seiten\n• Gründung"
        let found = paragraphs([
            [
                SamplePDF.column("Kosten im Überblick", y: 60, size: 13), SamplePDF.column(list, y: 90),
                SamplePDF.column("L", y: 200, size: 30),
                SamplePDF.column(
                    "indenhafen liegt am Meer und hat einen Hafen.\nDort liegt die Brücke, um die es geht.",
                    x: 60, y: 200),
            ]
        ])
        #expect(
            found == [
                "Kosten im Überblick", "• Stahlbau für die Brücke und das Geländer an beiden Seiten",
                "• Gründung",
                "Lindenhafen liegt am Meer und hat einen Hafen. Dort liegt die Brücke, um die es geht.",
            ])
    }

    @Test("ligatures are the letters that they join, and control characters are left out")
    func signs() {
        #expect(
            paragraphs([[[SamplePDF.Line(text: "Die ﬂinke Oﬃzierin \u{1}ﬁel auf.", x: 40, y: 100)]]]) == [
                "Die flinke Offizierin fiel auf."
            ])
    }

    @Test("1,000 damaged tables give some text and never a trap")
    func damaged() {
        let table = SamplePDF.table([
            [SamplePDF.column(Self.left, y: 120)], [SamplePDF.column(Self.right, y: 590)], [],
        ])
        var random = SplitMix(seed: 5)
        let odd = ["-1", "nan", "inf", "1e308", "-1e308", "9223372036854775808", "", "0x10", "\t", "\n"]
        for length in stride(from: 0, to: table.count, by: 100) {
            _ = PDFText(PDFLayout(Array(table.prefix(length))))
        }
        for round in 0..<1000 {
            var bytes = table
            for _ in 0..<random.below(5) + 1 {
                let place = random.below(bytes.count)
                if round % 2 == 0 {
                    bytes[place] = UInt8(random.below(256))
                } else {
                    bytes.replaceSubrange(place...place, with: odd[random.below(odd.count)].utf8)
                }
            }
            let text = PDFText(PDFLayout(bytes))
            #expect(text.paragraphs.count < 200)
        }
    }

    @Test("a page of very many lines takes no more than its share of time")
    func large() {
        let lines = (0..<100_000).map { SamplePDF.Line(text: "wort und noch eins", x: 40, y: Double($0)) }
        let text = PDFText(PDFLayout(SamplePDF.table([[lines]])))
        #expect(!text.paragraphs.isEmpty)
    }
}
