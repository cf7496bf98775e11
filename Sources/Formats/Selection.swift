import Articles

extension Document {
    /// The document with the values that its facts have by now: those of the mentions that fill their slots.
    func withValuesOfMentions() -> Document {
        let changes = annotations.facts.compactMap { fact -> Annotations.Change? in
            var current = fact
            for (index, slot) in fact.slots.enumerated() where slot.mention != nil && slot.value != nil {
                current.slots[index].value = annotations.value(of: slot)
            }
            return current == fact ? nil : .set(.fact(current))
        }
        return changes.isEmpty
            ? self : Document(article: article, annotations: annotations.changed(changes))
    }

    /// The document with only what an export takes; what refers to something left behind goes without it, and so does
    /// what refers to something that is gone already.
    func selected(by options: ExportOptions, for format: Format) -> Document {
        let statuses =
            options.statuses
            ?? (format.carries.contains(.status) ? Set(Status.allCases) : [.suggested, .accepted])
        func isSure(_ origin: Origin) -> Bool {
            origin.confidence.map { $0 >= options.minimumConfidence } ?? true
        }
        func isWanted(_ status: Status, _ origin: Origin) -> Bool {
            statuses.contains(status) && isSure(origin)
        }
        // A suggested pronoun says nothing without its chain.
        let takesQuiet = format.carries.contains(.chains) || annotations.mentions.quietCount == 0
        let takesAllStatuses =
            statuses.count == Status.allCases.count
            || annotations.statusCount(where: { !statuses.contains($0) }) == 0
        let takesAllOrigins =
            options.minimumConfidence <= 0
            || annotations.originCount(where: { !isSure($0) }) == 0
        let takesAll = takesQuiet && takesAllStatuses && takesAllOrigins
        guard !takesAll || annotations.hasLooseEnds else { return self }

        let mentions = annotations.mentions.keeping {
            isWanted($0.status, $0.origin) && (takesQuiet || !$0.isQuiet)
        }
        let relations = annotations.relations.filter {
            isWanted($0.status, $0.origin) && mentions.contains($0.from) && mentions.contains($0.to)
        }
        let chains = annotations.chains.filter { isWanted($0.status, $0.origin) }
            .compactMap { $0.keeping(only: mentions) }
        let facts = annotations.facts.filter { isWanted($0.status, $0.origin) }.map { fact in
            var fact = fact
            for index in fact.slots.indices {
                // The words stay a filler when the mention on them stays behind.
                if let id = fact.slots[index].mention, !mentions.contains(id) {
                    fact.slots[index].mention = nil
                }
            }
            fact.slots.removeAll { $0.mention == nil && $0.spans == nil && $0.value == nil }
            return fact
        }
        let others = Set(
            relations.map(\.id) + chains.map(\.id) + facts.map(\.id) + annotations.labels.map(\.id))
        let notes = annotations.notes.filter { note in
            switch note.target {
            case .article, .span: true
            case .annotation(let id):
                mentions.contains(id) || others.contains(id) || annotations[id]?.isNote ?? false
            }
        }
        return Document(
            article: article,
            annotations: Annotations(
                mentions: mentions, relations: relations, chains: chains, facts: facts,
                labels: annotations.labels, notes: notes))
    }
}

extension Chain {
    /// The chain of those members that are left; nil when it has lost so many that it joins nothing.
    func keeping(only present: SpanTable<Mention>) -> Chain? {
        var kept = self
        kept.mentions.removeAll { !present.contains($0) }
        return kept.mentions.count > 1 || kept.mentions.count == mentions.count ? kept : nil
    }
}

extension Annotation {
    fileprivate var isNote: Bool {
        switch self {
        case .note: true
        case .mention, .relation, .chain, .fact, .label: false
        }
    }
}
