/// The hints of all elements of a page. A page has few classes, so each is looked at once.
struct PageHints {
    private let hints: [PageHint]

    init(_ tree: PageTree) {
        var hints = [PageHint](repeating: [], count: tree.nodes.count)
        var classes: [ArraySlice<UInt8>: PageHint] = [:]
        var names: [String: PageHint] = [:]
        for node in tree.nodes.indices {
            let tag = tree.tag(node)
            guard tag != .text, tag == .other || !tree.attributes(of: node).isDisjoint(with: Self.telling)
            else {
                continue
            }
            var found: PageHint = []
            if let role = tree.bytes(.role, of: node) { found.formUnion(.hint(ofRole: role)) }
            if let name = tree.bytes(.class, of: node) {
                let known = classes[name] ?? Self.hints(ofClass: name)
                classes[name] = known
                found.formUnion(known)
            }
            if let id = tree.value(.id, of: node) { found.formUnion(.hints(ofName: id)) }
            if tag == .other {
                let name = tree.name(node)
                let known = names[name] ?? .hints(ofName: name)
                names[name] = known
                found.formUnion(known)
            }
            if let property = tree.value(.itemprop, of: node) { found.take(property) }
            hints[node] = found
        }
        self.hints = hints
    }

    private static let telling = PageAttributeSet(.class, .id, .role, .itemprop)

    subscript(_ node: Int) -> PageHint { hints[node] }

    private static func hints(ofClass bytes: ArraySlice<UInt8>) -> PageHint {
        let name = String(decoding: bytes, as: UTF8.self)
        let words = Set(PageHint.words(of: name))
        let isByline = !words.isDisjoint(with: bylineWords) && !words.contains("comment")
        return PageHint.hints(ofName: name).union(isByline ? .byline : [])
    }

    private static let bylineWords: Set<String> = ["author", "autor", "byline", "autorin", "authors"]
}

extension PageHint {
    /// What a property of schema.org says outweighs the class.
    fileprivate mutating func take(_ property: String) {
        switch property {
        case "articleBody": self = intersection(.byline).union(.content)
        case "author", "datePublished", "dateModified", "publisher", "keywords": insert(.about)
        default: break
        }
    }
}
