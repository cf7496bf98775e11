import Articles

/// What the rules have read in one passage: its mentions with the pieces that they stand on.
struct ParagraphReading: Sendable {
    /// A mention and where it stands.
    struct Item: Sendable {
        let mention: Mention
        let pieces: Range<Int>
        /// The name without its inflection; empty for values.
        let key: String
    }

    let passage: Passage
    /// In reading order, without overlaps.
    let items: [Item]
    /// For each piece the index in `items` of the mention on it, or -1.
    private let itemAtPiece: [Int32]

    init(_ passage: Passage, values: [FoundValue], names: [FoundName], engine: String) {
        self.passage = passage
        var items: [Item] = []
        items.reserveCapacity(values.count + names.count)
        for value in values {
            items.append(
                Item(
                    mention: .suggested(
                        passage.span(of: value.pieces), value.label, engine: engine,
                        confidence: value.value == nil ? 0.7 : 0.9, value: value.value,
                        attributes: value.attributes),
                    pieces: value.pieces, key: ""))
        }
        for name in names {
            items.append(
                Item(
                    mention: .suggested(
                        passage.span(of: name.pieces), name.label,
                        engine: name.finder.rawValue,
                        confidence: name.confidence,
                        attributes: name.form == .name ? [:] : ["form": name.form.rawValue]),
                    pieces: name.pieces, key: name.key))
        }
        items.sort { $0.pieces.lowerBound < $1.pieces.lowerBound }
        var places = Array(repeating: Int32(-1), count: passage.pieces.count)
        for (index, item) in items.enumerated() {
            for piece in item.pieces { places[piece] = Int32(index) }
        }
        self.items = items
        itemAtPiece = places
    }

    /// The mention that a piece belongs to.
    func item(at piece: Int) -> Item? {
        guard itemAtPiece.indices.contains(piece), itemAtPiece[piece] >= 0 else { return nil }
        return items[Int(itemAtPiece[piece])]
    }

    /// The mention that begins at a piece.
    func item(from piece: Int) -> Item? {
        guard let item = item(at: piece), item.pieces.lowerBound == piece else { return nil }
        return item
    }

    func isWord(_ index: Int, _ words: StaticString...) -> Bool {
        words.contains { passage.word(at: index, is: $0) }
    }
}

extension Mention {
    /// A mention as the engine suggests it, named for what it says.
    static func suggested(
        _ span: Span, _ label: Label, engine: String, confidence: Float, value: String? = nil,
        attributes: [String: String] = [:]
    ) -> Mention {
        Mention(
            id: .found(span, as: label.name), spans: SpanSet(span), label: label, status: .suggested,
            origin: .engine(engine, confidence: confidence), value: value, attributes: attributes)
    }
}

extension Slot {
    /// A slot that a mention fills.
    init(_ name: String, _ item: ParagraphReading.Item) {
        self.init(name, spans: item.mention.spans, mention: item.mention.id, value: item.mention.value)
    }

    /// A slot that plain words fill.
    init(_ name: String, _ span: Span) { self.init(name, spans: SpanSet(span)) }
}
