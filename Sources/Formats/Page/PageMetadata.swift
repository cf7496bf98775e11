/// What a page says about its article: in JSON-LD, in `meta` elements, in microdata, and where people see it.
struct PageMetadata {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    private(set) var date: String?
    private(set) var site: String?
    private(set) var language: String?
    /// The address that the page calls its own.
    private(set) var address: String?
    private(set) var section: String?
    private(set) var description: String?
    /// The text without its marks, where JSON-LD holds it.
    private(set) var body: String?
    /// The title of the page's window, which often names the site too.
    let windowTitle: String?

    private let tree: PageTree
    private let hints: PageHints
    /// The values of `meta` elements; some, such as authors, come several times.
    private let metas: [String: [String]]

    init(_ tree: PageTree, _ hints: PageHints) {
        self.tree = tree
        self.hints = hints
        let head = tree.first(.head).map { tree.subtree($0) } ?? 0..<0
        windowTitle = head.first { tree.tag($0) == .title }.map { Self.plain(tree.wholeText($0)) }
        metas = Self.metas(tree)
        let data = PageLinkedData(tree)
        headline = data.headline ?? meta("og:title", "twitter:title", "dc.title", "parsely-title")
        date = data.date ?? dateInMeta() ?? dateInMarkup()
        site = data.site ?? meta("og:site_name", "application-name", "publisher", "dc.publisher")
        if let name = meta("og:site_name"), data.site == nil || data.headline == nil { site = name }
        authors = data.authors
        if authors.isEmpty { authors = authorsInMeta() }
        if authors.isEmpty { authors = authorsInMarkup() }
        address =
            head.first { tree.tag($0) == .link && tree.value(.rel, of: $0)?.lowercased() == "canonical" }
            .flatMap { tree.value(.href, of: $0) } ?? meta("og:url")
        if let address, !address.hasPrefix("http://"), !address.hasPrefix("https://") { self.address = nil }
        let code = tree.value(.lang, of: 0) ?? tree.value(.xmlLang, of: 0) ?? data.language
        language = (code ?? meta("og:locale", "content-language", "dc.language")).flatMap(Self.language)
        section = data.section ?? meta("article:section")
        description = meta("og:description", "description", "twitter:description")
        body = data.body
    }

    /// Takes what the lines around the headline say, where the page says it nowhere else.
    mutating func takeVisible(_ lines: [String]) {
        if date == nil { date = lines.lazy.compactMap { PageDate.first(in: $0) }.first }
        if authors.isEmpty { authors = lines.lazy.map(PageByline.names).first { !$0.isEmpty } ?? [] }
    }

    // MARK: meta

    private static func metas(_ tree: PageTree) -> [String: [String]] {
        var metas: [String: [String]] = [:]
        for node in tree.nodes.indices where tree.tag(node) == .meta {
            guard let content = tree.value(.content, of: node) else { continue }
            for key in [PageAttribute.property, .name, .itemprop, .httpEquiv] {
                guard let name = tree.value(key, of: node)?.lowercased(), metas[name, default: []].count < 50
                else { continue }
                let value = plain(content)
                if !value.isEmpty { metas[name, default: []].append(value) }
            }
        }
        return metas
    }

    private func meta(_ names: String...) -> String? { names.lazy.compactMap { metas[$0]?.first }.first }

    private func dateInMeta() -> String? {
        let names = [
            "article:published_time", "datepublished", "og:published_time", "date", "dc.date.issued",
            "dc.date",
            "dcterms.created", "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date",
            "pubdate",
            "publish-date", "publication_date", "cxenseparse:recs:publishtime", "last-modified",
            "article:modified_time",
        ]
        return names.lazy.compactMap { metas[$0]?.first }.compactMap { PageDate.first(in: $0) }.first
    }

    private func authorsInMeta() -> [String] {
        for name in [
            "author", "authors", "article:author", "dc.creator", "dcterms.creator", "citation_author",
            "parsely-author", "sailthru.author", "byl", "twitter:creator",
        ] {
            let values = metas[name, default: []].filter { !$0.contains("://") && !$0.hasPrefix("@") }
            var seen: Set<String> = []
            let names = values.flatMap(PageByline.split).filter { $0 != site && seen.insert($0).inserted }
            if !names.isEmpty { return names }
        }
        return []
    }

    // MARK: Markup

    /// The day of `itemprop`, of `time`, or of an element that says that it holds the day of publication.
    private func dateInMarkup() -> String? {
        let published = tree.nodes.indices.first { node in
            tree.isValue(.itemprop, "datePublished", of: node)
                || tree.isValue(.itemprop, "dateCreated", of: node)
        }
        if let published, let day = day(of: published) { return day }
        var times: [String] = []
        for node in tree.nodes.indices {
            switch tree.tag(node) {
            case .time, .abbr:
                guard let day = day(of: node) else { continue }
                if tree.attributes(of: node).contains(.pubdate) || isPublished(node) { return day }
                if tree.tag(node) == .time { times.append(day) }
            default: continue
            }
        }
        return times.first
    }

    private func isPublished(_ node: Int) -> Bool {
        PageHint.words(of: tree.value(.class, of: node) ?? "").contains("published")
    }

    private func day(of node: Int) -> String? {
        for name in [PageAttribute.datetime, .content, .title] {
            if let value = tree.value(name, of: node), let day = PageDate.first(in: value) { return day }
        }
        guard tree.subtree(node).count < 20 else { return nil }
        return PageDate.first(in: tree.wholeText(node))
    }

    /// The names in the first elements that are marked as the author's; whoever marks more of them means those of teasers.
    private func authorsInMarkup() -> [String] {
        var names: [String] = []
        var candidates = 0
        for node in tree.nodes.indices where candidates < 50 {
            let isAuthor =
                tree.isValue(.itemprop, "author", of: node)
                || tree.tag(node) == .a
                    && tree.value(.rel, of: node)?.split(separator: " ").contains("author") ?? false
            guard isAuthor, tree.subtree(node).count < 60 else { continue }
            candidates += 1
            let name = tree.subtree(node).first { tree.isValue(.itemprop, "name", of: $0) } ?? node
            let text = tree.value(.content, of: name) ?? PageText.line(of: tree, in: name)
            for found in PageByline.split(Self.plain(text)) where !names.contains(found) {
                names.append(found)
            }
        }
        return names.isEmpty ? authorsByClass() : names
    }

    /// The names in the first element that its class calls the author's, comments apart.
    private func authorsByClass() -> [String] {
        var candidates = 0
        for node in tree.nodes.indices where candidates < 50 {
            guard hints[node].contains(.byline), tree.subtree(node).count < 30 else { continue }
            candidates += 1
            guard !isInComment(node) else { continue }
            let line = PageText.line(of: tree, in: node)
            let names = PageByline.names(line)
            if !names.isEmpty { return names }
            let marked = PageByline.marked(line)
            if !marked.isEmpty { return marked }
        }
        return []
    }

    private func isInComment(_ node: Int) -> Bool {
        tree.ancestors(node).contains {
            hints[$0].contains(.foreign) && tree.tag($0) != .body
        }
    }

    // MARK: Values

    /// A value on one line, with references resolved that a page has written twice over.
    static func plain(_ value: String) -> String {
        var value = value
        if value.contains("&"), value.utf8.count < 20_000, let text = try? PageText.text(ofHTML: value),
            !value.contains("<")
        {
            value = text
        }
        return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `de_DE` and `de-AT` are `de`.
    static func language(_ code: String) -> String? {
        let first = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return (2...3).contains(first.count) && first.allSatisfy { $0.isASCII && $0.isLetter } ? first : nil
    }
}
