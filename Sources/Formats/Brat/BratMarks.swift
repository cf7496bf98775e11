import Articles

/// What the lines of a brat file say together: text bounds, and what other lines make of them.
struct BratMarks {
    private struct TextBound {
        let type: String
        let spans: SpanSet
        var attributes: [String: String] = [:]
        var value: String?
        var link: String?
        /// Whether a line other than an event's refers to it.
        var isNamed = false
        /// How many triggers and arguments it is.
        var roleCount = 0
    }

    private struct Event {
        let id: String
        let kind: String
        let trigger: String
        var arguments: [(slot: String, target: String)] = []
    }

    private var textBounds: [String: TextBound] = [:]
    private var triggers: [String: String] = [:]
    private var events: [Event] = []
    private var relations: [Relation] = []
    private var chains: [Chain] = []
    private var notes: [Note] = []

    mutating func define(_ id: String, _ type: String, _ spans: SpanSet) {
        textBounds[id] = TextBound(type: type, spans: spans)
    }

    mutating func defineEvent(_ id: String, trigger: String) { triggers[id] = trigger }

    /// Adds what a line says about text bounds and events.
    ///
    /// - Returns: a warning when something is understood only in part.
    mutating func connect(_ line: BratLine) throws(FormatError) -> String? {
        switch line.content {
        case .textBound:
            return nil
        case .relation(let kind, let from, let to):
            try name(from, in: line)
            try name(to, in: line)
            relations.append(Relation(id: ID(line.id), kind: kind, from: ID(from), to: ID(to)))
            return nil
        case .equivalence(let members):
            return try addChain(members, line)
        case .attribute(let name, let target, let value):
            try self.name(target, in: line, only: name != BratName.value)
            if name == BratName.value {
                textBounds[target]?.value = value ?? ""
            } else {
                textBounds[target]?.attributes[name] = value ?? "true"
            }
            return nil
        case .normalization(let target, let base, let entry):
            try name(target, in: line)
            let isSecond = textBounds[target]?.link != nil
            guard !isSecond else { throw FormatError("\(target) has a link already; one mention holds one") }
            textBounds[target]?.link = BratLink.read(base: base, entry: entry)
            return nil
        case .note(let type, let target, let text):
            if triggers[target] == nil { try name(target, in: line) }
            notes.append(Note(id: ID(line.id), target: .annotation(ID(target)), text: text))
            return type == BratName.note ? nil : "\(line.id) is a note of the type \(type), which is not kept"
        case .event(let kind, let trigger, let arguments):
            return try addEvent(kind, trigger, arguments, line)
        }
    }

    /// Notes that a line needs a text bound as a mention.
    ///
    /// - Parameter only: false when the text bound of a filler may have it too.
    private mutating func name(
        _ target: String, in line: BratLine, only isMention: Bool = true
    ) throws(FormatError) {
        guard textBounds[target] != nil else {
            throw FormatError(
                triggers[target] == nil
                    ? "\(line.id) names \(target), which does not exist; remove the line or add \(target)"
                    : "\(line.id) says something about the event \(target), which cannot be kept")
        }
        if isMention { textBounds[target]?.isNamed = true }
    }

    private mutating func addChain(_ members: [String], _ line: BratLine) throws(FormatError) -> String? {
        var known: [ID] = []
        for member in members where textBounds[member] != nil && !known.contains(ID(member)) {
            textBounds[member]?.isNamed = true
            known.append(ID(member))
        }
        guard !known.isEmpty else { throw FormatError("none of \(members.joined(separator: ", ")) exists") }
        chains.append(Chain(id: ID("C\(chains.count + 1)"), mentions: known))
        let missing = members.filter { textBounds[$0] == nil }
        return missing.isEmpty
            ? nil : "the chain goes on without \(missing.joined(separator: ", ")), which does not exist"
    }

    private mutating func addEvent(
        _ kind: String, _ trigger: String, _ arguments: [(role: String, target: String)], _ line: BratLine
    ) throws(FormatError) -> String? {
        guard textBounds[trigger] != nil else {
            throw FormatError("\(line.id) has the trigger \(trigger), which does not exist")
        }
        textBounds[trigger]?.roleCount += 1
        var event = Event(id: line.id, kind: kind, trigger: trigger)
        var warning: String?
        for (role, target) in arguments {
            // A second Theme is called Theme2.
            let base = String(role.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
            let isRepetition = event.arguments.contains { $0.slot == base }
            if let inner = triggers[target] {
                warning = "\(line.id) has the event \(target) in \(role); kept as the words of its trigger"
                if textBounds[inner] != nil { event.arguments.append((isRepetition ? base : role, inner)) }
            } else if textBounds[target] == nil {
                warning = "\(line.id) goes on without \(target), which does not exist"
            } else {
                event.arguments.append((isRepetition ? base : role, target))
            }
        }
        for (_, target) in event.arguments { textBounds[target]?.roleCount += 1 }
        events.append(event)
        return warning
    }

    // MARK: Annotations

    /// Everything as annotations that a person has accepted.
    var annotations: Annotations {
        let words = unmentioned
        let mentions = textBounds.filter { !words.contains($0.key) }.map { id, bound in
            Mention(
                id: ID(id), spans: bound.spans, label: Label(bound.type), value: bound.value,
                link: bound.link,
                attributes: bound.attributes)
        }
        let facts = events.compactMap { event in
            textBounds[event.trigger].map { trigger in
                Fact(
                    id: ID(event.id), kind: event.kind, evidence: trigger.spans,
                    slots: event.arguments.map {
                        slot($0.slot, $0.target, isMention: !words.contains($0.target))
                    },
                    status: .accepted)
            }
        }
        let present = Set(mentions.map(\.id) + facts.map(\.id))
        return Annotations(
            mentions: mentions, relations: relations, chains: chains, facts: facts, labels: [],
            notes: notes.filter { $0.target.annotation.map(present.contains) ?? true })
    }

    private func slot(_ name: String, _ target: String, isMention: Bool) -> Slot {
        let bound = textBounds[target]
        return isMention
            ? Slot(name, spans: bound?.spans, mention: ID(target))
            : Slot(name, spans: bound?.spans, value: bound?.value)
    }

    /// The text bounds that are no mentions of their own: triggers with the type of their event, and fillers.
    private var unmentioned: Set<String> {
        var found: Set<String> = []
        func collect(_ id: String, _ type: String) {
            guard let bound = textBounds[id], bound.type == type, bound.roleCount == 1, !bound.isNamed else {
                return
            }
            found.insert(id)
        }
        for event in events {
            collect(event.trigger, event.kind)
            for (slot, target) in event.arguments { collect(target, BratName.filler(event.kind, slot)) }
        }
        return found
    }
}

extension Note.Target {
    /// The annotation that it is on, if it is on one.
    fileprivate var annotation: ID? {
        switch self {
        case .annotation(let id): id
        case .article, .span: nil
        }
    }
}
