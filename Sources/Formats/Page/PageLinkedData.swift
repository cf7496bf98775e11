/// What a page says of its article in JSON-LD.
struct PageLinkedData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    private(set) var date: String?
    private(set) var site: String?
    private(set) var language: String?
    private(set) var section: String?
    private(set) var body: String?
    /// How well the object that all this comes from fits an article.
    private var rank = 0

    init(_ tree: PageTree) {
        var number = 0
        for node in tree.nodes.indices where tree.tag(node) == .script {
            guard tree.value(.type, of: node)?.lowercased().hasPrefix("application/ld+json") ?? false else {
                continue
            }
            number += 1
            guard number <= 50 else { return }
            // Line breaks within strings are no JSON, but common.
            let bytes = tree.subtree(node).dropFirst().flatMap { tree.text($0) }.map { $0 < 32 ? 32 : $0 }
            guard let json = try? JSON(Input(name: tree.file, bytes: bytes)) else { continue }
            visit(json, depth: 0)
        }
    }

    private mutating func visit(_ json: JSON, depth: Int) {
        guard depth < 8 else { return }
        if let elements = try? json.elements {
            for element in elements { visit(element, depth: depth + 1) }
        } else if json.kind == .object {
            take(json)
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = Self.member(key, of: json) { visit(inner, depth: depth + 1) }
            }
        }
    }

    private mutating func take(_ json: JSON) {
        let types = Self.strings(Self.member("@type", of: json))
        let rank = types.map(Self.rank).max() ?? 0
        guard rank > self.rank else { return }
        self.rank = rank
        headline = Self.text("headline", of: json) ?? Self.text("name", of: json)
        date = (Self.text("datePublished", of: json) ?? Self.text("dateCreated", of: json)).flatMap {
            PageDate.first(in: $0)
        }
        body = Self.text("articleBody", of: json)
        section = Self.text("articleSection", of: json)
        language = Self.text("inLanguage", of: json)
        site = Self.member("publisher", of: json).flatMap { Self.names($0, of: { _ in true }).first }
        let publisher = site
        authors =
            Self.member("author", of: json).map { author in
                Self.names(author) { !$0.contains("Organization") && !$0.contains("NewsMediaOrganization") }
            }?.filter { $0 != publisher } ?? []
    }

    private static func rank(_ type: String) -> Int {
        switch type {
        case "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
            "LiveBlogPosting",
            "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle":
            3
        case "Article", "BlogPosting", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Report": 2
        case "WebPage", "ItemPage": 1
        default: 0
        }
    }

    // MARK: JSON

    private static func member(_ key: String, of json: JSON) -> JSON? {
        guard json.kind == .object, let members = try? json.members else { return nil }
        return members.first { $0.key == key }?.value
    }

    private static func text(_ key: String, of json: JSON) -> String? {
        strings(member(key, of: json)).first.map(PageMetadata.plain).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func strings(_ json: JSON?) -> [String] {
        guard let json else { return [] }
        if let string = try? json.string { return [string] }
        guard let elements = try? json.elements else { return [] }
        return elements.compactMap { try? $0.string }
    }

    /// Names of persons or others: a string, an object with a name, or several.
    private static func names(_ json: JSON, of isWanted: ([String]) -> Bool) -> [String] {
        switch json.kind {
        case .string: return strings(json).map(PageMetadata.plain)
        case .array:
            guard let elements = try? json.elements else { return [] }
            return elements.prefix(20).filter { $0.kind != .array }.flatMap { names($0, of: isWanted) }
        case .object:
            return isWanted(strings(member("@type", of: json)))
                ? text("name", of: json).map { [$0] } ?? [] : []
        case .null, .true, .false, .number: return []
        }
    }
}
