import Agreement
import Articles
import Language
import Testing

/// Measurements on the shared data sets. They print a table; nothing fails but a fall below what the rules once reached.
@Suite(.enabled(if: SharedData.exists), .serialized) struct MeasurementTests {
    @Test("names of GermEval 2014, which the model has learned from: the engine loses few of them")
    func germEval() throws {
        var (gold, other): ([Mention], [Mention]) = ([], [])
        var offset = 0
        for sentence in GermEvalSentence.read(
            SharedData.read(SharedData.folder + "/ner/de/germeval2014-dev.tsv"))
        {
            let found = try suggestions(sentence.text, language: "de").mentions
            gold += sentence.mentions.map { moved($0, by: offset) }
            other += found.compactMap { mention in
                GermEvalSentence.label(mention).map { moved(mention, by: offset, as: $0) }
            }
            offset += sentence.text.utf8.count + 1
        }
        let comparison = Comparison(gold: gold, other: other)
        print("GermEval 2014 dev, learned precision recall    F1 partial")
        for label in comparison.labels {
            let score = comparison.score(of: label, .strict)
            let partial = comparison.score(of: label, .partial).f1
            print(row(label.name, [score.precision, score.recall, score.f1, partial]))
        }
        let micro = comparison.micro(.strict)
        print(row("all", [micro.precision, micro.recall, micro.f1, comparison.micro(.partial).f1]))
        #expect(micro.f1 > 0.75)
    }

    private func moved(_ mention: Mention, by offset: Int, as label: Label? = nil) -> Mention {
        let span = mention.bounds.moved(by: offset)
        let label = label ?? mention.label
        return Mention(id: .found(span, as: label.name), spans: SpanSet(span), label: label)
    }
}

/// A sentence of GermEval 2014: number, token, outer tag and inner tag in each line.
private struct GermEvalSentence {
    var text = ""
    var mentions: [Mention] = []
    private var open: (start: Int, label: Label)?

    static func read(_ file: String) -> [GermEvalSentence] {
        file.split(separator: "\n\n").map { block in
            var sentence = GermEvalSentence()
            for line in block.split(separator: "\n") where !line.hasPrefix("#") {
                let fields = line.split(separator: "\t")
                if fields.count >= 3 { sentence.add(String(fields[1]), tag: fields[2]) }
            }
            sentence.close()
            return sentence
        }
    }

    /// What GermEval calls a name: `LOCderiv`, `ORGpart`, `OTH`; nil for what it does not mark.
    static func label(_ mention: Mention) -> Label? {
        let name: String
        switch mention.label {
        case "PER", "LOC", "ORG": name = mention.label.name
        case "MISC", "EVENT", "LAW", "WORK": name = "OTH"
        default: return nil
        }
        return switch mention.attributes["form"] {
        case "derived": Label(name + "deriv")
        case "part": Label(name + "part")
        default: Label(name)
        }
    }

    private mutating func add(_ token: String, tag: Substring) {
        if !tag.hasPrefix("I-") { close() }
        if !text.isEmpty { text += " " }
        if tag.hasPrefix("B-") { open = (text.utf8.count, Label(String(tag.dropFirst(2)))) }
        text += token
    }

    private mutating func close() {
        guard let begun = open else { return }
        let span = Span(begun.start, text.utf8.count)
        mentions.append(
            Mention(id: .found(span, as: begun.label.name), spans: SpanSet(span), label: begun.label))
        open = nil
    }
}
