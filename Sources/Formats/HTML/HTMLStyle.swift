import Articles

/// The labels of a page in the order of their names, each with a colour of its own.
struct HTMLLabels {
    let counts: [(label: Label, count: Int)]
    private let indexes: [Label: Int]

    init(_ mentions: some Sequence<Mention>) {
        var counts: [Label: Int] = [:]
        for mention in mentions { counts[mention.label, default: 0] += 1 }
        self.counts = counts.sorted { $0.key < $1.key }.map { (label: $0.key, count: $0.value) }
        indexes = Dictionary(
            self.counts.enumerated().map { ($0.element.label, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    func className(_ label: Label) -> String { "l\(indexes[label, default: 0])" }

    /// A hue for each label, spread by the golden angle so that neighbours differ; light, and dark on a dark screen.
    var rules: String {
        let light = counts.indices.map { ".l\($0) { background: hsl(\($0 * 137 % 360), 60%, 88%) }\n" }
            .joined()
        let dark = counts.indices.map { ".l\($0) { background: hsl(\($0 * 137 % 360), 60%, 26%) }\n" }
            .joined()
        return light + "@media screen and (prefers-color-scheme: dark) {\n\(dark)}\n"
    }
}

/// The style sheet of every page.
enum HTMLStyle {
    /// Light and dark by the reader's choice, and paper; labels are written out, so that colour is not needed.
    static let rules = """
        :root { --ink: #1c1f26; --paper: #fdfdfb }
        @media screen and (prefers-color-scheme: dark) { :root { --ink: #d8dee9; --paper: #1c1f26 } }
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper) }
        body, pre { font: 1.05rem/1.9 Georgia, serif }
        pre { white-space: pre-wrap; overflow-wrap: break-word; unicode-bidi: plaintext; margin: 0 }
        h1, h2, h3, dl, .legend { line-height: 1.3 }
        dl { display: grid; grid-template-columns: max-content auto; gap: 0.2rem 1rem; font-size: 0.9rem }
        dt { font-weight: bold }
        dd { margin: 0; white-space: pre-line }
        .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1rem }
        mark, .part, .legend span { color: inherit; border-radius: 0.2rem; padding: 0.1rem 0.2rem }
        .part { border-bottom: 2px dashed }
        mark::after, .part::after { content: attr(data-label); font: 0.6rem sans-serif; margin-left: 0.2rem }
        .timeline { list-style: none; padding: 0; line-height: 1.5 }
        .timeline time { font-weight: bold; margin-right: 0.5rem }
        .network { width: 100%; height: auto; font: 15px sans-serif; fill: var(--ink) }
        .network path { fill: none; stroke: var(--ink); stroke-opacity: 0.4 }
        .network .kind { font-size: 10px }
        section { break-inside: avoid-page }
        [data-status=suggested] { font-style: italic }
        [data-status=rejected] { text-decoration: line-through }
        @media print { mark, .part { border: 1px solid } }

        """
}
