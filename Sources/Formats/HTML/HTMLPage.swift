import Articles

/// The page around the text: head, title, legend, facts and notes.
struct HTMLPage {
    private let document: Document
    private let text: Text
    private let labels: HTMLLabels
    private var output = Output()

    static func write(_ document: Document) -> [UInt8] {
        var page = HTMLPage(document)
        page.writeAll()
        return page.output.bytes
    }

    private init(_ document: Document) {
        self.document = document
        text = document.text.withoutControls
        labels = HTMLLabels(document.annotations.mentions)
    }

    private mutating func writeAll() {
        let article = document.article
        let language = article.language.flatMap { Self.isLanguage($0) ? " lang=\"\($0)\"" : nil } ?? ""
        let names = [article.ownTitle ?? "", article.name, article.title, "Article"]
        let title = HTML.escaped(names.first { !$0.unicodeScalars.allSatisfy(\.isSeparator) } ?? "")
        output.write(
            """
            <!DOCTYPE html>
            <html\(language)>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(HTMLStyle.rules)\(labels.rules)</style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>

            """)
        writeProperties(article)
        output.write("</header>\n")
        writeLegend()
        output.write("<article><pre>")
        output.bytes += HTMLText.write(text, document.annotations.mentions, labels)
        output.write("</pre></article>\n")
        writeFacts()
        writeTimeline()
        if let network = HTMLNetwork.svg(Network([document])) {
            output.write("<section>\n<h2>Network</h2>\n\(network)</section>\n")
        }
        writeNotes()
        output.write("</body>\n</html>\n")
    }

    private mutating func writeProperties(_ article: Article) {
        let properties =
            [("Date", article.date), ("Source", article.source), ("Language", article.language)].compactMap {
                name, value in value.map { (name, $0) }
            } + article.metadata.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            + document.annotations.labels.map {
                ("Label", [$0.name, $0.value].compactMap(\.self).joined(separator: ": "))
            }
        list("properties", properties)
    }

    private mutating func writeLegend() {
        guard !labels.counts.isEmpty else { return }
        output.write("<ul class=\"legend\">\n")
        for (label, count) in labels.counts {
            output.write(
                "<li><span class=\"\(labels.className(label))\" data-label=\"\(HTML.escaped(label.name))\">"
                    + "\(HTML.escaped(label.name))</span> \(count)</li>\n")
        }
        output.write("</ul>\n")
    }

    private mutating func writeFacts() {
        guard !document.annotations.facts.isEmpty else { return }
        output.write("<section>\n<h2>Facts</h2>\n")
        for fact in document.annotations.facts {
            let status = fact.status == .accepted ? "" : " (\(fact.status.rawValue))"
            output.write("<h3>\(HTML.escaped(fact.kind))\(status)</h3>\n")
            output.write("<blockquote>\(HTML.escaped(words(fact.evidence)))</blockquote>\n")
            list("slots", fact.slots.map { ($0.name, filler($0)) })
        }
        output.write("</section>\n")
    }

    /// The facts that have a date, in its order.
    private mutating func writeTimeline() {
        let dated = document.annotations.facts.compactMap { fact in
            CalendarEvent(fact, in: document, number: 1).map { (day: $0.start, summary: $0.summary) }
        }
        guard !dated.isEmpty else { return }
        output.write("<section>\n<h2>Timeline</h2>\n<ol class=\"timeline\">\n")
        for (day, summary) in dated.sorted(by: { ($0.day, $0.summary) < ($1.day, $1.summary) }) {
            output.write("<li><time datetime=\"\(day)\">\(day)</time> \(HTML.escaped(summary))</li>\n")
        }
        output.write("</ol>\n</section>\n")
    }

    private mutating func writeNotes() {
        guard !document.annotations.notes.isEmpty else { return }
        output.write("<section>\n<h2>Notes</h2>\n")
        list("notes", document.annotations.notes.map { (subject($0.target), $0.text) })
        output.write("</section>\n")
    }

    // MARK: Parts

    /// Whether a code looks like `de` or `de-AT`; an attribute with anything else is an error.
    private static func isLanguage(_ code: String) -> Bool {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy {
            (2...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
            && (2...3).contains(parts[0].count)
    }

    private mutating func list(_ name: String, _ entries: [(String, String)]) {
        guard !entries.isEmpty else { return }
        output.write("<dl class=\"\(name)\">\n")
        for (term, description) in entries {
            output.write("<dt>\(HTML.escaped(term))</dt><dd>\(HTML.escaped(description))</dd>\n")
        }
        output.write("</dl>\n")
    }

    private func filler(_ slot: Slot) -> String {
        let spans = slot.spans ?? slot.mention.flatMap { document.annotations.mentions[$0]?.spans }
        return [spans.map(words), slot.value.map { "= \($0)" }].compactMap(\.self).joined(separator: " ")
    }

    private func words(_ spans: SpanSet) -> String { text.string(in: spans, joinedBy: " … ") }

    private func subject(_ target: Note.Target) -> String {
        switch target {
        case .article: "Article"
        case .span(let span): text.string(in: span)
        case .annotation(let id):
            switch document.annotations[id] {
            case .mention(let mention): words(mention.spans)
            case .fact(let fact): words(fact.evidence)
            case .relation(let relation): relation.kind
            case .label(let label): label.name
            case .chain, .note, nil: id.text
            }
        }
    }
}
