import Articles
import Testing

@testable import Formats

@Suite("Turtle and NIF")
struct NIFTests {
    private func triples(_ text: String) throws -> [String] {
        try TurtleParser.triples(Input(name: "a.ttl", bytes: Array(text.utf8))).map {
            "\(RDFText.term($0.subject)) <\($0.predicate)> \(RDFText.term($0.object))"
        }
    }

    @Test("Turtle in all its ways of writing")
    func turtle() throws {
        let found = try triples(
            """
            @prefix p: <urn:p:> . # remark
            PREFIX : <urn:q#>
            @base <http://x.org/a/b> .
            p:s a :T ; p:v "a\\n\\u00e4\\"", 'b'@de, \"""c
            "d\""" , 4 , -1.5, 2e3, true ;; .
            <#c> p:o [ p:i <e> ; p:j ( 1 :x ) ] .
            [] p:k _:n .
            """)
        #expect(
            found == [
                "<urn:p:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:q#T>",
                "<urn:p:s> <urn:p:v> \"a\\nä\\\"\"", "<urn:p:s> <urn:p:v> \"b\"@de",
                "<urn:p:s> <urn:p:v> \"c\\n\\\"d\"",
                "<urn:p:s> <urn:p:v> \"4\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "<urn:p:s> <urn:p:v> \"-1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
                "<urn:p:s> <urn:p:v> \"2e3\"^^<http://www.w3.org/2001/XMLSchema#double>",
                "<urn:p:s> <urn:p:v> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
                "_:b1 <urn:p:i> <http://x.org/a/e>",
                "_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <urn:q#x>",
                "_:b2 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>",
                "_:b3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "_:b3 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b2", "_:b1 <urn:p:j> _:b3",
                "<http://x.org/a/b#c> <urn:p:o> _:b1", "_:b4 <urn:p:k> _:nn",
            ])
    }

    @Test(
        "what is no Turtle is refused with its place",
        arguments: [
            "<a", "<a> <b> ", "<a> <b> \"c", "p:a <b> <c> .", "<a> <b> <c>", "\"a\" \"b\" \"c\" .",
            "<a> <b> \"\\u00\" .",
        ])
    func refused(text: String) {
        let error = #expect(throws: FormatError.self) { _ = try triples(text) }
        #expect(error?.line == 1 && error?.column ?? 0 > 0)
        #expect(throws: FormatError.self) {
            _ = try triples("<a> <b> " + String(repeating: "[ <c> ", count: 50_000))
        }
    }

    @Test(
        "mentions, links and classes of other tools come in, and of the sample all",
        .enabled(if: SharedSamples.exist))
    func sample() throws {
        let back = try Format.nif.read(Input(name: "nif.ttl", bytes: try SharedSamples.bytes("nif.ttl")))
        let document = try #require(back.documents.first)
        #expect(back.errors == [] && back.warnings == [])
        #expect(document.text == Text(bytes: try SharedSamples.bytes("sample.txt")))
        #expect(
            document.annotations.mentions.map(\.label.name) == [
                "ORG", "LOC", "PER", "ORG", "PER", "LOC", "PER", "PER",
            ])
        #expect(document.annotations.mentions.compactMap(\.link) == ["Q567"])
    }
}
