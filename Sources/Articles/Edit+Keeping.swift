extension Edit {
    /// The edit with the suggestions that its annotations name, as they are.
    ///
    /// The journal knows a suggestion only when somebody has decided about it. A note on one, or an accepted fact with
    /// one in a slot, would lose what it is about as soon as the engine finds something else.
    func keepingSuggestions(of annotations: Annotations) -> Edit {
        var known = Set(changes.map(\.annotation.id))
        var kept: [Change] = []
        var waiting = changes.compactMap(\.after).flatMap(\.references)
        while let id = waiting.popLast() {
            guard known.insert(id).inserted, let suggestion = annotations[id], !suggestion.isDecided else {
                continue
            }
            kept.append(.replace(suggestion, with: suggestion))
            waiting += suggestion.references
        }
        return kept.isEmpty ? self : Edit(name, kept.reversed() + changes)
    }
}
