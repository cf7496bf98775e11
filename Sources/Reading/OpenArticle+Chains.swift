import Articles

/// What means the same as the mention under the cursor.
extension OpenArticle {
    /// The chain of the mention that the selection lies in.
    var chainAtCursor: Chain? {
        guard let mention = mentionAtCursor, mention.status != .rejected,
            mention.bounds.contains(selection.span)
        else { return nil }
        return annotations.chain(of: mention.id)
    }

    /// Of the chain at the cursor, the mentions in view that are nearest: a key on a thin line must not redraw them all.
    var chainInView: Set<ID> {
        guard let chain = chainAtCursor?.id else { return [] }
        let here = selection.span.start
        let members = annotations.mentions.overlapping(visibleSpan).filter {
            !$0.spans.overlaps(selection.span) && annotations.chain(of: $0.id)?.id == chain
        }
        let nearest = members.sorted { abs($0.bounds.start - here) < abs($1.bounds.start - here) }
        return Set(nearest.prefix(12).map(\.id))
    }

    /// The name that a pronoun or description stands for: the longest of its chain.
    func chainName(of mention: Mention) -> String? {
        guard let chain = annotations.chain(of: mention.id) else { return nil }
        let names = chain.mentions.lazy.compactMap { annotations.mentions[$0] }.filter { !$0.isAnaphor }
        return names.prefix(20).map { text.string(in: $0.bounds) }.max { $0.count < $1.count }?.prefixOfLine(
            60)
    }

    /// The next name of a chain behind the selection, from the last one the first; nil for what is no chain.
    func nextName(ofChain id: ID) -> Span? {
        guard case .chain(let chain) = annotations[id] else { return nil }
        let places = chain.mentions.compactMap { annotations.mentions[$0] }
            .filter { !$0.isQuiet && $0.status != .rejected }.map(\.bounds)
        return places.filter { $0 > selection.span }.min() ?? places.min()
    }
}
