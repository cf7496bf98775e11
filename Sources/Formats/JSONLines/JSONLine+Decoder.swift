import Articles

extension JSONLine {
    /// Turns the JSON of one line into annotations, with their places in the text.
    struct Decoder {
        let text: Text
        private let offsets: OffsetUnits
        private(set) var warnings: [FormatError] = []

        init(_ text: Text, _ unit: OffsetUnit) {
            self.text = text
            offsets = OffsetUnits(text, unit)
        }

        mutating func warnUnknown(_ key: String, _ value: JSON) {
            warnings.append(value.error("the key \"\(key)\" is not known here and left out"))
        }

        mutating func mention(_ json: JSON) throws(FormatError) -> Mention {
            var (id, label): (ID?, Label?)
            var (value, link): (String?, String?)
            var attributes: [String: String] = [:]
            var place = Place()
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "label": label = Label(try field.string)
                case "value": value = try field.string
                case "link": link = try field.string
                case "attributes": attributes = try field.strings
                default:
                    if try !place.take(key, field), try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id, let label, let spans = try place.spans(in: text, offsets) else {
                throw json.error("a mention needs \"id\", \"start\", \"end\" and \"label\"")
            }
            return Mention(
                id: id, spans: spans, label: label, status: credit.status, origin: credit.origin,
                value: value,
                link: link, attributes: attributes)
        }

        mutating func relation(_ json: JSON) throws(FormatError) -> Relation {
            var (id, kind): (ID?, String?)
            var (from, to): (ID?, ID?)
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "kind": kind = try field.string
                case "from": from = ID(try field.string)
                case "to": to = ID(try field.string)
                default: if try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id, let kind, let from, let to else {
                throw json.error("a relation needs \"id\", \"kind\", \"from\" and \"to\"")
            }
            return Relation(
                id: id, kind: kind, from: from, to: to, status: credit.status, origin: credit.origin)
        }

        mutating func chain(_ json: JSON) throws(FormatError) -> Chain {
            var id: ID?
            var mentions: [ID] = []
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "mentions": for element in try field.elements { mentions.append(ID(try element.string)) }
                default: if try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id else { throw json.error("a chain needs an \"id\"") }
            return Chain(id: id, mentions: mentions, status: credit.status, origin: credit.origin)
        }

        mutating func fact(_ json: JSON) throws(FormatError) -> Fact {
            var (id, kind): (ID?, String?)
            var slots: [Slot] = []
            var place = Place()
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "kind": kind = try field.string
                case "slots": slots = try self.slots(field)
                default:
                    if try !place.take(key, field), try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id, let kind, let evidence = try place.spans(in: text, offsets) else {
                throw json.error("a fact needs \"id\", \"kind\", \"start\" and \"end\"")
            }
            return Fact(
                id: id, kind: kind, evidence: evidence, slots: slots, status: credit.status,
                origin: credit.origin)
        }

        mutating func label(_ json: JSON) throws(FormatError) -> ArticleLabel {
            var id: ID?
            var (name, value): (String?, String?)
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "name": name = try field.string
                case "value": value = try field.string
                default: if try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id, let name else { throw json.error("a label needs \"id\" and \"name\"") }
            return ArticleLabel(id: id, name: name, value: value, origin: credit.origin)
        }

        mutating func note(_ json: JSON) throws(FormatError) -> Note {
            var (id, target): (ID?, ID?)
            var remark: String?
            var place = Place()
            var credit = Credit()
            for (key, field) in try json.members {
                switch key {
                case "id": id = ID(try field.string)
                case "target": target = ID(try field.string)
                case "text": remark = try field.string
                default:
                    if try !place.take(key, field), try !credit.take(key, field) { warnUnknown(key, field) }
                }
            }
            guard let id, let remark else { throw json.error("a note needs \"id\" and \"text\"") }
            let span = try place.span(offsets)
            return Note(
                id: id, target: target.map { .annotation($0) } ?? span.map { .span($0) } ?? .article,
                text: remark,
                origin: credit.origin)
        }

        /// The fillers by the names of their slots, in the order of the text unless they say another.
        private mutating func slots(_ json: JSON) throws(FormatError) -> [Slot] {
            var slots: [(order: Int, slot: Slot)] = []
            for (name, fillers) in try json.members {
                for filler in try fillers.elements {
                    var slot = Slot(name)
                    var place = Place()
                    var order = slots.count
                    for (key, field) in try filler.members {
                        switch key {
                        case "mention": slot.mention = ID(try field.string)
                        case "value": slot.value = try field.string
                        case "order": order = try field.int
                        default: if try !place.take(key, field) { warnUnknown(key, field) }
                        }
                    }
                    slot.spans = try place.spans(in: text, offsets)
                    slots.append((order, slot))
                }
            }
            return slots.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
                .map(\.element.slot)
        }
    }
}
