/// A fact told in a line that reads as a sentence, for panes, lists and exports.
///
///     Rutte (NATO-Generalsekretär): „Wir warten ab“        Länder → Ukraine: 20,9 Mrd. Dollar, 2024
extension Document {
    /// What a fact says, in one line without line breaks.
    public func line(of fact: Fact) -> String {
        let slots = FactWords(fact, self)
        let line: String
        switch fact.kind {
        case "quote": line = statement(slots)
        case "office":
            line = joined([slots["person"], slots["title"], slots["organisation"]], slots["status"])
        case "event":
            let head = [slots["type"]?.capitalizedFirst, slots["what"]].compactMap(\.self).joined(
                separator: ": ")
            let parts = [
                slots["who"], slots["whom"], slots["count"], slots["where"], slots["when"], slots["duration"],
            ]
            line = joined([head.isEmpty ? nil : head] + parts, slots["modality"])
        case "commitment":
            let sides = [slots["giver"], slots["recipient"]].compactMap(\.self)
            let way =
                sides.isEmpty
                ? nil
                : slots["recipient"] == nil
                    ? sides[0] : sides.count == 1 ? "→ " + sides[0] : sides.joined(separator: " → ")
            let rest = joined([slots["amount"], slots["purpose"], slots["period"]], slots["modality"])
            line = [way, rest].compactMap(\.self).joined(separator: ": ")
        case "change":
            let way = [slots["from"], slots["to"]].compactMap(\.self).joined(separator: " → ")
            let sign = slots["direction"] == "down" ? "−" : "+"
            let by = slots["by"].map { "\(sign) \($0)" }
            line = [slots["what"], joined([way.isEmpty ? nil : way, by], slots["modality"])]
                .compactMap(\.self).joined(separator: ": ")
        case "relation":
            let words = ["subject", "predicate", "object"].compactMap { slots[$0] }.joined(separator: " ")
            line = joined([words], slots["modality"])
        default:
            line = joined(
                slots.names.filter { $0 != "modality" && $0 != "cue" }.map { slots[$0] }, slots["modality"])
        }
        return line.isEmpty ? text.string(in: fact.bounds).onOneLine : line
    }

    private func statement(_ slots: FactWords) -> String {
        let speaker = slots["speaker"].map { name in
            slots.office.map { "\(name) (\($0))" } ?? name
        }
        let content = slots["content"] ?? ""
        let words = slots["form"] == "direct" || slots["form"] == nil ? "„\(content)“" : content
        return [speaker, words].compactMap(\.self).joined(separator: ": ")
    }

    private func joined(_ parts: [String?], _ remark: String?) -> String {
        let line = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " – ")
        guard let remark, !remark.isEmpty else { return line }
        return "\(line) (\(remark))"
    }
}

/// What fills the slots of a fact, in words; a pronoun is told by the name that it stands for.
private struct FactWords {
    let names: [String]
    private let words: [String: String]
    /// The office that the article names for the speaker.
    let office: String?

    init(_ fact: Fact, _ document: Document) {
        var words: [String: String] = [:]
        var names: [String] = []
        for slot in fact.slots {
            let filler = Self.filler(slot, document)
            guard !filler.isEmpty else { continue }
            if let before = words[slot.name] {
                words[slot.name] = before + ", " + filler
            } else {
                names.append(slot.name)
                words[slot.name] = filler
            }
        }
        self.names = names
        self.words = words
        office =
            fact.kind == "quote" && fact.slots(named: "speaker").count == 1
            ? fact.slots(named: "speaker").first.flatMap { document.office(of: $0) } : nil
    }

    subscript(name: String) -> String? { words[name] }

    private static func filler(_ slot: Slot, _ document: Document) -> String {
        guard let spans = slot.spans, slot.name != "modality", slot.name != "status" else {
            return slot.value ?? ""
        }
        let text = spans.fragments.map { document.text.string(in: $0).onOneLine }.joined(separator: " … ")
        guard let mention = slot.mention else { return text }
        return document.name(behind: mention) ?? text
    }
}

extension Document {
    /// The name that a pronoun or a description stands for, from its chain.
    func name(behind id: ID) -> String? {
        guard let mention = annotations.mentions[id],
            mention.attributes["form"] == "pronoun" || mention.attributes["form"] == "description"
        else { return nil }
        for case .chain(let chain) in annotations.referring(to: id) where chain.status != .rejected {
            for member in chain.mentions {
                guard let other = annotations.mentions[member] else { continue }
                let form = other.attributes["form"]
                if form == nil || form == "name" { return text.string(in: other.bounds).onOneLine }
            }
        }
        return nil
    }

    /// The office that a fact of the article gives to a person, also under another form of the name.
    func office(of speaker: Slot) -> String? {
        guard let id = speaker.mention else { return nil }
        var same: Set<ID> = [id]
        for case .chain(let chain) in annotations.referring(to: id) where chain.status != .rejected {
            same.formUnion(chain.mentions.prefix(40))
        }
        for member in same.sorted() {
            for case .fact(let fact) in annotations.referring(to: member)
            where fact.kind == "office" && fact.status != .rejected {
                guard let title = fact.slots(named: "title").first?.spans,
                    fact.slots(named: "person").contains(where: { $0.mention == member })
                else { continue }
                return text.string(in: title.bounds).onOneLine
            }
        }
        return nil
    }
}

extension String {
    /// Without line breaks and rows of blanks.
    fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
