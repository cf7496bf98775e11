import TestSupport

@testable import Articles

extension SplitMix {
    mutating func span(within length: Int) -> Articles.Span {
        let start = Int.random(in: 0..<length, using: &self)
        return Span(start, Int.random(in: start + 1...length, using: &self))
    }

    /// Any annotation, with one of so few ids that edits meet each other.
    mutating func annotation(within length: Int) -> Annotation {
        let id = ID("a\(Int.random(in: 0..<12, using: &self))")
        let other = ID("a\(Int.random(in: 0..<12, using: &self))")
        let status = Status.allCases[Int.random(in: 0..<3, using: &self)]
        let span = span(within: length)
        switch Int.random(in: 0..<8, using: &self) {
        case 0: return .relation(Relation(id: id, kind: "employer", from: other, to: id, status: status))
        case 1: return .chain(Chain(id: id, mentions: [other, "a1"], status: status))
        case 2: return .label(ArticleLabel(id: id, name: "politics"))
        case 3: return .note(Note(id: id, target: .annotation(other), text: "why?"))
        case 4, 5:
            let slot = Slot("speaker", mention: other)
            return .fact(Fact(id: id, kind: "quote", evidence: SpanSet(span), slots: [slot], status: status))
        default:
            return .mention(Mention(id: id, spans: SpanSet(span), label: "PER", status: status))
        }
    }

    /// An edit of up to three changes that fits the annotations, whatever they are.
    mutating func edit(of annotations: Annotations, within length: Int) -> Edit {
        var later = annotations
        var changes: [Change] = []
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let annotation = annotation(within: length)
            let change: Change
            if let before = later[annotation.id] {
                change = Bool.random(using: &self) ? .remove(before) : .replace(before, with: annotation)
            } else {
                change = .add(annotation)
            }
            changes.append(change)
            later.apply(Edit("one", [change]))
        }
        return Edit("random", changes)
    }
}
