import Articles
import Foundation
import Testing

@testable import Formats

/// What is written for people and other programs, and never read back.
@Suite("reports, graphs and calendars")
struct ReportTests {
    private let document = Document(
        article: Article(
            name: "a 1", title: "Rat", source: "dpa", date: "2024-10-15", language: "de",
            text: Text("Eva Stein *leitet* den Rat.\nStein tagt am 17. Oktober | sie geht.")),
        annotations: Annotations(
            mentions: [
                Mention(id: "m1", spans: SpanSet(0, 9), label: "PER", link: "Q5"),
                Mention(id: "m2", spans: SpanSet(23, 26), label: "ORG"),
                Mention(id: "m3", spans: SpanSet(28, 33), label: "PER"),
                Mention(id: "m4", spans: SpanSet(42, 53), label: "DATE", value: "2024-10-17"),
                Mention(id: "m5", spans: SpanSet(56, 59), label: "PER", attributes: ["form": "pronoun"]),
            ],
            relations: [Relation(id: "r1", kind: "member-of", from: "m3", to: "m2")],
            chains: [Chain(id: "c1", mentions: ["m1", "m3", "m5"])],
            facts: [
                Fact(
                    id: "f1", kind: "date", evidence: SpanSet(34, 53),
                    slots: [Slot("when", mention: "m4"), Slot("what", spans: SpanSet(34, 38))],
                    status: .accepted,
                    origin: .engine("rules", confidence: 0.5)),
                Fact(
                    id: "f2", kind: "quote", evidence: SpanSet(0, 3), slots: [Slot("speaker", mention: "m1")]),
            ]))

    private func written(_ format: Format) throws -> String {
        var export = Export(to: format)
        let bytes = try export.add(document).bytes
        return String(decoding: bytes + export.finish(), as: UTF8.self)
    }

    @Test("mentions of a chain, of a link, or of the same words are one thing with its longest name")
    func entities() {
        let entities = Entities(document)
        #expect(entities.all.map(\.name) == ["Eva Stein", "Rat"])
        #expect(entities.all.map(\.mentions) == [["m1", "m3", "m5"], ["m2"]])
        #expect(entities.all[0].otherNames == ["Stein"] && entities.all[0].link == "Q5")
        #expect(entities["m4"] == nil && entities["m5"] == 0)
    }

    @Test("a network has things, relations, facts and common sentences, over all articles together")
    func network() {
        let network = Network([document, document])
        #expect(network.sortedNodes.map { "\($0.key) \($0.count)" } == ["ORG:Rat 2", "Q5 6"])
        #expect(
            network.sortedEdges.map { "\($0.edge.from) \($0.edge.kind) \($0.edge.to) \($0.weight)" }
                == ["ORG:Rat together Q5 2", "Q5 member-of ORG:Rat 2"])
    }

    @Test("RDF: each relation and filler is a statement with its provenance, the same in all three notations")
    func rdf() throws {
        let triples = RDFGraph(document, number: 1).triples
        let statements = triples.filter { $0.object == .iri(RDFSpace.rdf + "Statement") }.map(\.subject)
        #expect(statements.count == 4)
        for statement in statements {
            let predicates = Set(triples.filter { $0.subject == statement }.map(\.predicate))
            for name in ["wasQuotedFrom", "wasAttributedTo", "value"] {
                #expect(predicates.contains(RDFSpace.prov + name))
            }
        }
        let bytes = Array(try written(.turtle).utf8)
        #expect(Set(try TurtleParser.triples(Input(name: "a.ttl", bytes: bytes))) == Set(triples))
        let lines = Array(try written(.nTriples).utf8)
        #expect(Set(try TurtleParser.triples(Input(name: "a.nt", bytes: lines))) == Set(triples))
        let json = try JSON(Input(name: "a.jsonld", bytes: Array(try written(.jsonLD).utf8)))
        let graph = try #require(try json.member("@graph"))
        #expect(Array(try graph.elements).count == Set(triples.map(\.subject)).count)
    }

    @Test("a calendar has the facts with a date, and says how many have none")
    func calendar() throws {
        let text = try written(.iCalendar)
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 2)
        #expect(text.contains("DTSTART;VALUE=DATE:20241017\r\nDTEND;VALUE=DATE:20241018\r\nSUMMARY:tagt\r\n"))
        #expect(text.contains("DTSTAMP:20241015T000000Z"))
        #expect(Format.iCalendar.loss(of: document).contains { $0.description == "1 fact" })
        let long = CalendarEvent.folded(String(repeating: "ä", count: 100))
        #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(long.replacing("\r\n ", with: "") == String(repeating: "ä", count: 100) + "\r\n")
    }

    @Test(
        "values of months and times are placed, others are not",
        arguments: [
            ("2024-12", "20241201", "20250101"), ("2024-10-17T20:15", "20241017T201500", ""),
            ("2024-W42", "", ""),
            ("XXXX-10-17", "", ""), ("2024-13", "", ""), ("9999-12-31", "", ""), ("2024-10-17T99:00", "", ""),
        ])
    func dates(value: String, start: String, end: String) {
        let fact = Fact(id: "f", kind: "date", evidence: SpanSet(0, 3), slots: [Slot("when", value: value)])
        let lines = CalendarEvent(fact, in: document, number: 1)?.lines ?? []
        let found = lines.filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }.map {
            String($0.split(separator: ":")[1])
        }
        #expect(found == [start, end].filter { !$0.isEmpty })
    }

    @Test("FollowTheMoney: things, and a membership between them, that name each other")
    func followTheMoney() throws {
        let lines = try written(.followTheMoney).split(separator: "\n")
        var ids: [String: String] = [:]
        for line in lines {
            let json = try JSON(Input(name: "f", bytes: Array(line.utf8)))
            let schema = try #require(try json.member("schema")).string
            ids[schema] = try #require(try json.member("id")).string
        }
        #expect(Set(ids.keys) == ["Article", "Person", "Organization", "Membership"])
        let membership = try #require(lines.first { $0.contains("Membership") })
        #expect(membership.contains("\"member\":[\"\(ids["Person"] ?? "?")\"]"))
        #expect(membership.contains("\"organization\":[\"\(ids["Organization"] ?? "?")\"]"))
    }

    @Test("Markdown escapes what has a meaning in it")
    func markdown() throws {
        let text = try written(.markdown)
        #expect(
            text.hasPrefix("# Rat\n\n- Date\\: 2024\\-10\\-15\n")
                || text.hasPrefix("# Rat\n\n- Date: 2024\\-10\\-15\n"))
        #expect(text.contains("| 0 | 9 | PER | Eva Stein |  | Q5 |  |"))
        #expect(text.contains("- date: tagt am 17\\. Oktober\n    - when: 17\\. Oktober\n"))
    }

    @Test("the page has a timeline of dated facts and the network as a drawing")
    func page() throws {
        let text = try written(.html)
        #expect(text.contains("<li><time datetime=\"2024-10-17\">2024-10-17</time> tagt</li>"))
        #expect(text.contains("<path d=\"M200 24 A12 12 0 0 0 200 48\" stroke-width=\"2\"><title>"))
        #expect(text.components(separatedBy: "<circle ").count == 3)
        #expect(HTMLNetwork.svg(Network([])) == nil)
    }
}
