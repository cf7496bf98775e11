/// What an engine found in a part of an article, all of it with the status `suggested`.
public struct Suggestions: Sendable {
    public var mentions: [Mention]
    public var chains: [Chain]
    public var facts: [Fact]

    public init(mentions: [Mention] = [], chains: [Chain] = [], facts: [Fact] = []) {
        self.mentions = mentions
        self.chains = chains
        self.facts = facts
    }

    /// Only what the schema has: with a schema of one's own the engine suggests no labels that nobody asked for.
    public func limited(to schema: Schema) -> Suggestions {
        Suggestions(
            mentions: mentions.filter { schema.label($0.label) != nil }, chains: chains,
            facts: facts.filter { schema.fact($0.kind) != nil })
    }
}

extension Annotations {
    /// Puts what the engine found in a span in the place of what it had suggested there before; see
    /// `Document.suggest`. Takes time for what is in the span only, however much the article holds.
    mutating func suggest(_ found: Suggestions, in span: Span) {
        let former = mentions.overlapping(span)
            .filter { !$0.isDecided && span.contains($0.bounds) && !isNeeded($0.id) }
            .map(\.id)
        let replaced = Set(former)
        let suggested = Set(found.mentions.map(\.id))
        let additions = found.mentions.filter { !isTaken($0, among: suggested) }
        replaceMentions(in: span, where: { replaced.contains($0.id) }, with: additions)
        for id in former where mentions[id] == nil { dropReferences(to: id) }
        for fact in facts.overlapping(span)
        where !fact.isDecided && span.contains(fact.bounds) && !isNeeded(fact.id) {
            remove(fact.id)
        }
        for fact in found.facts where !isDecided(fact.id) {
            var fact = fact
            for (index, slot) in fact.slots.enumerated() {
                if let id = slot.mention, mentions[id] == nil { fact.slots[index].mention = nil }
            }
            set(.fact(fact))
        }
        for chain in found.chains where !isDecided(chain.id) {
            setSuggested(undecided(joined(chain, in: span)))
        }
    }

    /// Whether something that a person made or decided about names this annotation.
    private func isNeeded(_ id: ID) -> Bool { referring(to: id).contains(where: \.isDecided) }

    private func isDecided(_ id: ID) -> Bool { self[id]?.isDecided ?? false }

    /// A chain with the mentions that it had outside of what was read now: an engine that reads a part of an article
    /// knows its head and that part, and names a chain for its first mention.
    private func joined(_ chain: Chain, in span: Span) -> Chain {
        guard case .chain(let former) = self[chain.id] else { return chain }
        var members: [ID: Span] = [:]
        for id in chain.mentions { members[id] = mentions[id]?.bounds }
        for id in former.mentions {
            if let place = mentions[id]?.bounds, !span.contains(place) { members[id] = place }
        }
        var joined = chain
        joined.mentions = members.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        return joined
    }

    /// The part of a suggested chain about which nobody has decided: without mentions that are in a person's chain, and
    /// without those that a person took apart. The engine names a chain differently when it reads in other pieces, so
    /// the name alone tells nothing.
    private func undecided(_ chain: Chain) -> Chain {
        let members = Set(chain.mentions)
        var rest = chain
        rest.mentions.removeAll { mention in
            referring(to: mention).contains { other in
                guard case .chain(let known) = other, other.isDecided else { return false }
                return known.status == .rejected
                    ? known.mentions.contains { $0 != mention && members.contains($0) } : true
            }
        }
        return rest
    }

    /// Takes a suggestion that is no longer made out of the others that name it.
    private mutating func dropReferences(to id: ID) {
        for annotation in referring(to: id) {
            switch annotation {
            case .chain(let chain):
                setSuggested(chain)
            case .fact(var fact):
                for (index, slot) in fact.slots.enumerated() where slot.mention == id {
                    fact.slots[index].mention = nil
                }
                set(.fact(fact))
            case .relation, .note:
                remove(annotation.id)
            case .mention, .label:
                break
            }
        }
    }

    /// Keeps the mentions of a chain that there are; one alone is no chain.
    private mutating func setSuggested(_ chain: Chain) {
        var chain = chain
        chain.mentions.removeAll { mentions[$0] == nil }
        if chain.mentions.count > 1 { set(.chain(chain)) } else { remove(chain.id) }
    }

    /// Whether a person's work stands where the engine suggests something: a mention that was made or accepted there,
    /// the same suggestion when it was rejected before, or anything else with its id.
    ///
    /// A name inside another one is suggested although that one was accepted, as long as the engine finds both.
    private func isTaken(_ suggestion: Mention, among suggested: Set<ID>) -> Bool {
        if isDecided(suggestion.id) { return true }
        return mentions.overlapping(suggestion.bounds).contains { other in
            guard other.isDecided else { return false }
            if other.status == .accepted, suggested.contains(other.id), other.bounds != suggestion.bounds,
                other.bounds.contains(suggestion.bounds) || suggestion.bounds.contains(other.bounds)
            {
                return false
            }
            return other.status == .rejected
                ? other.spans == suggestion.spans && other.label == suggestion.label
                : other.spans.fragments.contains { suggestion.spans.overlaps($0) }
        }
    }
}
