import ArgumentParser
import Articles
import Foundation

/// A register as lines for a person or another program.
struct RegisterListing {
    enum Style: String, ExpressibleByArgument, CaseIterable { case text, jsonl, markdown }

    private let style: Style
    private let sources: [Register.Source]

    init(_ style: Style, _ register: Register) {
        self.style = style
        sources = register.sources
    }

    func text(of entry: Register.Entry) -> String {
        switch style {
        case .text:
            let lines = entry.tellings.map { telling in
                "  "
                    + [
                        date(telling.source), title(telling), telling.line.printable,
                        "– " + name(telling.source),
                    ].joined(separator: "  ")
            }
            return ([heading(entry)] + lines).joined(separator: "\n") + "\n\n"
        case .markdown:
            let rows = entry.tellings.map { telling in
                [date(telling.source), title(telling), telling.line.printable, name(telling.source)]
            }
            let table = Table(header: ["Date", "Kind", "Fact", "Article"], rows: rows).markdown
            return "## \(heading(entry))\n\n" + (rows.isEmpty ? "" : table + "\n\n")
        case .jsonl:
            return JSONEntry(
                name: entry.name, label: entry.label.name, mentions: entry.mentionCount,
                articles: entry.sources.sorted().map { sources[$0].name },
                facts: entry.tellings.map { telling in
                    JSONEntry.Telling(
                        article: sources[telling.source].name, date: sources[telling.source].date,
                        kind: telling.kind, slot: telling.slot, fact: telling.line)
                }
            ).line
        }
    }

    func text(of differences: [Difference]) -> String {
        guard !differences.isEmpty else { return "" }
        switch style {
        case .text:
            let lines = differences.flatMap { difference in
                ["  \(title(difference))"]
                    + difference.sides.map { "    \($0.words.printable)  – \(names($0.sources))" }
            }
            return (["Articles differ"] + lines).joined(separator: "\n") + "\n"
        case .markdown:
            let rows = differences.flatMap { difference in
                difference.sides.map { [title(difference), $0.words.printable, names($0.sources)] }
            }
            return "## Articles differ\n\n" + Table(header: ["Of", "Value", "Articles"], rows: rows).markdown
                + "\n"
        case .jsonl:
            return differences.map { difference in
                JSONDifference(
                    kind: difference.kind, slot: difference.slot, about: difference.about,
                    sides: difference.sides.map { side in
                        JSONDifference.Side(
                            value: side.words, articles: side.sources.map { sources[$0].name })
                    }
                ).line
            }.joined()
        }
    }

    private func heading(_ entry: Register.Entry) -> String {
        let label = Schema.news.label(entry.label)?.title ?? entry.label.name
        return
            "\(entry.name.printable) (\(label), \(entry.sources.count.of("article")), \(entry.mentionCount.of("mention")))"
    }

    private func title(_ telling: Register.Telling) -> String {
        Schema.news.fact(telling.kind)?.title ?? telling.kind
    }

    private func title(_ difference: Difference) -> String {
        let kind = Schema.news.fact(difference.kind)
        let slot = kind?.slots.first { $0.name == difference.slot }
        return
            "\(kind?.title ?? difference.kind), \(difference.about.printable): \(slot?.title ?? difference.slot)"
    }

    private func date(_ source: Int) -> String { sources[source].date ?? "no date   " }

    private func name(_ source: Int) -> String { sources[source].name.printable }

    private func names(_ all: [Int]) -> String {
        all.map { source in name(source) + (sources[source].date.map { " (\($0))" } ?? "") }.joined(
            separator: ", ")
    }
}

private struct JSONEntry: Encodable {
    struct Telling: Encodable {
        let article: String
        let date: String?
        let kind: String
        let slot: String
        let fact: String
    }

    let name: String
    let label: String
    let mentions: Int
    let articles: [String]
    let facts: [Telling]
}

private struct JSONDifference: Encodable {
    struct Side: Encodable {
        let value: String
        let articles: [String]
    }

    let kind: String
    let slot: String
    let about: String
    let sides: [Side]
}

extension Encodable {
    /// As a line of JSON with its fields in the order of the alphabet.
    fileprivate var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
