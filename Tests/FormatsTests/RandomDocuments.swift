import Articles
import TestSupport

@testable import Formats

/// Documents with everything that a format may meet, determined by a seed.
struct RandomDocuments {
    private var random: SplitMix
    private static let words = [
        "Die", "Größe", "🙂", "zählt", "in", "Nord-", "und", "Südkorea", "\"so\"", "<b>&", "=1+1", "名前", "a,b",
        "ن",
        "🇩🇪", "-5", "Grad.", "Müller;", "\u{301}o", "x\\y",
    ]
    private static let gaps = [" ", " ", " ", "\n", "\n\n", "  ", "\t"]
    private static let strings = ["", "true", "x", "ä \"b\"", "2024-10-17", "a\\n", "🙂"]

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func document() -> Document {
        var text = ""
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            text += pick(Self.words) + pick(Self.gaps)
        }
        let boundaries = Self.boundaries(text)
        let mentions = (0..<Int.random(in: 0...12, using: &random)).map { mention($0, boundaries) }
        var annotations = Annotations()
        for mention in mentions { annotations.set(.mention(mention)) }
        let ids = mentions.map(\.id)
        if ids.count > 1 {
            for index in 0..<Int.random(in: 0...3, using: &random) {
                annotations.set(
                    .relation(
                        Relation(
                            id: ID("r\(index)"), kind: "member-of", from: pick(ids), to: pick(ids),
                            status: pick(Status.allCases),
                            origin: origin())))
            }
            annotations.set(
                .chain(
                    Chain(
                        id: "c1", mentions: Array(ids.prefix(3)), status: pick(Status.allCases),
                        origin: origin())))
        }
        for index in 0..<Int.random(in: 0...3, using: &random) {
            annotations.set(.fact(fact(index, boundaries, mentions)))
        }
        annotations.set(
            .label(ArticleLabel(id: "l1", name: "tone", value: pick(Self.strings), origin: origin())))
        annotations.set(.note(Note(id: "n1", target: .article, text: pick(Self.strings), origin: origin())))
        annotations.set(.note(Note(id: "n2", target: .span(spans(boundaries).bounds), text: "why?\nhm")))
        if let id = ids.first {
            annotations.set(.note(Note(id: "n3", target: .annotation(id), text: "so 🙂 so")))
        }
        let article = Article(
            name: pick(["a1", "ä/b.txt"]), title: pick(["", "Ein Titel", "\"x\""]),
            source: pick([nil, "dpa"]),
            date: pick([nil, "2024-10-17"]), language: pick([nil, "de"]), text: Text(text),
            metadata: pick([[:], ["author": "Ä", "b": ""]]))
        return Document(article: article, annotations: annotations)
    }

    private static func boundaries(_ text: String) -> [Int] {
        var offsets = [0]
        for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        return offsets
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }

    private mutating func mention(_ index: Int, _ boundaries: [Int]) -> Mention {
        Mention(
            id: ID(Bool.random(using: &random) ? "m\(index)" : "T\(index + 1)"), spans: spans(boundaries),
            label: Label(pick(["PER", "LOC", "ORG", "EVENT"])), status: pick(Status.allCases),
            origin: origin(),
            value: pick([nil, nil, "2024-10-17"]), link: pick([nil, nil, "Q57661", "geo:2950159"]),
            attributes: pick([[:], [:], ["form": "name", "certain": "true"], ["form": "pronoun"]]))
    }

    private mutating func fact(_ index: Int, _ boundaries: [Int], _ mentions: [Mention]) -> Fact {
        var slots: [Slot] = []
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let name = pick(["speaker", "content", "cue"])
            if let mention = mentions.first, Bool.random(using: &random) {
                slots.append(Slot(name, spans: mention.spans, mention: mention.id))
            } else {
                slots.append(Slot(name, spans: spans(boundaries), value: pick([nil, "x y"])))
            }
        }
        return Fact(
            id: ID("f\(index)"), kind: "quote", evidence: spans(boundaries), slots: slots,
            status: pick(Status.allCases),
            origin: origin())
    }

    private mutating func spans(_ boundaries: [Int]) -> SpanSet {
        let ends = (0..<pick([2, 2, 2, 4])).map { _ in pick(boundaries) }.sorted()
        let fragments = stride(from: 0, to: ends.count, by: 2).map { Span(ends[$0], ends[$0 + 1]) }
        return SpanSet(fragments) ?? SpanSet(boundaries[0], boundaries[1])
    }

    private mutating func origin() -> Origin {
        Origin(
            pick(Origin.Author.allCases), name: pick(["", "Anna", "rules 1"]),
            time: pick([nil, 1_795_000_000, -1]),
            confidence: pick([nil, 0.875, 1, 1e-5]))
    }
}

extension Document {
    /// Everything that a lossless format must keep, in a form that a failing test can print.
    var description: [String] {
        let article = self.article
        return [
            "\(article.name)|\(article.title)|\(article.source ?? "-")|\(article.date ?? "-")|\(article.language ?? "-")"
        ]
            + article.metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            + [text.string(in: text.bounds)]
            + annotations.mentions.map {
                "\($0)|\($0.value ?? "-")|\($0.link ?? "-")|\($0.attributes.sorted { $0.key < $1.key })"
            }
            + annotations.relations.map { "\($0)" } + annotations.chains.map { "\($0)" }
            + annotations.facts.map { "\($0)" } + annotations.labels.map { "\($0)" }
            + annotations.notes.map { "\($0)" }
    }
}
