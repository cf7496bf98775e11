import Articles

/// CoNLL-U with the entities of CorefUD in `Entity=` and flat names as IOB2 in `name=`, both in MISC.
///
/// `Entity=(e1-person-1-label:PER` opens a mention of the entity e1, `e1)` closes it; the parts of a discontinuous one are
/// `e1[1/2]` and `e1[2/2]`. Label, value, link and attributes stand in the field `other`. White space that is no single
/// blank stands in MISC as UDPipe writes it, so that the text comes back byte for byte. There is no syntax in the file:
/// every token hangs from the first of its sentence. Sources: universaldependencies.org/format; Nedoluzhko et al.,
/// "CorefUD 1.0", 2022; the validator of Universal Dependencies.
extension Format {
    static let conllu = Format(
        name: "conllu", title: "CoNLL-U with CorefUD entities", extensions: ["conllu", "conllup"],
        carries: [
            .mentions, .nested, .overlapping, .discontinuous, .attributes, .values, .links, .chains,
            .metadata,
            .returns, .controls, .spelling, .spacing,
        ],
        adapt: CoNLLUEntities.adapted,
        read: Reader(
            framing: .sections(.prefix("# newdoc")),
            recognises: { start in
                let line = start.prefix { $0 != 10 }
                return ["# newdoc", "# sent_id", "# global.", "# text = "].contains {
                    line.starts(with: $0.utf8)
                }
                    || line.split(separator: 9, omittingEmptySubsequences: false).count == 10
            }, CoNLLUReader.read),
        write: Writer(.anyNumber(), CoNLLUWriter.write))
}

/// The entities of CorefUD: what its brackets can say.
enum CoNLLUEntities {
    /// The types that the validator of Universal Dependencies knows, by label.
    private static let types = [
        "PER": "person", "LOC": "place", "ORG": "organization", "EVENT": "event", "DATE": "time",
        "TIME": "time",
        "DURATION": "time", "MONEY": "number", "PERCENT": "number", "QUANTITY": "number", "WORK": "object",
        "LAW": "abstract", "ROLE": "abstract",
    ]
    private static let labels = [
        "person": "PER", "place": "LOC", "organization": "ORG", "event": "EVENT", "other": "MISC",
    ]

    static func type(of label: Label) -> String { types[label.name] ?? "other" }
    static func label(of type: String) -> String { labels[type] ?? type }

    /// Two mentions cannot have the same words, and those of one entity cannot cross or be parts of each other's gaps.
    @Sendable static func adapted(_ document: Document) -> Document {
        var document = document
        var changes: [Annotations.Change] = []
        var last: SpanSet?
        // The places that begin and end where the last one does; most often that is alone.
        var alike: Set<SpanSet> = []
        for mention in document.annotations.mentions {
            let spans = mention.spans
            if let last, last.bounds == spans.bounds {
                alike.insert(last)
                if !alike.insert(spans).inserted { changes.append(.remove(mention.id)) }
            } else {
                alike.removeAll()
            }
            last = spans
        }
        if !changes.isEmpty {
            let gone = Set(
                changes.compactMap { change -> ID? in if case .remove(let id) = change { id } else { nil } })
            let kept = document.annotations.mentions.keeping { !gone.contains($0.id) }
            document = Document(article: document.article, annotations: document.annotations.keeping(kept))
            changes = []
        }
        var taken: Set<ID> = []
        for chain in document.annotations.chains {
            var kept = chain
            var end = 0
            let mentions = chain.mentions.compactMap { document.annotations.mentions[$0] }.sorted {
                $0.spans < $1.spans
            }
            var disjoint: Set<ID> = []
            for mention in mentions where mention.bounds.start >= end && taken.insert(mention.id).inserted {
                disjoint.insert(mention.id)
                end = mention.bounds.end
            }
            kept.mentions.removeAll { !disjoint.contains($0) }
            if kept.mentions.count < 2 {
                changes.append(.remove(chain.id))
            } else if kept != chain {
                changes.append(.set(.chain(kept)))
            }
        }
        return changes.isEmpty
            ? document
            : Document(article: document.article, annotations: document.annotations.changed(changes))
    }
}
