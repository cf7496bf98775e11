import Articles

/// brat standoff: a text file and a file of lines such as `T1⇥PER 0 13⇥Angela Merkel`.
///
/// Offsets count code points of the text. A fragment never spans a line break, so a mention over one becomes two
/// fragments. A chain is an equivalence, a link a normalisation, a normal value an attribute named `value`. A fact is
/// an event: its trigger lies on the evidence, and a filler without a mention gets a text bound of its own, typed
/// `quote_content`. Source: brat.nlplab.org/standoff.html.
extension Format {
    static let brat = Format(
        name: "brat", title: "brat standoff", extensions: ["ann"], companions: ["txt"],
        offsets: [.codePoints],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .attributes, .values, .links, .relations,
            .chains, .facts, .notes, .controls, .margins, .spacing,
        ],
        adapt: BratName.adapted,
        read: Reader(recognises: BratLine.isLikely, BratReader.read),
        write: Writer(.oneDocument, BratWriter.write))
}

/// The names that both directions agree on.
enum BratName {
    static let value = "value"
    static let chain = "Coref"
    static let reference = "Reference"
    static let note = "AnnotatorNotes"

    /// The type of a text bound that only fills a slot.
    static func filler(_ kind: String, _ slot: String) -> String { "\(kind)_\(slot)" }

    /// The document in brat's spelling, with fragments that end at line breaks.
    @Sendable static func adapted(_ document: Document) -> Document {
        let text = document.text
        func lines(_ spans: SpanSet) -> SpanSet? {
            text.withBytes { bytes in
                bytes[spans.bounds.range].contains(10)
                    ? SpanSet(BratWriter.lines(of: spans, in: bytes)) : spans
            }
        }
        let facts = document.annotations.facts.compactMap { fact -> Annotations.Change? in
            // A trigger needs words.
            guard !text.isBlank(fact.evidence), let evidence = lines(fact.evidence) else {
                return .remove(fact.id)
            }
            guard evidence != fact.evidence else { return nil }
            var fact = fact
            fact.evidence = evidence
            return .set(.fact(fact))
        }
        let notes = document.annotations.notes.compactMap { note -> Annotations.Change? in
            let line = BratWriter.oneLine(note.text)
            guard line != note.text else { return nil }
            var note = note
            note.text = line
            return .set(.note(note))
        }
        let changes = facts + notes
        let fitting =
            changes.isEmpty
            ? document
            : Document(article: document.article, annotations: document.annotations.changed(changes))
        return fitting.respelled(relations: clean) { mention in
            mention.relabel(clean)
            if let value = mention.value { mention.value = BratWriter.oneLine(value) }
            if mention.attributes.contains(where: { clean($0.key) != $0.key || $0.value != read($0.value) }) {
                mention.attributes = Dictionary(
                    mention.attributes.sorted { $0.key < $1.key }.map { (clean($0.key), read($0.value)) },
                    uniquingKeysWith: { $1 })
            }
            if let spans = lines(mention.spans), spans != mention.spans { mention.spans = spans }
        }
    }

    /// What comes back of an attribute's value: an empty one is a flag.
    private static func read(_ value: String) -> String { value.isEmpty ? "true" : BratWriter.oneLine(value) }

    /// A name as brat can read it: without white space, colons and control characters.
    static func clean(_ name: String) -> String {
        if name.isVisibleASCII, !name.isEmpty, !name.utf8.contains(UInt8(ascii: ":")) { return name }
        return name.isEmpty
            ? "_" : name.mapScalars { $0.isSeparator || $0 == ":" || $0.value < 32 ? "_" : $0 }
    }
}

/// Links as brat writes them, with the base always named: `wikidata:Q57661`, `kb:…` for what has no base.
enum BratLink {
    static func written(_ link: String) -> String {
        let link = link.map { $0.isWhitespace ? "%20" : String($0) }.joined()
        if isWikidataEntry(link[...]) { return "wikidata:" + link }
        let parts = link.split(separator: ":", maxSplits: 1)
        let hasBase = parts.count == 2 && !link.hasPrefix(":") && !link.hasPrefix("kb:")
        let isPlain = hasBase && read(base: String(parts[0]), entry: String(parts[1])) == link
        return isPlain ? link : "kb:" + link
    }

    static func read(base: String, entry: String) -> String {
        if base == "kb" || (base == "wikidata" && isWikidataEntry(entry[...])) { return entry }
        return "\(base):\(entry)"
    }

    private static func isWikidataEntry(_ link: Substring) -> Bool {
        link.first == "Q" && link.count > 1 && link.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }
}
