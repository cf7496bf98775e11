import Articles

/// Tables of entities and of facts for spreadsheets and data frames, one row a mention or a slot's filler.
///
/// The columns `id,start,end,label,text` come first in both. Several documents share a table: the column `article` says
/// which one a row is from. Source of the quoting: RFC 4180.
extension Format {
    static let csv = table(
        "csv", "Entities as CSV", .csv, TableRows.entities, [.mentions, .attributes, .values, .links])
    static let tsv = table(
        "tsv", "Entities, tab-separated", .tsv, TableRows.entities, [.mentions, .attributes, .values, .links])
    static let csvFacts = table("csv-facts", "Facts as CSV, a row a filler", .csv, TableRows.facts, [.facts])
    static let tsvFacts = table(
        "tsv-facts", "Facts, tab-separated, a row a filler", .tsv, TableRows.facts, [.facts])

    private static func table(
        _ name: String, _ title: String, _ table: Table, _ rows: TableRows, _ carries: Set<Feature>
    ) -> Format {
        let always: Set<Feature> = [
            .nested, .overlapping, .discontinuous, .blank, .status, .returns, .controls, .margins, .spelling,
            .spacing,
        ]
        return Format(
            name: name, title: title, extensions: [table.separator == "," ? "csv" : "tsv"],
            offsets: [.codePoints, .utf8, .utf16], carries: always.union(carries),
            write: Writer(.anyNumber(opening: table.row(rows.columns))) { document, options, output in
                let offsets = OffsetUnits(document.text, options.offsets ?? .codePoints)
                for row in rows.rows(document, offsets) { output.write(table.row(row)) }
            })
    }
}

/// What one kind of table says about a document.
struct TableRows: Sendable {
    let columns: [String]
    let rows: @Sendable (Document, OffsetUnits) -> [[String]]

    static let entities = TableRows(
        columns: PlaceCells.columns() + ["value", "link", "attributes"] + JudgementCells.columns
    ) { document, offsets in
        document.annotations.mentions.map { (mention: Mention) -> [String] in
            let place = PlaceCells(mention.spans, document.text, offsets)
            let attributes = mention.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            var cells: [String] = place.cells(mention.id, mention.label.name)
            cells += [mention.value ?? "", mention.link ?? "", attributes.joined(separator: ";")]
            cells += JudgementCells(mention.status, mention.origin, document).cells
            return cells
        }
    }

    /// The fact first, so that `label` is its kind and `text` its evidence, then one filler of a slot.
    static let facts = TableRows(
        columns: PlaceCells.columns() + ["slot"] + PlaceCells.columns(of: "slot") + ["mention", "value"]
            + JudgementCells.columns
    ) { document, offsets in
        document.annotations.facts.flatMap { (fact: Fact) -> [[String]] in
            let evidence = PlaceCells(fact.evidence, document.text, offsets).cells(fact.id, fact.kind)
            let judgement = JudgementCells(fact.status, fact.origin, document).cells
            let slots: [Slot?] = fact.slots.isEmpty ? [nil] : fact.slots
            return slots.map { (slot: Slot?) -> [String] in
                // A filler that is only a mention stands where the mention stands.
                let spans = slot?.spans ?? slot?.mention.flatMap { document.annotations.mentions[$0]?.spans }
                let place = spans.map { PlaceCells($0, document.text, offsets).cells } ?? ["", "", "", ""]
                var cells: [String] = evidence
                cells.append(slot?.name ?? "")
                cells += place
                cells += [slot?.mention?.text ?? "", slot?.value ?? ""]
                return cells + judgement
            }
        }
    }
}

/// A place in the text as cells: the words from its start to its end, and the fragments when it has several.
private struct PlaceCells {
    let cells: [String]

    static func columns() -> [String] { ["id", "start", "end", "label", "text", "fragments"] }

    static func columns(of part: String) -> [String] {
        ["start", "end", "text", "fragments"].map { "\(part)_\($0)" }
    }

    init(_ spans: SpanSet, _ text: Text, _ offsets: OffsetUnits) {
        let fragments = spans.fragments.map {
            "\(offsets.count(before: $0.start))-\(offsets.count(before: $0.end))"
        }
        cells = [
            String(offsets.count(before: spans.start)), String(offsets.count(before: spans.end)),
            text.string(in: spans.bounds), spans.isContiguous ? "" : fragments.joined(separator: " "),
        ]
    }

    /// The place with a name and a label, in the order of the first columns.
    func cells(_ id: ID, _ label: String) -> [String] {
        [id.text, cells[0], cells[1], label, cells[2], cells[3]]
    }
}

/// Who said so, and in which article.
private struct JudgementCells {
    static let columns = ["status", "author", "confidence", "article"]

    let cells: [String]

    init(_ status: Status, _ origin: Origin, _ document: Document) {
        cells = [
            status.rawValue, origin.author.rawValue, origin.confidence.map { "\($0)" } ?? "",
            document.article.name,
        ]
    }
}
