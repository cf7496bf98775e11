import Articles
import Foundation
import Testing

@testable import Formats

@Suite("CAS as XMI and as WebAnno TSV")
struct CASTests {
    private static let folder = SharedSamples.folder.appendingPathComponent("../data/webanno-tsv3-suite")
        .standardized
    private static let cases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .sorted()

    /// What a document says, without what only one of the two files can: the names of layers.
    private static func content(_ document: Document) -> [String] {
        let mentions = document.annotations.mentions
        // A row holds words, so that white space at the edges and features without a value are not in TSV.
        func place(_ id: ID) -> String {
            guard let mention = mentions[id] else { return "?" }
            let span = document.text.trimmed(mention.bounds)
            return "\(span.start)-\(span.end)"
        }
        return
            (mentions.map {
                place($0.id)
                    + " \($0.attributes.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })"
            }
            + document.annotations.relations.map { "\($0.kind): \(place($0.from)) > \(place($0.to))" }
            + document.annotations.chains.map { "chain " + $0.mentions.map(place).joined(separator: ", ") })
            .sorted()
    }

    /// A text in which white space of every kind is alike, for TSV keeps only how much there is, and none at the end.
    private static func plain(_ text: Text) -> String {
        let plain = text.string(in: text.bounds).mapScalars { $0.isSeparator ? " " : $0 }
        return String(plain.reversed().drop { $0 == " " }.reversed())
    }

    @Test(
        "INCEpTION's own cases say the same as TSV and as XMI", .enabled(if: SharedSamples.exist),
        arguments: cases)
    func suite(name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let tsv = Array(try Data(contentsOf: folder.appendingPathComponent("reference.tsv")))
        let fromTSV = try Format.webAnnoTSV.read(Input(name: name, bytes: tsv))
        let document = try #require(fromTSV.documents.first)
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("reference.xmi")) else {
            // Two samples have no XMI: what they hold must come in without complaint.
            #expect(fromTSV.errors == [])
            return
        }
        let fromXMI = try Format.casXMI.read(Input(name: name, bytes: Array(data)))
        let other = try #require(fromXMI.documents.first)
        #expect(Self.plain(document.text) == Self.plain(other.text))
        #expect(
            Self.content(document) == Self.content(other),
            "\(fromTSV.errors) \(fromXMI.errors)")
        // Only empty spans, which are no mentions here, and relations between tokens are left out, and are named.
        for error in fromTSV.errors + fromXMI.errors {
            #expect(
                error.message.contains("empty") || error.message.contains("between tokens")
                    || error.message.contains("does not exist"), "\(error)")
        }
    }

    @Test("a type system tells what is a reference in a layer that nobody knows")
    func typeSystem() throws {
        let types = """
            <typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
            <typeDescription><name>my.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
            <featureDescription><name>about</name><rangeTypeName>my.Claim</rangeTypeName></featureDescription>
            <featureDescription><name>strength</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
            </features></typeDescription></types></typeSystemDescription>
            """
        let file = """
            <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:my="http:///my.ecore">
            <my:Claim xmi:id="2" sofa="1" begin="0" end="3" strength="4" about="3"/>
            <my:Claim xmi:id="3" sofa="1" begin="4" end="7"/>
            <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Eis ist&#10;kalt"/></xmi:XMI>
            """
        func read(_ companions: [String: [UInt8]]) throws -> Imported {
            try Format.casXMI.read(Input(name: "a.xmi", bytes: Array(file.utf8), companions: companions))
        }
        let typed = try read(["xml": Array(types.utf8)])
        let document = try #require(typed.documents.first)
        #expect(document.text == Text("Eis ist\nkalt"))
        #expect(document.annotations.mentions.map(\.label) == ["Claim", "Claim"])
        #expect(document.annotations.mentions.map(\.attributes) == [["strength": "4"], [:]])
        #expect(typed.warnings.map(\.message) == ["the reference \"@about\" is not kept"])
        let untyped = try read([:])
        #expect(
            untyped.documents.first?.annotations.mentions.map(\.attributes) == [
                ["strength": "4", "about": "3"], [:],
            ])
        let broken = try read(["xml": Array("<a>".utf8)])
        #expect(broken.warnings.first?.message.hasPrefix("the type system beside it is not read") ?? false)
    }

    @Test("errors of a row name their line, and the other rows come in")
    func rows() throws {
        let file = """
            #FORMAT=WebAnno TSV 3.3
            #T_SP=webanno.custom.Span|value


            #Text=Köln ist 🙂
            1-1\t0-4\tKöln\tLOC\t
            1-2\t5-x\tist\t_\t
            1-3\t9-11\t🙂
            1-3\t9-11\t🙂\tSIGN\t
            """
        let back = try Format.webAnnoTSV.read(Input(name: "a.tsv", bytes: Array(file.utf8)))
        let document = try #require(back.documents.first)
        #expect(document.annotations.mentions.map { document.text.string(in: $0.bounds) } == ["Köln", "🙂"])
        #expect(back.errors.map(\.line) == [7, 8])
    }
}
