import Articles

/// A page that glosse exported: the article's text in `<article><pre>`, what is known about it in a list above.
struct ExportedPage {
    private let tree: PageTree
    private let text: Int
    private var properties: [(name: String, value: String)] = []

    /// Nil for any other page.
    init?(_ tree: PageTree) {
        guard let article = tree.first(.article), let header = tree.first(.header), header < article,
            let text = tree.children(article).first(where: { _ in true }), tree.tag(text) == .pre,
            tree.subtree(article).upperBound == tree.subtree(text).upperBound,
            tree.first(.h1, in: header) != nil
        else { return nil }
        self.tree = tree
        self.text = text
        var name = ""
        for node in tree.subtree(header) {
            switch tree.tag(node) {
            case .dt: name = tree.wholeText(node)
            case .dd: properties.append((name, tree.wholeText(node)))
            default: break
            }
        }
    }

    func article(name: String, source: String) -> Article {
        var article = Article(
            name: name, title: tree.first(.title).map { tree.wholeText($0) }, source: source,
            text: Text(tree.wholeText(text)))
        for (name, value) in properties {
            switch name {
            case "Date": article.date = value
            case "Source": article.source = value
            case "Language": article.language = value
            case "Label": break
            default: article.metadata[name] = value
            }
        }
        return article
    }
}
