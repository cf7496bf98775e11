import Articles
import Testing

@testable import Language

/// A text with names and with what is to be found in it.
///
///     [Mark Rutte](PER 1) kam. Dort sprach [er](1), nicht [Charles Michel](PER).
///
/// A label gives a name to the rules; the number is that of its chain. Without a label it is what they find themselves.
struct MarkedChains {
    private struct Mark {
        let span: Span
        let label: Label?
    }

    private let text: Text
    private let marks: [Mark]

    init(_ marked: String) {
        var plain = ""
        var marks: [Mark] = []
        var rest = marked[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstRange(of: "]("),
            let end = rest[close.upperBound...].firstIndex(of: ")")
        {
            plain += rest[..<open]
            let words = rest[rest.index(after: open)..<close.lowerBound]
            let label = rest[close.upperBound..<end].split(separator: " ").first {
                $0.first?.isLetter == true
            }
            marks.append(
                Mark(
                    span: Span(plain.utf8.count, plain.utf8.count + words.utf8.count),
                    label: label.map { Label(String($0)) }))
            plain += words
            rest = rest[rest.index(after: end)...]
        }
        text = Text(plain + rest)
        self.marks = marks
    }

    /// The text with the chains that the rules make of its names.
    func found(_ tongue: Tongue) -> String {
        var coreference = Coreference(engine: "test")
        for paragraph in 0..<text.paragraphCount {
            let passage = Passage(paragraph: paragraph, of: text, tongue: tongue)
            let names = marks.compactMap { mark -> FoundName? in
                let pieces = passage.pieces.indices.filter {
                    mark.span.contains(passage.span(of: $0..<$0 + 1))
                }
                guard let label = mark.label, let first = pieces.first, let last = pieces.last else {
                    return nil
                }
                return FoundName(
                    pieces: first..<last + 1, label: label, confidence: 0.9, key: text.string(in: mark.span))
            }
            coreference.read(
                ParagraphReading(passage, values: [], names: names, engine: "test"), paragraph: paragraph,
                for: .report)
        }
        let chains = coreference.chains().sorted { start(of: $0) < start(of: $1) }
        var numbers: [ID: Int] = [:]
        for (index, chain) in chains.enumerated() { for id in chain.mentions { numbers[id] = index + 1 } }
        var written = ""
        var offset = 0
        let names = marks.compactMap { mark in mark.label.map { (span: mark.span, label: $0) } }
        let anaphors = coreference.mentions.map { (span: $0.bounds, label: $0.label) }
        for (span, label) in (names + anaphors).sorted(by: { $0.span < $1.span }) where span.start >= offset {
            let number = numbers[.found(span, as: label.name)].map(String.init)
            let isName = names.contains { $0.span == span }
            let mark = [isName ? label.name : nil, number].compactMap(\.self).joined(separator: " ")
            written += text.string(in: Span(offset, span.start)) + "[\(text.string(in: span))](\(mark))"
            offset = span.end
        }
        return written + text.string(in: Span(offset, text.byteCount))
    }

    private func start(of chain: Chain) -> Int {
        chain.id.text.dropFirst().split(separator: "-").first.flatMap { Int($0) } ?? 0
    }
}

/// Gives the rules the names of the marked text and compares the chains.
func expectChains(
    _ marked: String, _ tongue: Tongue = .german, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(MarkedChains(marked).found(tongue) == marked, sourceLocation: sourceLocation)
}
