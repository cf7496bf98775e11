import Agreement
import Articles
import Formats
import Foundation
import Language

/// The engine's time expressions, and those of another tagger, against TimeML files with the right ones.
struct TimeEvaluation {
    private let texts: [(name: String, gold: Document, engine: [Mention], other: [Mention]?)]

    /// Nil when the path is neither a TimeML file nor a folder with some.
    init?(gold: String, found: String?) throws {
        let paths = Self.files(at: gold)
        guard !paths.isEmpty else { return nil }
        texts = try paths.map { path in
            let gold = try Self.read(path)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let article = Article(name: name, date: gold.article.date, text: gold.text)
            let all = 0..<article.text.paragraphCount
            let engine = try Pipeline.values.suggestions(for: article, paragraphs: all).mentions
            guard let found else { return (name, gold, engine, nil) }
            let otherPath = found.hasSuffix(Self.ending) ? found : "\(found)/\(name)"
            let other = try Self.read(otherPath)
            guard other.text == gold.text else {
                throw FileError("\(otherPath): has another text than \(name); tag that file again")
            }
            return (name, gold, engine, Array(other.annotations.mentions))
        }
    }

    private static let ending = ".tml"

    private static func files(at path: String) -> [String] {
        if path.hasSuffix(ending) { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(path)/\($0)" }
    }

    private static func read(_ path: String) throws -> Document {
        let back = try Format.timeML.read(Input(name: path, bytes: try FileBytes.read(path)))
        guard let document = back.documents.first else { throw FileError("\(path): holds no text") }
        return document
    }

    func printScores(errors: Int) {
        print(table("engine") { $0.engine })
        if texts.first?.other != nil { print("\n" + table("other") { $0.other ?? [] }) }
        let listed = texts.flatMap { text in Self.errors(in: text.gold, text.engine, name: text.name) }
        if errors > 0, !listed.isEmpty { print() }
        for line in listed.prefix(errors) { print(line.printable) }
        if listed.count > errors, errors > 0 {
            print("… and \(listed.count - errors) more; --errors lists them")
        }
    }

    private typealias Judged = (name: String, gold: Document, engine: [Mention], other: [Mention]?)

    private func table(_ title: String, _ mentions: (Judged) -> [Mention]) -> String {
        var scores = TimeScores()
        for text in texts { scores.add(gold: Array(text.gold.annotations.mentions), other: mentions(text)) }
        let header = [
            title, "right", "strict", "relaxed", "with value", "relaxed precision", "relaxed recall",
        ]
        var rows = TimeScores.labels.map { label -> [String] in
            let (strict, relaxed, value) = scores.scores(of: label)
            return Self.row(label.name, strict, relaxed, value)
        }
        rows.append(Self.row("all, whatever type", scores.strict, scores.relaxed, scores.value))
        return Table(header: header, rows: [header] + rows).plain
    }

    private static func row(_ name: String, _ strict: Score, _ relaxed: Score, _ value: Score) -> [String] {
        let shares = [strict.f1, relaxed.f1, value.f1, relaxed.precision, relaxed.recall]
        return [name, String(relaxed.matched + relaxed.missed)] + shares.map(ScoreTable.percent)
    }

    /// What was missed, wrong in place or value, or too much, with the words around it.
    private static func errors(in gold: Document, _ found: [Mention], name: String) -> [String] {
        let found = found.filter { TimeScores.labels.contains($0.label) }
        let comparison = Comparison(
            gold: gold.annotations.mentions.map(TimeScores.unlabelled),
            other: found.map(TimeScores.unlabelled))
        let text = gold.text
        let context = { (span: Span) in
            let line =
                text.string(in: Span(max(0, span.start - 30), span.start)) + "["
                + text.string(in: span) + "]"
                + text.string(in: Span(span.end, min(text.byteCount, span.end + 30)))
            return line.replacing("\n", with: " ")
        }
        let places = comparison.differences.compactMap { difference -> String? in
            switch difference {
            case .missed(let mention): "\(name): missed \(context(mention.bounds)) \(mention.value ?? "")"
            case .spurious(let mention): "\(name): too much \(context(mention.bounds)) \(mention.value ?? "")"
            case .boundary(let gold, let other):
                "\(name): \(context(gold.bounds)) but found [\(text.string(in: other.bounds))]"
            case .label: nil
            }
        }
        let values = comparison.pairs.filter { $0.gold.value != $0.other.value }.map {
            "\(name): \(context($0.gold.bounds)) is \($0.gold.value ?? "") but found \($0.other.value ?? "nothing")"
        }
        return places + values
    }
}
