import Articles

extension ByteWriter {
    mutating func annotation(_ annotation: Annotation) {
        switch annotation {
        case .mention(let mention):
            byte(0)
            self.mention(mention)
        case .relation(let relation):
            byte(1)
            self.relation(relation)
        case .chain(let chain):
            byte(2)
            self.chain(chain)
        case .fact(let fact):
            byte(3)
            self.fact(fact)
        case .label(let label):
            byte(4)
            self.label(label)
        case .note(let note):
            byte(5)
            self.note(note)
        }
    }

    mutating func id(_ id: ID) { string(id.text) }

    mutating func span(_ span: Articles.Span) {
        start(span.start)
        number(span.count)
    }

    mutating func spans(_ spans: SpanSet) { list(spans.fragments) { $0.span($1) } }

    mutating func mention(_ mention: Mention) {
        let attributes = mention.attributes.sorted { $0.key < $1.key }
        let hasDetails = mention.value != nil || mention.link != nil || !attributes.isEmpty
        let extras: UInt8 = (mention.spans.isContiguous ? 0 : 1) | (hasDetails ? 2 : 0)
        id(mention.id)
        mark(Mark(status: mention.status, origin: mention.origin, extras: extras))
        name(mention.label.name)
        if mention.spans.isContiguous { span(mention.bounds) } else { spans(mention.spans) }
        guard hasDetails else { return }
        optional(mention.value) { $0.string($1) }
        optional(mention.link) { $0.name($1) }
        list(attributes) {
            $0.name($1.key)
            $0.name($1.value)
        }
    }

    mutating func relation(_ relation: Relation) {
        id(relation.id)
        mark(Mark(status: relation.status, origin: relation.origin))
        name(relation.kind)
        id(relation.from)
        id(relation.to)
    }

    mutating func chain(_ chain: Chain) {
        id(chain.id)
        mark(Mark(status: chain.status, origin: chain.origin))
        list(chain.mentions) { $0.id($1) }
    }

    mutating func fact(_ fact: Fact) {
        id(fact.id)
        mark(Mark(status: fact.status, origin: fact.origin))
        name(fact.kind)
        spans(fact.evidence)
        list(fact.slots) {
            $0.name($1.name)
            $0.optional($1.spans) { $0.spans($1) }
            $0.optional($1.mention) { $0.id($1) }
            $0.optional($1.value) { $0.string($1) }
        }
    }

    mutating func label(_ label: ArticleLabel) {
        id(label.id)
        mark(Mark(origin: label.origin))
        name(label.name)
        optional(label.value) { $0.name($1) }
    }

    mutating func note(_ note: Note) {
        id(note.id)
        mark(Mark(origin: note.origin))
        switch note.target {
        case .article:
            byte(0)
        case .span(let span):
            byte(1)
            self.span(span)
        case .annotation(let id):
            byte(2)
            self.id(id)
        }
        string(note.text)
    }
}

extension ByteReader {
    mutating func annotation() throws(Malformed) -> Annotation {
        switch try byte() {
        case 0: .mention(try mention())
        case 1: .relation(try relation())
        case 2: .chain(try chain())
        case 3: .fact(try fact())
        case 4: .label(try label())
        case 5: .note(try note())
        default: throw malformed("a kind of annotation is not known")
        }
    }

    mutating func id() throws(Malformed) -> ID { ID(try string()) }

    mutating func span() throws(Malformed) -> Articles.Span {
        let start = try start()
        let (end, overflow) = start.addingReportingOverflow(try number())
        guard !overflow else { throw malformed("a span is too long") }
        return Span(start, end)
    }

    mutating func spans() throws(Malformed) -> SpanSet {
        let fragments = try list { reader throws(Malformed) in try reader.span() }
        if fragments.count == 1 { return SpanSet(fragments[0]) }
        guard let spans = SpanSet(fragments) else { throw malformed("a place has no byte") }
        return spans
    }

    mutating func mention() throws(Malformed) -> Mention {
        let id = try id()
        let mark = try mark()
        let label = Label(try name())
        let spans = mark.extras & 1 == 0 ? SpanSet(try span()) : try spans()
        var mention = Mention(id: id, spans: spans, label: label, status: mark.status, origin: mark.origin)
        guard mark.extras & 2 != 0 else { return mention }
        mention.value = try optional { reader throws(Malformed) in try reader.string() }
        mention.link = try optional { reader throws(Malformed) in try reader.name() }
        let attributes = try list { reader throws(Malformed) in (try reader.name(), try reader.name()) }
        mention.attributes = Dictionary(attributes, uniquingKeysWith: { $1 })
        return mention
    }

    mutating func relation() throws(Malformed) -> Relation {
        let id = try id()
        let mark = try mark()
        return Relation(
            id: id, kind: try name(), from: try self.id(), to: try self.id(), status: mark.status,
            origin: mark.origin)
    }

    mutating func chain() throws(Malformed) -> Chain {
        let id = try id()
        let mark = try mark()
        let mentions = try list { reader throws(Malformed) in try reader.id() }
        return Chain(id: id, mentions: mentions, status: mark.status, origin: mark.origin)
    }

    mutating func fact() throws(Malformed) -> Fact {
        let id = try id()
        let mark = try mark()
        let kind = try name()
        let evidence = try spans()
        let slots = try list { reader throws(Malformed) in
            Slot(
                try reader.name(),
                spans: try reader.optional { reader throws(Malformed) in try reader.spans() },
                mention: try reader.optional { reader throws(Malformed) in try reader.id() },
                value: try reader.optional { reader throws(Malformed) in try reader.string() })
        }
        return Fact(
            id: id, kind: kind, evidence: evidence, slots: slots, status: mark.status, origin: mark.origin)
    }

    mutating func label() throws(Malformed) -> ArticleLabel {
        let id = try id()
        let mark = try mark()
        let name = try name()
        let value = try optional { reader throws(Malformed) in try reader.name() }
        return ArticleLabel(id: id, name: name, value: value, origin: mark.origin)
    }

    mutating func note() throws(Malformed) -> Note {
        let id = try id()
        let mark = try mark()
        let target: Note.Target
        switch try byte() {
        case 0: target = .article
        case 1: target = .span(try span())
        case 2: target = .annotation(try self.id())
        default: throw malformed("what a note is about is not known")
        }
        return Note(id: id, target: target, text: try string(), origin: mark.origin)
    }
}
