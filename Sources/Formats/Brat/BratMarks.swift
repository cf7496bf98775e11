import Articles

/// What the lines of a brat file say together: text bounds, and what other lines make of them.
struct BratMarks {
    private struct TextBound {
        /// What it becomes when it is one of its own.
        var mention: Mention
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

    /// In the order of the file, in which most are in reading order.
    private var textBounds: [TextBound] = []
    private var places: BratPlaces
    /// A text bound of each type there is: all others of the type share its tag, so that it is made once.
    private var samples: [(type: [UInt8], mention: Mention)] = []
    private var triggers: [String: String] = [:]
    private var events: [Event] = []
    private var relations: [Relation] = []
    private var chains: [Chain] = []
    private var notes: [Note] = []

    /// - Parameter byteCount: how long the file is.
    init(byteCount: Int) { places = BratPlaces(byteCount: byteCount) }

    /// Whether no line before has the id.
    func isFree(_ id: String) -> Bool { places[id] == nil }

    /// - Parameter spans: nil when the text has no such place.
    mutating func define(_ id: String, _ type: UnsafeBufferPointer<UInt8>, _ spans: SpanSet?) {
        guard let spans else {
            places[id] = .elsewhere
            return
        }
        places[id] = .textBound(textBounds.count)
        textBounds.append(TextBound(mention: mention(ID(id), type, spans)))
    }

    private mutating func mention(
        _ id: ID, _ type: UnsafeBufferPointer<UInt8>, _ spans: SpanSet
    ) -> Mention {
        if let sample = samples.first(where: { $0.type.elementsEqual(type) }) {
            return Mention(id: id, spans: spans, like: sample.mention)
        }
        let mention = Mention(id: id, spans: spans, label: Label(String(decoding: type, as: UTF8.self)))
        // A file has few types; one with many is not searched through for each line.
        if samples.count < 64 { samples.append((Array(type), mention)) }
        return mention
    }

    /// Takes the id of another line, and what an event is about.
    mutating func take(_ line: BratLine) {
        if line.id != "*" { places[line.id] = .elsewhere }
        if case .event(_, let trigger, _) = line.content { triggers[line.id] = trigger }
    }

    private func index(of id: String) -> Int? {
        switch places[id] {
        case .textBound(let index): index
        case .elsewhere, nil: nil
        }
    }

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
            let place = try self.name(target, in: line, only: name != BratName.value)
            if name == BratName.value {
                textBounds[place].mention.value = value ?? ""
            } else {
                textBounds[place].mention.attributes[name] = value ?? "true"
            }
            return nil
        case .normalization(let target, let base, let entry):
            let place = try name(target, in: line)
            guard textBounds[place].mention.link == nil else {
                throw FormatError("\(target) has a link already; one mention holds one")
            }
            textBounds[place].mention.link = BratLink.read(base: base, entry: entry)
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
    /// - Returns: which text bound it is.
    @discardableResult
    private mutating func name(
        _ target: String, in line: BratLine, only isMention: Bool = true
    ) throws(FormatError) -> Int {
        guard let place = index(of: target) else {
            throw FormatError(
                triggers[target] == nil
                    ? "\(line.id) names \(target), which does not exist; remove the line or add \(target)"
                    : "\(line.id) says something about the event \(target), which cannot be kept")
        }
        if isMention { textBounds[place].isNamed = true }
        return place
    }

    private mutating func addChain(_ members: [String], _ line: BratLine) throws(FormatError) -> String? {
        var known: [ID] = []
        var seen: Set<ID> = []
        for member in members {
            guard let place = index(of: member), seen.insert(ID(member)).inserted else { continue }
            textBounds[place].isNamed = true
            known.append(ID(member))
        }
        guard !known.isEmpty else { throw FormatError("none of \(members.joined(separator: ", ")) exists") }
        chains.append(Chain(id: ID("C\(chains.count + 1)"), mentions: known))
        let missing = members.filter { index(of: $0) == nil }
        return missing.isEmpty
            ? nil : "the chain goes on without \(missing.joined(separator: ", ")), which does not exist"
    }

    private mutating func addEvent(
        _ kind: String, _ trigger: String, _ arguments: [(role: String, target: String)], _ line: BratLine
    ) throws(FormatError) -> String? {
        guard let place = index(of: trigger) else {
            throw FormatError("\(line.id) has the trigger \(trigger), which does not exist")
        }
        textBounds[place].roleCount += 1
        var event = Event(id: line.id, kind: kind, trigger: trigger)
        var warning: String?
        for (role, target) in arguments {
            // A second Theme is called Theme2.
            let base = String(role.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
            let isRepetition = event.arguments.contains { $0.slot == base }
            if let inner = triggers[target] {
                warning = "\(line.id) has the event \(target) in \(role); kept as the words of its trigger"
                if index(of: inner) != nil { event.arguments.append((isRepetition ? base : role, inner)) }
            } else if index(of: target) == nil {
                warning = "\(line.id) goes on without \(target), which does not exist"
            } else {
                event.arguments.append((isRepetition ? base : role, target))
            }
        }
        for (_, target) in event.arguments {
            if let place = index(of: target) { textBounds[place].roleCount += 1 }
        }
        events.append(event)
        return warning
    }

    // MARK: Annotations

    /// Everything as annotations that a person has accepted.
    var annotations: Annotations {
        let words = unmentioned
        let mentions = textBounds.compactMap { bound in
            !words.isEmpty && words.contains(bound.mention.id.text) ? nil : bound.mention
        }
        let facts = events.compactMap { event in
            textBound(event.trigger).map { trigger in
                Fact(
                    id: ID(event.id), kind: event.kind, evidence: trigger.mention.spans,
                    slots: event.arguments.map {
                        slot($0.slot, $0.target, isMention: !words.contains($0.target))
                    },
                    status: .accepted)
            }
        }
        let present = notes.isEmpty ? [] : Set(mentions.map(\.id) + facts.map(\.id))
        return Annotations(
            mentions: mentions, relations: relations, chains: chains, facts: facts, labels: [],
            notes: notes.filter { $0.target.annotation.map(present.contains) ?? true })
    }

    private func slot(_ name: String, _ target: String, isMention: Bool) -> Slot {
        let bound = textBound(target)
        return isMention
            ? Slot(name, spans: bound?.mention.spans, mention: ID(target))
            : Slot(name, spans: bound?.mention.spans, value: bound?.mention.value)
    }

    private func textBound(_ id: String) -> TextBound? { index(of: id).map { textBounds[$0] } }

    /// The text bounds that are no mentions of their own: triggers with the type of their event, and fillers.
    private var unmentioned: Set<String> {
        var found: Set<String> = []
        func collect(_ id: String, _ type: String) {
            guard let bound = textBound(id), bound.mention.label.name == type, bound.roleCount == 1,
                !bound.isNamed
            else {
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
