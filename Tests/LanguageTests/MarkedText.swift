import Articles
import Language
import Testing

/// A text with mentions written into it: `[Angela Merkel](PER) kam am [17. Oktober](DATE=XXXX-10-17).`
///
/// A mark is a label, then `:` and a form for a name that is derived or part of a compound, then `=` and the value.
struct MarkedText {
    let plain: String
    let mentions: [Mention]

    /// Reads the notation; brackets without a label behind them are text.
    init(_ marked: String) {
        var plain = ""
        var mentions: [Mention] = []
        var rest = marked[...]
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            guard let close = rest[open...].firstRange(of: "]("),
                let end = rest[close.upperBound...].firstIndex(of: ")")
            else { break }
            let words = rest[rest.index(after: open)..<close.lowerBound]
            let span = Span(plain.utf8.count, plain.utf8.count + words.utf8.count)
            mentions.append(Self.mention(span, mark: String(rest[close.upperBound..<end])))
            plain += words
            rest = rest[rest.index(after: end)...]
        }
        self.plain = plain + rest
        self.mentions = mentions
    }

    /// Writes mentions into a text; of two that overlap the first.
    static func marking(_ mentions: some Sequence<Mention>, in text: Text) -> String {
        var marked = ""
        var offset = 0
        for mention in mentions.sorted(by: { $0.spans < $1.spans }) where mention.bounds.start >= offset {
            marked += text.string(in: Span(offset, mention.bounds.start))
            marked += "[\(text.string(in: mention.bounds))](\(mark(of: mention)))"
            offset = mention.bounds.end
        }
        return marked + text.string(in: Span(offset, text.byteCount))
    }

    private static func mention(_ span: Span, mark: String) -> Mention {
        let sides = mark.split(separator: "=", maxSplits: 1).map(String.init)
        let name = (sides.first ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        let label = Label(name.first ?? "")
        return Mention(
            id: .found(span, as: label.name), spans: SpanSet(span), label: label,
            value: sides.count > 1 ? sides[1] : nil, attributes: name.count > 1 ? ["form": name[1]] : [:])
    }

    private static func mark(of mention: Mention) -> String {
        mention.label.name + (mention.attributes["form"].map { ":" + $0 } ?? "")
            + (mention.value.map { "=" + $0 } ?? "")
    }
}

/// Runs the engine on the plain text and compares what it marks with what the marked text says.
///
/// - Parameter labels: only these are compared; nil is all.
func expect(
    _ marked: String, date: String? = nil, language: String? = nil, labels: Set<Label>? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let found = try suggestions(MarkedText(marked).plain, date: date, language: language)
    let mentions = found.mentions.filter { labels?.contains($0.label) ?? true }
    let text = Text(MarkedText(marked).plain)
    #expect(MarkedText.marking(mentions, in: text) == marked, sourceLocation: sourceLocation)
}

func suggestions(_ text: String, date: String? = nil, language: String? = nil) throws -> Suggestions {
    let article = Article(name: "test", date: date, language: language, text: Text(text))
    return try Pipeline.news.suggestions(for: article, paragraphs: 0..<article.text.paragraphCount)
}

let valueLabels: Set<Label> = ["DATE", "TIME", "DURATION", "SET", "MONEY", "PERCENT", "QUANTITY"]
let nameLabels: Set<Label> = ["PER", "LOC", "ORG", "MISC", "EVENT", "LAW"]

@Suite struct MarkedTextTests {
    @Test("a marked text gives its plain text and the places in it")
    func parse() {
        let marked = MarkedText("[Änne Özil](PER) kam am [17. Oktober](DATE=XXXX-10-17).")
        #expect(marked.plain == "Änne Özil kam am 17. Oktober.")
        #expect(marked.mentions.map(\.label) == ["PER", "DATE"])
        #expect(marked.mentions.map(\.bounds) == [Span(0, 11), Span(19, 30)])
        #expect(marked.mentions.map(\.value) == [nil, "XXXX-10-17"])
    }

    @Test(
        "what is written is read back",
        arguments: ["[NATO-Länder](ORG:part) am [2 %](PERCENT=2 %)", "ohne", ""])
    func roundTrip(marked: String) {
        let parsed = MarkedText(marked)
        #expect(MarkedText.marking(parsed.mentions, in: Text(parsed.plain)) == marked)
    }
}

/// The facts of a kind that the engine finds, a line each with its slots but the cue: `person=Ada Lenz | title=…`.
func factLines(
    _ kind: String, _ text: String, date: String? = nil, language: String = "de"
) throws -> [String] {
    let article = Text(text)
    return try suggestions(text, date: date, language: language).facts.filter { $0.kind == kind }.map {
        fact in
        fact.slots.filter { $0.name != "cue" }.map { slot in
            let words = slot.spans.map { spans in
                spans.fragments.map { article.string(in: $0) }.joined(separator: " … ")
            }
            return
                "\(slot.name)=\(slot.name == "modality" ? slot.value ?? "" : words ?? slot.value ?? "")"
        }.joined(separator: " | ")
    }
}

/// Expects that one of the lines of `factLines` begins so.
func expectFact(
    _ kind: String, _ text: String, _ beginning: String, at place: SourceLocation = #_sourceLocation
) throws {
    let found = try factLines(kind, text)
    #expect(found.contains { $0.hasPrefix(beginning) }, "\(found)", sourceLocation: place)
}
