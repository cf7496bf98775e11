/// How the labels of gold data become those of a model.
public enum LabelScheme: String, Hashable, Sendable, CaseIterable {
    /// As they are.
    case own
    /// PER, LOC, ORG and MISC, with the forms of GermEval; the finer and other labels of known corpora are mapped.
    case news

    /// Nil leaves a label out.
    public func label(_ name: String) -> String? {
        switch self {
        case .own: return name
        case .news: return Self.news(name.lowercased())
        }
    }

    private static func news(_ name: String) -> String? {
        switch name {
        case "per", "person", "politician": return "PER"
        case "loc", "country": return "LOC"
        case "org", "organisation", "politicalparty", "corporation", "group": return "ORG"
        case "misc", "oth", "event", "election", "product", "creative-work", "work", "law": return "MISC"
        case "locpart": return "LOCpart"
        default: break
        }
        if name.hasPrefix("location") { return "LOC" }
        if name.hasPrefix("organization") { return "ORG" }
        if name.hasSuffix("deriv") { return "LOCderiv" }
        return name.hasSuffix("part") ? "ORGpart" : nil
    }
}
