import Articles

/// Something in a document that a format cannot carry, and how often it occurs.
public struct Loss: Hashable, Sendable, CustomStringConvertible {
    public let feature: Format.Feature
    public let count: Int

    /// `3 discontinuous mentions`
    public var description: String {
        let (_, one, many) = feature.names
        return "\(count) \(count == 1 ? one : many)"
    }
}

extension Format.Feature {
    /// What lists and reports call it.
    public var name: String { names.name }

    /// Its name, and what people call one and several of it.
    var names: (name: String, one: String, many: String) {
        switch self {
        case .mentions: ("mentions", "mention", "mentions")
        case .nested: ("nested", "nested mention", "nested mentions")
        case .overlapping: ("overlapping", "crossing mention", "crossing mentions")
        case .discontinuous: ("discontinuous", "discontinuous mention", "discontinuous mentions")
        case .blank: ("blank", "mention of white space", "mentions of white space")
        case .attributes: ("attributes", "attribute", "attributes")
        case .values: ("values", "normal value", "normal values")
        case .links: ("links", "link", "links")
        case .relations: ("relations", "relation", "relations")
        case .chains: ("chains", "chain", "chains")
        case .facts: ("facts", "fact", "facts")
        case .labels: ("labels", "article label", "article labels")
        case .notes: ("notes", "note on an annotation", "notes on annotations")
        case .placeNotes: ("placeNotes", "note on the article or a place", "notes on the article or a place")
        case .status: ("status", "status", "statuses")
        case .origin: ("origin", "origin", "origins")
        case .metadata: ("metadata", "property of the article", "properties of the article")
        case .margins:
            ("margins", "mention with white space at its edge", "mentions with white space at their edges")
        case .spelling: ("spelling", "name or value as it is spelled", "names and values as they are spelled")
        case .spacing: ("spacing", "text's own white space", "texts' own white space")
        case .returns: ("returns", "carriage return", "carriage returns")
        case .controls: ("controls", "control character", "control characters")
        }
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
