import Articles

extension Command {
    /// Making facts and changing them.
    static let telling: [Command] = [
        Command("fact", "Put the selection into the next slot of the fact at work; without one, begin a fact")
        {
            state, _ in
            state.fillNextSlot()
        },
        Command("new-fact", "Begin a fact of this kind; the selection is the first thing in it", .factKind) {
            state, call in
            state.beginFact(call.argument)
        },
        Command(
            "fill-slot", "Put the selection into a slot of the fact; slot=value writes, slot=- empties", .slot
        ) {
            state, call in
            state.fill(call.argument, .alone)
        },
        Command("add-to-slot", "Put the selection into a slot of the fact, beside what is in it", .slot) {
            state, call in
            state.fill(call.argument, .beside)
        },
        Command("skip-slot", "Leave the next slot of the fact at work empty") { state, _ in
            state.skipSlot()
        },
        Command(
            "work-on-fact", "Work on the fact of the line or under the cursor: fill its slots, or change them"
        ) {
            state, _ in
            state.workOnFact()
        },
    ]
}

extension State {
    /// Whether a filler takes the place of what a slot holds.
    fileprivate enum Filling {
        case alone, beside
    }

    /// The slots of the fact at hand, for completion.
    var possibleSlots: [String] {
        guard let fact = reading?.factAtHand else { return [] }
        return schema.fact(fact.kind)?.slots.map(\.name) ?? []
    }

    fileprivate mutating func fillNextSlot() -> [Effect] {
        guard let reading else { return [] }
        guard let fact = reading.workedFact else {
            prompt = .asking("new-fact")
            return []
        }
        guard let slot = reading.nextSlot(of: fact, schema) else {
            self.reading?.factWork = nil
            notice = Notice("no slot is empty any more; press the key again for another fact")
            return []
        }
        return fill(fact, slot, .beside)
    }

    fileprivate mutating func beginFact(_ name: String) -> [Effect] {
        guard let reading else { return [] }
        guard let kind = schema.fact(name), let slot = reading.firstSlot(of: kind) else {
            let known = schema.facts.map(\.name).joined(separator: ", ")
            notice = Notice(.error, "“\(name)” is no kind of fact; there are: \(known)")
            return []
        }
        let evidence = reading.evidence(for: reading.selection.span)
        let fact = Fact(
            id: newID("f"), kind: name, evidence: SpanSet(evidence), status: .accepted, origin: person)
        let effects = fill(fact, slot, .beside)
        if !effects.isEmpty {
            self.reading?.factWork = FactWork(id: fact.id)
            self.reading?.pane.show(.facts)
        }
        return effects
    }

    fileprivate mutating func fill(_ argument: String, _ filling: Filling) -> [Effect] {
        guard let fact = reading?.factAtHand else {
            notice = Notice("no fact here; select something and begin one")
            return []
        }
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard let slot = schema.fact(fact.kind)?.slots.first(where: { $0.name == parts[0] }) else {
            notice = Notice(
                .error,
                "\(fact.kind) has no slot “\(parts[0])”; it has: \(possibleSlots.joined(separator: ", "))")
            return []
        }
        guard parts.count > 1 else { return fill(fact, slot, filling) }
        guard parts[1] != Invocation.nothing, !parts[1].isEmpty else { return empty(slot, of: fact) }
        return put(Slot(slot.name, value: parts[1]), slot, into: fact, filling)
    }

    /// Puts the selection into a slot, as the mention that it is.
    private mutating func fill(_ fact: Fact, _ slot: SlotKind, _ filling: Filling) -> [Effect] {
        guard let reading else { return [] }
        let span = reading.selection.span
        guard !span.isEmpty else { return [] }
        guard let mention = reading.mentionOnSelection else {
            return put(Slot(slot.name, spans: SpanSet(span)), slot, into: fact, filling)
        }
        guard slot.labels.isEmpty || slot.labels.contains(mention.label) else {
            let labels = schema.labels.filter { slot.labels.contains($0.label) }.map(\.title)
            let title = schema.label(mention.label)?.title ?? mention.label.name
            notice = Notice(
                .error,
                "\(slot.title) takes \(labels.joined(separator: ", ")); this is tagged as \(title): tag it otherwise"
            )
            return []
        }
        let filler = Slot(slot.name, spans: mention.spans, mention: mention.id)
        return put(filler, slot, into: fact, filling, acceptance(of: [mention]))
    }

    private mutating func put(
        _ filler: Slot, _ slot: SlotKind, into old: Fact, _ filling: Filling, _ others: [Change] = []
    ) -> [Effect] {
        guard let reading else { return [] }
        var new = old
        if filling == .alone { new.slots.removeAll { $0.name == slot.name } }
        guard !new.slots.contains(filler) else { return [] }
        let order = schema.fact(old.kind)?.slots.map(\.name) ?? []
        let place = order.firstIndex(of: slot.name) ?? order.count
        let next = new.slots.firstIndex { (order.firstIndex(of: $0.name) ?? order.count) > place }
        new.slots.insert(filler, at: next ?? new.slots.count)
        new.status = .accepted
        if let spans = filler.spans, !new.evidence.fragments.contains(where: { $0.contains(spans.bounds) }) {
            new.evidence =
                SpanSet(new.evidence.fragments + [reading.evidence(for: spans.bounds)]) ?? new.evidence
        }
        return apply("\(slot.name) of \(old.kind)", others + [change(old, to: new)])
    }

    fileprivate mutating func empty(_ slot: SlotKind, of old: Fact) -> [Effect] {
        var new = old
        new.slots.removeAll { $0.name == slot.name }
        guard new.slots.count < old.slots.count else {
            notice = Notice("\(slot.title) is empty already")
            return []
        }
        new.status = .accepted
        return apply("empty \(slot.name) of \(old.kind)", change(old, to: new))
    }

    /// Takes a fact away that a person has made.
    mutating func removeFact(_ fact: Fact) -> [Effect] {
        let referring = reading?.annotations.referring(to: fact.id) ?? []
        return apply("remove fact", referring.map { $0.change(without: fact.id) } + [.remove(.fact(fact))])
    }

    private func change(_ old: Fact, to new: Fact) -> Change {
        reading?.annotations.facts[old.id] == nil ? .add(.fact(new)) : .replace(.fact(old), with: .fact(new))
    }

    fileprivate mutating func skipSlot() -> [Effect] {
        guard let reading, let fact = reading.workedFact, let slot = reading.nextSlot(of: fact, schema) else {
            notice = Notice(reading?.workedFact == nil ? "no fact is at work" : "no slot is left")
            return []
        }
        self.reading?.factWork?.skipped.insert(slot.name)
        return []
    }

    fileprivate mutating func workOnFact() -> [Effect] {
        guard let reading else { return [] }
        var fact = reading.factAtHand
        if reading.pane.isFocused {
            let lines = reading.paneLines(schema: schema)
            let line = lines.indices.contains(reading.pane.cursor) ? lines[reading.pane.cursor] : nil
            fact = line?.id.flatMap { reading.annotations.facts[$0] }
        }
        guard let fact else {
            notice = Notice("no fact here; select something and begin one")
            return []
        }
        self.reading?.factWork = FactWork(id: fact.id)
        self.reading?.pane.show(.facts)
        self.reading?.pane.isFocused = false
        self.reading?.selectToken(at: fact.bounds.start)
        return []
    }
}
