import Articles
import Language

/// A person who goes through articles, decides about every suggestion and tags what is missing, as gold data says: what
/// the engine's learning is measured with.
struct SimulatedPerson {
    /// An article with what is right to tag in it.
    struct Assignment {
        let article: Article
        let gold: [Mention]
    }

    /// One decision, after which the engine may suggest something else.
    struct Decision {
        let changes: [Change]
        let place: Span
        /// How many suggestions were decided about, and how many of them were right.
        let seen: Int
        let accepted: Int
        /// How many wrong suggestions were changed or rejected, or missing mentions made.
        let corrections: Int
    }

    let gold: [Mention]

    /// The next thing to do from the start of the article; nil when all is as it should be.
    func next(in document: inout Document) -> Decision? {
        let mentions = Array(document.annotations.mentions)
        let open = mentions.filter { $0.status == .suggested }
        let done = Set(mentions.filter { $0.status == .accepted }.map(Key.init))
        let missing = gold.filter { !done.contains(Key($0)) }
        guard let suggestion = open.first else {
            return missing.first.map { tag($0, in: &document) }
        }
        if let first = missing.first, first.bounds.end <= suggestion.bounds.start {
            return tag(first, in: &document)
        }
        guard let right = missing.first(where: { $0.bounds.overlaps(suggestion.bounds) }) else {
            var rejected = suggestion
            rejected.status = .rejected
            return Decision(
                changes: [.replace(.mention(suggestion), with: .mention(rejected))],
                place: suggestion.bounds, seen: 1, accepted: 0, corrections: 1)
        }
        return correct(suggestion, to: right, open)
    }

    private func tag(_ mention: Mention, in document: inout Document) -> Decision {
        let made = Mention(id: document.newID("m"), spans: mention.spans, label: mention.label)
        return Decision(
            changes: [.add(.mention(made))], place: made.bounds, seen: 0, accepted: 0, corrections: 1)
    }

    /// Accepts a suggestion, or gives it the right label and borders; others in the same place are rejected.
    private func correct(_ suggestion: Mention, to right: Mention, _ open: [Mention]) -> Decision {
        let isRight = Key(suggestion) == Key(right)
        var new = suggestion
        new.status = .accepted
        if !isRight {
            new.spans = right.spans
            new.label = right.label
            new.attributes = [:]
            new.origin = .person()
        }
        var changes: [Change] = [.replace(.mention(suggestion), with: .mention(new))]
        let others = open.filter { $0.id != suggestion.id && $0.bounds.overlaps(right.bounds) }
        for other in others {
            var rejected = other
            rejected.status = .rejected
            changes.append(.replace(.mention(other), with: .mention(rejected)))
        }
        return Decision(
            changes: changes, place: suggestion.bounds.union(right.bounds), seen: 1 + others.count,
            accepted: isRight ? 1 : 0, corrections: others.count + (isRight ? 0 : 1))
    }

    /// What must be the same for a suggestion to be right.
    struct Key: Hashable {
        let spans: SpanSet
        let label: Label

        init(_ mention: Mention) {
            spans = mention.spans
            label = mention.label
        }
    }
}
