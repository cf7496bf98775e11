import ArgumentParser
import Articles
import Formats
import Foundation

/// Facts as lines for a person or another program.
struct FactListing {
    enum Style: String, ExpressibleByArgument, CaseIterable { case text, jsonl, csv, markdown }

    private let style: Style
    /// Whether all facts are of one article, whose name then needs no line.
    private let isSingle: Bool
    private var isFirst = true

    init(_ style: Style, isSingle: Bool) {
        self.style = style
        self.isSingle = isSingle
    }

    private static let columns = ["article", "kind", "fact", "start", "end", "confidence", "extractor"]

    /// What comes before the first fact.
    var header: String {
        switch style {
        case .csv: CSV.row(Self.columns)
        case .text, .jsonl, .markdown: ""
        }
    }

    mutating func lines(of facts: [Fact], in document: Document) -> String {
        defer { isFirst = false }
        switch style {
        case .text: return text(facts, document)
        case .markdown: return markdown(facts, document)
        case .csv: return facts.map { CSV.row(cells($0, document)) }.joined()
        case .jsonl: return facts.map { json($0, document) + "\n" }.joined()
        }
    }

    /// The kinds in the order of the schema, with what is of each.
    private func groups(_ facts: [Fact]) -> [(title: String, facts: [Fact])] {
        let kinds = Schema.news.facts
        let others = facts.filter { fact in !kinds.contains { $0.name == fact.kind } }
        return kinds.map { kind in (kind.title, facts.filter { $0.kind == kind.name }) }.filter {
            !$0.1.isEmpty
        }
            + (others.isEmpty ? [] : [("Other", others)])
    }

    private func text(_ facts: [Fact], _ document: Document) -> String {
        var lines: [String] = []
        if !isSingle { lines += (isFirst ? [] : [""]) + [document.article.name.printable] }
        for (title, facts) in groups(facts) {
            lines.append(title)
            lines += facts.map { "  " + document.line(of: $0).printable }
        }
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    private func markdown(_ facts: [Fact], _ document: Document) -> String {
        let rows = groups(facts).flatMap { group in
            group.facts.map { [group.title, document.line(of: $0).printable] }
        }
        let title = isSingle ? "" : (isFirst ? "" : "\n") + "## \(document.article.name.printable)\n\n"
        return title + Table(header: ["Kind", "Fact"], rows: rows).markdown + "\n"
    }

    private func cells(_ fact: Fact, _ document: Document) -> [String] {
        let text = document.text
        return [
            document.article.name, fact.kind, document.line(of: fact),
            String(text.codePoints(at: fact.bounds.start)), String(text.codePoints(at: fact.bounds.end)),
            fact.origin.confidence.map { "\($0)" } ?? "", fact.origin.name,
        ]
    }

    // MARK: JSON

    private struct JSONFact: Encodable {
        struct Filler: Encodable {
            let name: String
            let text: String?
            let start: Int?
            let end: Int?
            let value: String?
        }

        let article: String
        let kind: String
        let fact: String
        let start: Int
        let end: Int
        let confidence: Float?
        let extractor: String
        let slots: [Filler]
    }

    private func json(_ fact: Fact, _ document: Document) -> String {
        let text = document.text
        let slots = fact.slots.map { slot in
            JSONFact.Filler(
                name: slot.name,
                text: slot.spans.map { spans in
                    spans.fragments.map { text.string(in: $0) }.joined(separator: " … ")
                },
                start: slot.spans.map { text.codePoints(at: $0.start) },
                end: slot.spans.map { text.codePoints(at: $0.end) }, value: slot.value)
        }
        let line = JSONFact(
            article: document.article.name, kind: fact.kind, fact: document.line(of: fact),
            start: text.codePoints(at: fact.bounds.start), end: text.codePoints(at: fact.bounds.end),
            confidence: fact.origin.confidence, extractor: fact.origin.name, slots: slots)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
