import Articles
import Cells

/// The fact that is being made or changed, slot by slot.
struct FactWork: Hashable, Sendable {
    let id: ID
    /// The slots that are to stay empty.
    var skipped: Set<String> = []
}

extension OpenArticle {
    /// The fact at work; nil when there is none, or when it has been taken back.
    var workedFact: Fact? { factWork.flatMap { annotations.facts[$0.id] } }

    /// The fact that a command is about: the one at work, else the one under the cursor.
    var factAtHand: Fact? { workedFact ?? followed.flatMap { annotations.facts[$0] } }

    /// The slot that the next filler goes into: what the kind needs first, then what names and values go into, then the
    /// rest, which is often left empty.
    func nextSlot(of fact: Fact, _ schema: Schema) -> SlotKind? {
        let filled = Set(fact.slots.map(\.name)).union(factWork?.skipped ?? [])
        let open = (schema.fact(fact.kind)?.slots ?? []).filter { !filled.contains($0.name) }
        return open.first(where: \.isRequired) ?? open.first { !$0.labels.isEmpty } ?? open.first
    }

    /// The slot of a new fact that the selection goes into: where a mention like it belongs, else the first one that it
    /// needs words for.
    func firstSlot(of kind: FactKind) -> SlotKind? {
        if let label = mentionOnSelection?.label,
            let fitting = kind.slots.first(where: { $0.labels.contains(label) })
        {
            return fitting
        }
        let free = kind.slots.filter(\.labels.isEmpty)
        return free.first(where: \.isRequired) ?? kind.slots.first(where: \.isRequired) ?? free.first
            ?? kind.slots.first
    }

    /// The mention that the selection is, if it is one.
    var mentionOnSelection: Mention? {
        annotations.mentions.overlapping(selection.span).first {
            $0.bounds == selection.span && $0.status != .rejected
        }
    }

    /// The words that show a place: its sentence, or all sentences that it reaches into.
    func evidence(for span: Span) -> Span {
        let last = text.paragraphIndex(at: max(span.start, span.end - 1))
        let paragraphs = text.paragraphIndex(at: span.start)...last
        let sentences = paragraphs.lazy.flatMap { text.sentences(inParagraph: $0) }.filter(span.overlaps)
        return sentences.reduce(span) { $0.union($1) }
    }

    /// What a fact's slots are drawn as, each by its place in the kind.
    func slotRoles(of fact: Fact, _ schema: Schema) -> [(spans: SpanSet, role: Role)] {
        let names = schema.fact(fact.kind)?.slots.map(\.name) ?? []
        return fact.slots.compactMap { slot in
            slot.spans.map { ($0, Self.role(ofSlot: names.firstIndex(of: slot.name) ?? names.count)) }
        }
    }

    /// There are six styles, which is as many as can be told apart.
    static func role(ofSlot index: Int) -> Role { Role("slot.\(index % 6 + 1)") }
}
