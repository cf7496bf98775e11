/// The package file of a book: what it is called, which pages it has, and in which order they are read.
struct EPUBPackage {
    private(set) var core = DublinCore()
    /// Paths of the pages in reading order, each once, without the table of contents.
    private(set) var chapters: [String] = []
    /// The table of contents as a page (EPUB 3).
    private(set) var navigation: String?
    /// The table of contents in its own format (EPUB 2).
    private(set) var ncx: String?

    private static let pageTypes: Set<String> = ["application/xhtml+xml", "text/html", "application/html"]

    /// - Parameter path: where it lies in the archive; other paths are counted from there.
    init(_ xml: XML, _ path: String) {
        var pages: [String: String] = [:]
        var paths: [String: String] = [:]
        let parts = xml.children(xml.root)
        if let metadata = parts.first(where: { xml.name($0) == "metadata" }) {
            // EPUB 2 allows a group in between.
            core = DublinCore(xml, in: xml.child("dc-metadata", of: metadata) ?? metadata)
        }
        for item in parts.filter({ xml.name($0) == "manifest" }).flatMap(xml.children) {
            guard let id = xml.value("id", of: item), let href = xml.value("href", of: item),
                let target = Self.resolve(href, from: path)
            else { continue }
            let type = xml.value("media-type", of: item) ?? ""
            paths[id] = target
            if xml.value("properties", of: item)?.split(separator: " ").contains("nav") ?? false {
                navigation = target
            }
            if type == "application/x-dtbncx+xml" { ncx = target }
            if Self.pageTypes.contains(type) { pages[id] = target }
        }
        guard let spine = parts.first(where: { xml.name($0) == "spine" }) else { return }
        ncx = xml.value("toc", of: spine).flatMap { paths[$0] } ?? ncx
        // EPUB 2 has no other way to say that a page is its cover or its table of contents.
        let guide = parts.filter { xml.name($0) == "guide" }.flatMap(xml.children)
        let outside = guide.filter { ["cover", "toc"].contains(xml.value("type", of: $0)?.lowercased()) }
        var seen = Set(
            outside.compactMap { xml.value("href", of: $0) }.compactMap { Self.resolve($0, from: path) })
        let text = guide.first { xml.value("type", of: $0)?.lowercased() == "text" }
        if let text, let start = xml.value("href", of: text).flatMap({ Self.resolve($0, from: path) }) {
            seen.remove(start)
        }
        for item in xml.children(spine) {
            guard let page = xml.value("idref", of: item).flatMap({ pages[$0] }), page != navigation,
                seen.insert(page).inserted
            else { continue }
            chapters.append(page)
        }
    }

    /// A path as it is written in a file, as a path in the archive; nil when it leads out of it.
    static func resolve(_ href: String, from file: String) -> String? {
        let path = Percent.decoded(String(href.prefix { $0 != "#" && $0 != "?" }))
        guard !path.contains("://") else { return nil }
        var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") {
            switch part {
            case ".": break
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}

/// What a book's table of contents calls its pages: the first name of each.
enum EPUBContents {
    static func ofPage(_ bytes: [UInt8], _ path: String) throws(FormatError) -> [String: String] {
        let tree = try PageTree(EPUBMarkup.html(bytes, path), name: path)
        let lists = tree.nodes.indices.filter { tree.tag($0) == .nav }
        let list = lists.first { tree.isValue(.epubType, "toc", of: $0) } ?? lists.first ?? 0
        guard tree.nodes.indices.contains(list) else { return [:] }
        var titles: [String: String] = [:]
        for node in tree.subtree(list) where tree.tag(node) == .a {
            guard let href = tree.value(.href, of: node),
                let target = EPUBPackage.resolve(href, from: path), titles[target] == nil
            else { continue }
            let title = PageText.line(of: tree, in: node)
            if !title.isEmpty { titles[target] = title }
        }
        return titles
    }

    static func ofNCX(_ xml: XML, _ path: String) -> [String: String] {
        var titles: [String: String] = [:]
        for point in xml.descendants(xml.root) where xml.name(point) == "navPoint" {
            guard let source = xml.child("content", of: point).flatMap({ xml.value("src", of: $0) }),
                let target = EPUBPackage.resolve(source, from: path), titles[target] == nil,
                let label = xml.child("navLabel", of: point)
            else { continue }
            titles[target] = xml.words(label)
        }
        return titles
    }
}
