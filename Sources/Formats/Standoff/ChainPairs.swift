import Articles

/// Chains in formats that know only relations: each mention is joined to the next by one of the kind `coreference`.
enum ChainPairs {
    static let kind = "coreference"

    /// Gives each pair of neighbours in a chain.
    static func forEach(_ annotations: Annotations, _ body: (ID, ID) -> Void) {
        for chain in annotations.chains {
            for (from, to) in zip(chain.mentions, chain.mentions.dropFirst()) { body(from, to) }
        }
    }

    /// The document with chains that pairs can say: of two mentions and more, and none in two of them. A relation that
    /// is called like the pairs gets another name.
    @Sendable static func adapted(_ document: Document) -> Document {
        var document = document.respelled(relations: { $0 == kind ? kind + "_" : $0 }, { _ in })
        var taken: Set<ID> = []
        var edits: [Annotations.Change] = []
        for chain in document.annotations.chains {
            var kept = chain
            kept.mentions.removeAll { !taken.insert($0).inserted }
            if kept.mentions.count < 2 {
                edits.append(.remove(chain.id))
            } else if kept != chain {
                edits.append(.set(.chain(kept)))
            }
        }
        if !edits.isEmpty {
            document = Document(article: document.article, annotations: document.annotations.changed(edits))
        }
        return document
    }
}

extension Annotations {
    enum Change {
        case set(Annotation)
        case remove(ID)
    }

    /// With these changes, and without what refers to something that is gone.
    func changed(_ changes: [Change]) -> Annotations {
        var changed = self
        for change in changes {
            switch change {
            case .set(let annotation): changed.set(annotation)
            case .remove(let id):
                for other in changed.referring(to: id) { changed.remove(other.id) }
                changed.remove(id)
            }
        }
        return changed
    }
}
