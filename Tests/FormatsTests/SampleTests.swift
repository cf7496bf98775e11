import Articles
import Testing

@testable import Formats

@Suite("samples that the real consumers of the formats accept")
struct SampleTests {
    @Test(
        "come in with every mention that the format can say", .enabled(if: SharedSamples.exist),
        arguments: [
            ("conll03.iob1", "conll2003", 7), ("conll03.iob2", "conll2003", 7),
            ("conll03.iobes", "conll2003", 7),
            ("conll02.conll", "conll2002", 7), ("germeval.tsv", "germeval", 8),
            ("sample.conllu", "conllu", 8),
            ("doccano.jsonl", "doccano", 8), ("doccano_rel.jsonl", "doccano", 8),
            ("labelstudio.json", "labelstudio", 8), ("prodigy.jsonl", "prodigy", 8),
            ("spacy.jsonl", "spacy", 7),
            ("hf.jsonl", "huggingface", 8), ("webanno.jsonld", "webannotation", 9),
            ("pubannotation.json", "pubannotation", 8), ("gate.bdocjs", "gate", 8),
            ("cas.json", "casjson", 8),
            ("brat.ann", "brat", 9), ("cas.xmi", "casxmi", 8), ("webanno.tsv", "webannotsv", 8),
            ("tei.xml", "tei", 8),
        ])
    func samples(file: String, name: String, count: Int) throws {
        let bytes = try SharedSamples.bytes(file)
        let format = try #require(Format.matching(fileName: file, bytes: bytes))
        #expect(format.name == name || name.hasPrefix("conll200"))
        let text = try SharedSamples.bytes("sample.txt")
        let back = try #require(Format.named(name)).read(
            Input(name: file, bytes: bytes, companions: ["txt": text]))
        #expect(back.errors == [])
        let document = try #require(back.documents.first)
        #expect(back.documents.count == 1)
        #expect(document.annotations.mentions.count == count)
        let expected = Set(try Self.expected())
        let squeezed = Squeezed(document.text, .joined)
        for mention in document.annotations.mentions where mention.spans.isContiguous {
            let place = squeezed.squeezed(mention.bounds)
            #expect(expected.contains("\(place.start)-\(place.end) \(mention.label)"), "\(mention)")
        }
        #expect(squeezed.text == Squeezed(Text(bytes: text), .joined).text)
    }

    /// The places and labels of brat's sample, white space left out.
    private static func expected() throws -> [String] {
        let text = try SharedSamples.bytes("brat.txt")
        let back = try Format.brat.read(
            Input(name: "brat.ann", bytes: try SharedSamples.bytes("brat.ann"), companions: ["txt": text]))
        let document = try #require(back.documents.first)
        let squeezed = Squeezed(document.text, .joined)
        return document.annotations.mentions.map {
            let place = squeezed.squeezed($0.bounds)
            return "\(place.start)-\(place.end) \($0.label)"
        }
    }

    @Test(
        "relations, chains, links and attributes come in where the format has them",
        .enabled(if: SharedSamples.exist))
    func more() throws {
        func read(_ file: String, _ format: Format) throws -> Annotations {
            let input = Input(
                name: file, bytes: try SharedSamples.bytes(file),
                companions: ["txt": try SharedSamples.bytes("sample.txt")])
            return try #require(format.read(input).documents.first).annotations
        }
        for (file, format) in [
            ("doccano_rel.jsonl", Format.doccano), ("labelstudio.json", .labelStudio),
            ("prodigy.jsonl", .prodigy),
            ("webanno.jsonld", .webAnnotation), ("pubannotation.json", .pubAnnotation),
            ("cas.json", .casJSON), ("cas.xmi", .casXMI), ("webanno.tsv", .webAnnoTSV), ("tei.xml", .tei),
        ] {
            let annotations = try read(file, format)
            let relations = annotations.relations.map { relation in
                "\(relation.kind) \(annotations.mentions[relation.from]?.label.name ?? "?") \(annotations.mentions[relation.to]?.label.name ?? "?")"
            }
            #expect(relations.sorted() == ["member_of PER ORG", "met PER PER"], "\(file)")
        }
        #expect(try read("sample.conllu", .conllu).chains.map(\.mentions.count) == [2, 2])
        #expect(
            try read("pubannotation.json", .pubAnnotation).mentions.contains {
                $0.attributes["mention"] == "NAM"
            })
        #expect(try read("cas.json", .casJSON).mentions.contains { $0.link == "wikidata:Q567" })
        #expect(try read("webanno.jsonld", .webAnnotation).mentions.contains { $0.link == "Q567" })
        #expect(try read("cas.xmi", .casXMI).mentions.contains { $0.link == "wikidata:Q567" })
        #expect(try read("tei.xml", .tei).mentions.contains { $0.link == "Q567" })
        #expect(try read("tei.xml", .tei).chains.map(\.mentions.count) == [2, 2])
        #expect(try read("gate.bdocjs", .gate).mentions.contains { $0.link == "wikidata:Q567" })
        #expect(try read("labelstudio.json", .labelStudio).labels.map(\.value) == ["politics"])
    }
}
