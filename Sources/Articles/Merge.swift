extension Document {
    /// The changes that bring annotations of the same text in from elsewhere, from a file or an earlier version.
    ///
    /// What is here already is not added again, whatever its id there; an id that means something else here is
    /// exchanged for a new one, also in whatever refers to it. Two annotators may both have called their first mention
    /// `T1`. What a person has decided only the same person changes: two annotators may have begun with the same
    /// suggestions.
    ///
    /// - Returns: the changes, and what stays as it is here though it is otherwise there.
    public mutating func merge(of others: Annotations) -> (changes: [Change], kept: [Annotation]) {
        var changes: [Change] = []
        var kept: [Annotation] = []
        var names: [ID: ID] = [:]
        for other in others.all {
            let here = counterpart(of: other.renamed(other.id, references: names))
            let id = here?.id ?? (annotations[other.id] == nil ? other.id : newID(other.letter))
            names[other.id] = id
            let new = other.renamed(id, references: names)
            if let here {
                // Under an id of its own it says the same again; a suggestion is decided by it.
                guard here != new, other.id == here.id || !here.isDecided else { continue }
                if here.yields(to: new) {
                    changes.append(.replace(here, with: new))
                } else if new.isDecided, !here.saysSame(as: new) {
                    kept.append(here)
                }
            } else {
                changes.append(.add(new))
            }
        }
        return (changes, kept)
    }

    /// What says the same here: the annotation itself, changed or not, or one with the same content.
    private func counterpart(of other: Annotation) -> Annotation? {
        if let known = annotations[other.id], known.isAbout(other) { return known }
        switch other {
        case .mention(let mention):
            return annotations.mentions.overlapping(mention.bounds)
                .first { $0.spans == mention.spans && $0.label == mention.label }.map(Annotation.mention)
        case .fact(let fact):
            return annotations.facts.overlapping(fact.bounds)
                .first { $0.evidence == fact.evidence && $0.kind == fact.kind }.map(Annotation.fact)
        case .relation(let relation):
            return annotations.relations(of: relation.from)
                .first { $0.kind == relation.kind && $0.from == relation.from && $0.to == relation.to }
                .map(Annotation.relation)
        case .chain(let chain):
            return chain.mentions.first.flatMap(annotations.chain)
                .flatMap { Set($0.mentions) == Set(chain.mentions) ? .chain($0) : nil }
        case .label(let label):
            return annotations.labels.first { $0.name == label.name }.map(Annotation.label)
        case .note(let note):
            return annotations.notes(on: note.target).first { $0.text == note.text }.map(Annotation.note)
        }
    }
}

extension Annotation {
    /// Whether another state of it may take its place: unless a person has decided here, and somebody else there.
    fileprivate func yields(to other: Annotation) -> Bool {
        guard isDecided, origin.author == .person else { return true }
        return other.origin.author == .person && other.origin.name == origin.name
    }

    /// Whether both differ at most in who said it, and when.
    fileprivate func saysSame(as other: Annotation) -> Bool {
        var other = other
        other.origin = origin
        return self == other
    }

    /// Whether both, which have the same id, are states of one thing, and not two things called alike.
    fileprivate func isAbout(_ other: Annotation) -> Bool {
        switch (self, other) {
        case (.mention(let left), .mention(let right)): left.bounds.overlaps(right.bounds)
        case (.fact(let left), .fact(let right)): left.bounds.overlaps(right.bounds)
        case (.relation(let left), .relation(let right)): left.from == right.from && left.to == right.to
        case (.chain(let left), .chain(let right)): !Set(left.mentions).isDisjoint(with: right.mentions)
        case (.label(let left), .label(let right)): left.name == right.name
        case (.note(let left), .note(let right)): left.target == right.target
        case (.mention, _), (.fact, _), (.relation, _), (.chain, _), (.label, _), (.note, _): false
        }
    }

    /// The letter with which the ids of its kind begin.
    fileprivate var letter: Character {
        switch self {
        case .mention: "m"
        case .relation: "r"
        case .chain: "c"
        case .fact: "f"
        case .label: "l"
        case .note: "n"
        }
    }

    /// The same under another id, with other ids for what it refers to where the table has them.
    fileprivate func renamed(_ id: ID, references names: [ID: ID]) -> Annotation {
        func name(_ old: ID) -> ID { names[old] ?? old }
        switch self {
        case .mention(let old):
            return .mention(
                Mention(
                    id: id, spans: old.spans, label: old.label, status: old.status, origin: old.origin,
                    value: old.value, link: old.link, attributes: old.attributes))
        case .relation(let old):
            return .relation(
                Relation(
                    id: id, kind: old.kind, from: name(old.from), to: name(old.to), status: old.status,
                    origin: old.origin))
        case .chain(let old):
            return .chain(
                Chain(id: id, mentions: old.mentions.map(name), status: old.status, origin: old.origin))
        case .fact(let old):
            var slots = old.slots
            for index in slots.indices { slots[index].mention = slots[index].mention.map(name) }
            return .fact(
                Fact(
                    id: id, kind: old.kind, evidence: old.evidence, slots: slots, status: old.status,
                    origin: old.origin))
        case .label(let old):
            return .label(ArticleLabel(id: id, name: old.name, value: old.value, origin: old.origin))
        case .note(let old):
            var target = old.target
            if case .annotation(let id) = target { target = .annotation(name(id)) }
            return .note(Note(id: id, target: target, text: old.text, origin: old.origin))
        }
    }
}
