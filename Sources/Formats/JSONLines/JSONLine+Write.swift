import Articles

extension JSONLine {
    static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        let unit = options.offsets ?? .codePoints
        let encoder = Encoder(text: document.text, offsets: OffsetUnits(document.text, unit))
        var json = JSONWriter()
        json.object { encoder.write(document, unit, &$0) }
        json.lineBreak()
        output.bytes.append(contentsOf: json.bytes)
    }

    /// Turns the parts of one document into JSON, with its places in the unit of the file.
    private struct Encoder {
        let text: Text
        let offsets: OffsetUnits

        func write(_ document: Document, _ unit: OffsetUnit, _ json: inout JSONWriter) {
            let article = document.article
            json.field("id", article.name)
            if let title = article.ownTitle { json.field("title", title) }
            if let source = article.source { json.field("source", source) }
            if let date = article.date { json.field("date", date) }
            if let language = article.language { json.field("language", language) }
            if unit != .codePoints { json.field("offsets", unit.rawValue) }
            if !article.metadata.isEmpty { write("metadata", article.metadata, &json) }
            json.key("text")
            text.withBytes { json.string($0[...]) }

            let annotations = document.annotations
            list("mentions", annotations.mentions, &json, write)
            list("relations", annotations.relations, &json, write)
            list("chains", annotations.chains, &json, write)
            list("facts", annotations.facts, &json, write)
            list("labels", annotations.labels, &json, write)
            list("notes", annotations.notes, &json, write)
        }

        private func list<Element>(
            _ key: StaticString, _ elements: some Sequence<Element>, _ json: inout JSONWriter,
            _ write: (Element, inout JSONWriter) -> Void
        ) {
            var elements = elements.makeIterator()
            guard let first = elements.next() else { return }
            json.array(key) { json in
                json.object { write(first, &$0) }
                while let element = elements.next() { json.object { write(element, &$0) } }
            }
        }

        // MARK: Annotations

        private func write(_ mention: Mention, _ json: inout JSONWriter) {
            json.field("id", mention.id.text)
            write(mention.spans, &json)
            json.field("label", mention.label.name)
            writeText(mention.spans, &json)
            if let value = mention.value { json.field("value", value) }
            if let link = mention.link { json.field("link", link) }
            if !mention.attributes.isEmpty { write("attributes", mention.attributes, &json) }
            write(mention.origin, mention.status, &json)
        }

        private func write(_ relation: Relation, _ json: inout JSONWriter) {
            json.field("id", relation.id.text)
            json.field("kind", relation.kind)
            json.field("from", relation.from.text)
            json.field("to", relation.to.text)
            write(relation.origin, relation.status, &json)
        }

        private func write(_ chain: Chain, _ json: inout JSONWriter) {
            json.field("id", chain.id.text)
            json.array("mentions") { json in
                for id in chain.mentions { json.string(id.text) }
            }
            write(chain.origin, chain.status, &json)
        }

        private func write(_ fact: Fact, _ json: inout JSONWriter) {
            json.field("id", fact.id.text)
            json.field("kind", fact.kind)
            write(fact.evidence, &json)
            writeText(fact.evidence, &json)
            if !fact.slots.isEmpty {
                let names = fact.slots.map(\.name).uniqued
                let isGrouped = fact.slots.map(\.name).runs == names
                json.object("slots") { json in
                    for name in names {
                        json.key(named: name)
                        json.array { json in
                            for (index, slot) in fact.slots.enumerated() where slot.name == name {
                                json.object { write(slot, order: isGrouped ? nil : index, &$0) }
                            }
                        }
                    }
                }
            }
            write(fact.origin, fact.status, &json)
        }

        /// - Parameter order: the filler's place among all of the fact, when the names alone do not tell.
        private func write(_ slot: Slot, order: Int?, _ json: inout JSONWriter) {
            if let spans = slot.spans {
                write(spans, &json)
                writeText(spans, &json)
            }
            if let mention = slot.mention { json.field("mention", mention.text) }
            if let value = slot.value { json.field("value", value) }
            if let order { json.field("order", order) }
        }

        private func write(_ label: ArticleLabel, _ json: inout JSONWriter) {
            json.field("id", label.id.text)
            json.field("name", label.name)
            if let value = label.value { json.field("value", value) }
            write(label.origin, .accepted, &json)
        }

        private func write(_ note: Note, _ json: inout JSONWriter) {
            json.field("id", note.id.text)
            switch note.target {
            case .article: break
            case .span(let span):
                json.field("start", offsets.count(before: span.start))
                json.field("end", offsets.count(before: span.end))
            case .annotation(let id): json.field("target", id.text)
            }
            json.field("text", note.text)
            write(note.origin, .accepted, &json)
        }

        // MARK: Parts

        private func write(_ spans: SpanSet, _ json: inout JSONWriter) {
            let place = offsets.range(of: spans.bounds)
            json.field("start", place.lowerBound)
            json.field("end", place.upperBound)
            guard !spans.isContiguous else { return }
            json.array("fragments") { json in
                for fragment in spans.fragments {
                    json.array { json in
                        json.int(offsets.count(before: fragment.start))
                        json.int(offsets.count(before: fragment.end))
                    }
                }
            }
        }

        private func writeText(_ spans: SpanSet, _ json: inout JSONWriter) {
            json.key("text")
            guard spans.isContiguous else {
                json.string(text.string(in: spans, joinedBy: " … "))
                return
            }
            text.withBytes { json.string($0[spans.bounds.range]) }
        }

        private func write(_ key: StaticString, _ values: [String: String], _ json: inout JSONWriter) {
            json.object(key) { json in
                for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                    json.key(named: name)
                    json.string(value)
                }
            }
        }

        private func write(_ origin: Origin, _ status: Status, _ json: inout JSONWriter) {
            json.credit(origin, status)
        }
    }
}

extension JSONWriter {
    /// Writes who said so and what a person decided, as far as it is not what absence means.
    mutating func credit(_ origin: Origin, _ status: Status) {
        if origin.author != .person || !origin.name.isEmpty || origin.time != nil {
            object("origin") { json in
                json.field("author", origin.author.rawValue)
                if !origin.name.isEmpty { json.field("name", origin.name) }
                if let time = origin.time {
                    json.key("time")
                    if let string = UTCTime.string(time) { json.string(string) } else { json.int(time) }
                }
            }
        }
        if status != .accepted { field("status", status.rawValue) }
        if let confidence = origin.confidence, confidence.isFinite {
            key("confidence")
            float(confidence)
        }
    }
}

extension [String] {
    /// Each once, in the order in which they come first.
    fileprivate var uniqued: [String] {
        reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// Without the repetitions that follow each other.
    fileprivate var runs: [String] {
        reduce(into: []) { names, name in
            if names.last != name { names.append(name) }
        }
    }
}

extension Text {
    /// The words of a discontinuous place.
    func string(in spans: SpanSet, joinedBy separator: String) -> String {
        spans.fragments.map { string(in: $0) }.joined(separator: separator)
    }
}
