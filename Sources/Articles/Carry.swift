extension Annotations {
    /// The annotations in a later version of the text, each where its words are now, with its id, status and origin.
    ///
    /// What lies on changed words is lost, and with it what makes no sense alone: relations with a lost end, chains
    /// with fewer than two mentions left, notes on what is lost.
    ///
    /// - Returns: what could be carried over, and the annotations that could not, or not whole (a chain or a fact that
    ///   lost one of its mentions), as they were.
    public func carried(from old: Text, to new: Text) -> (carried: Annotations, lost: [Annotation]) {
        var carrier = Carrier(old: old, new: new)
        let mentions = self.mentions.compactMap { carrier.carry($0) }
        let facts = self.facts.compactMap { carrier.carry($0) }
        let relations = self.relations.filter { carrier.keeps(.relation($0)) }
        let chains = self.chains.compactMap { carrier.carry($0) }
        var notes = self.notes.compactMap { carrier.carry($0) }
        // A note may be about a note, and go with it.
        while let index = notes.firstIndex(where: { !carrier.keeps(.note($0)) }) { notes.remove(at: index) }
        let carried = Annotations(
            mentions: mentions, relations: relations, chains: chains, facts: facts, labels: labels,
            notes: notes)
        return (carried, carrier.lost.compactMap { self[$0] })
    }
}

extension Text {
    /// How much of the longer of two texts stands in both, in the same order, from 0 to 1.
    public func share(with other: Text) -> Double {
        Alignment(from: self, to: other).share
    }
}

/// Takes annotations over one after the other and remembers which could not come along.
private struct Carrier {
    private let alignment: Alignment
    private let old: Text
    private let new: Text
    /// In the order in which they were lost; `gone` holds those of which nothing is left.
    private(set) var lost: [ID] = []
    private var gone: Set<ID> = []

    init(old: Text, new: Text) {
        self.old = old
        self.new = new
        alignment = Alignment(from: old, to: new)
    }

    mutating func carry(_ mention: Mention) -> Mention? {
        guard let spans = map(mention.spans) else { return lose(mention.id) }
        var mention = mention
        mention.spans = spans
        return mention
    }

    mutating func carry(_ fact: Fact) -> Fact? {
        guard let evidence = map(fact.evidence) else { return lose(fact.id) }
        var carried = fact
        carried.evidence = evidence
        carried.slots = fact.slots.compactMap { slot in
            var slot = slot
            slot.spans = slot.spans.flatMap(map)
            slot.mention = slot.mention.flatMap { gone.contains($0) ? nil : $0 }
            return slot.spans == nil && slot.mention == nil && slot.value == nil ? nil : slot
        }
        let isWhole = fact.slots.allSatisfy { slot in
            slot.spans.map { map($0) != nil } ?? true && slot.mention.map { !gone.contains($0) } ?? true
        }
        if !isWhole { lost.append(fact.id) }
        return carried
    }

    mutating func carry(_ chain: Chain) -> Chain? {
        var carried = chain
        carried.mentions.removeAll(where: gone.contains)
        if carried.mentions.count == chain.mentions.count { return chain }
        guard carried.mentions.count > 1 else { return lose(chain.id) }
        lost.append(chain.id)
        return carried
    }

    mutating func carry(_ note: Note) -> Note? {
        guard case .span(let span) = note.target else { return note }
        guard let moved = map(span) else { return lose(note.id) }
        var note = note
        note.target = .span(moved)
        return note
    }

    /// Whether everything that the annotation names is still there.
    mutating func keeps(_ annotation: Annotation) -> Bool {
        guard annotation.references.contains(where: gone.contains) else { return true }
        lost.append(annotation.id)
        gone.insert(annotation.id)
        return false
    }

    private mutating func lose<Carried>(_ id: ID) -> Carried? {
        lost.append(id)
        gone.insert(id)
        return nil
    }

    private func map(_ spans: SpanSet) -> SpanSet? {
        let moved = spans.fragments.compactMap(map)
        guard moved.count == spans.fragments.count else { return nil }
        return moved.count == 1 ? SpanSet(moved[0]) : SpanSet(moved)
    }

    /// Where the span is now, unless what was a word is now a part of one: `Wien` in `Wiener`.
    private func map(_ span: Span) -> Span? {
        guard let moved = alignment.map(span) else { return nil }
        let grew =
            old.isBoundary(span.start) != new.isBoundary(moved.start)
            || old.isBoundary(span.end) != new.isBoundary(moved.end)
        return grew ? nil : moved
    }
}

extension Text {
    /// Whether no word goes on across the offset.
    fileprivate func isBoundary(_ offset: Int) -> Bool {
        withBytes { bytes in
            guard offset > 0, offset < bytes.count else { return true }
            return !(bytes[offset - 1].isInWord && bytes[offset].isInWord)
        }
    }
}
