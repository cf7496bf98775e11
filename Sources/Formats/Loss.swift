import Articles

/// Something in a document that a format cannot carry, and how often it occurs.
public struct Loss: Hashable, Sendable, CustomStringConvertible {
    public let feature: Format.Feature
    public let count: Int

    /// `3 discontinuous mentions`
    public var description: String {
        let (one, many) = feature.names
        return "\(count) \(count == 1 ? one : many)"
    }
}

extension Format.Feature {
    /// What people call one and several of it.
    var names: (one: String, many: String) {
        switch self {
        case .mentions: ("mention", "mentions")
        case .nested: ("nested mention", "nested mentions")
        case .overlapping: ("crossing mention", "crossing mentions")
        case .discontinuous: ("discontinuous mention", "discontinuous mentions")
        case .blank: ("mention of white space", "mentions of white space")
        case .attributes: ("attribute", "attributes")
        case .values: ("normal value", "normal values")
        case .links: ("link", "links")
        case .relations: ("relation", "relations")
        case .chains: ("chain", "chains")
        case .facts: ("fact", "facts")
        case .labels: ("article label", "article labels")
        case .notes: ("note on an annotation", "notes on annotations")
        case .placeNotes: ("note on the article or a place", "notes on the article or a place")
        case .status: ("status", "statuses")
        case .origin: ("origin", "origins")
        case .metadata: ("property of the article", "properties of the article")
        case .returns: ("carriage return", "carriage returns")
        case .controls: ("control character", "control characters")
        }
    }
}

extension Document {
    /// What the format cannot carry of this document, computed from `carries` alone.
    func loss(in format: Format) -> [Loss] {
        let layers = Layers(annotations.mentions, in: text, for: format.carries)
        return Format.Feature.allCases.compactMap { feature in
            guard !format.carries.contains(feature) else { return nil }
            let count = layers.lost[feature] ?? count(of: feature)
            return count == 0 ? nil : Loss(feature: feature, count: count)
        }
    }

    private func count(of feature: Format.Feature) -> Int {
        switch feature {
        case .mentions: annotations.mentions.count
        case .nested, .overlapping, .discontinuous, .blank: 0
        case .attributes: annotations.mentions.reduce(0) { $0 + $1.attributes.count }
        case .values: annotations.mentions.count { $0.value != nil }
        case .links: annotations.mentions.count { $0.link != nil }
        case .relations: annotations.relations.count
        case .chains: annotations.chains.count
        case .facts: annotations.facts.count
        case .labels: annotations.labels.count
        case .notes: annotations.notes.count(where: \.isOnAnnotation)
        case .placeNotes: annotations.notes.count { !$0.isOnAnnotation }
        case .status: judgements.count { $0.status != .accepted }
        case .origin: judgements.count { $0.origin != .person() }
        case .metadata:
            [article.source, article.date, article.language].compactMap(\.self).count + article.metadata.count
        case .returns: text.withBytes { $0.count { $0 == 13 } }
        case .controls: text.controls.count
        }
    }

    /// The status and origin of everything that has a status.
    private var judgements: [(status: Status, origin: Origin)] {
        annotations.mentions.map { ($0.status, $0.origin) }
            + annotations.relations.map { ($0.status, $0.origin) }
            + annotations.chains.map { ($0.status, $0.origin) }
            + annotations.facts.map { ($0.status, $0.origin) }
    }
}

extension Note {
    var isOnAnnotation: Bool {
        switch target {
        case .annotation: true
        case .article, .span: false
        }
    }
}

extension [Loss] {
    /// Both lists as one, the counts of a feature added up.
    public func adding(_ others: [Loss]) -> [Loss] {
        var counts: [Format.Feature: Int] = [:]
        for loss in self + others { counts[loss.feature, default: 0] += loss.count }
        return Format.Feature.allCases.compactMap { feature in
            counts[feature].map { Loss(feature: feature, count: $0) }
        }
    }
}
