import CGumbo

/// The tree of an HTML page as a browser builds it, however damaged the page: elements, attributes and text.
///
/// Nodes are numbers in the order of the page. A node's subtree ends where `end` says, so a walk needs no recursion:
///
///     <p>Ein <b>Wort</b></p>      0 p ends at 4, 1 "Ein ", 2 b ends at 4, 3 "Wort"
///
/// Texts stay where they are in the page, and attributes become strings when somebody asks for them.
struct PageTree: Sendable {
    struct Node: Sendable {
        let tag: PageTag
        /// Whether a text lies in the page itself.
        fileprivate let isInPage: Bool
        fileprivate let name: UInt16
        /// Which attributes an element has.
        fileprivate let known: PageAttributeSet
        /// The element around it; -1 for the root.
        let parent: Int32
        /// The first node behind it and all that it holds.
        let end: Int32
        /// A text's bytes, or an element's attributes.
        fileprivate let start: UInt32
        fileprivate let count: UInt32
    }

    private struct Attribute {
        let name: PageAttribute
        let start: UInt32
        let count: UInt32
    }

    let file: String
    let nodes: [Node]
    private let attributes: [Attribute]
    private let names: [String]
    private let page: [UInt8]
    private let strings: [UInt8]

    /// - Parameters:
    ///   - html: UTF-8; `TextEncoding` makes it from pages in other encodings.
    ///   - pieceSize: a larger page is parsed in pieces of about so many bytes, where it can be cut.
    /// - Throws: for pages that are too large or nested too deep, and where gumbo is missing.
    init(_ html: [UInt8], name file: String, pieceSize: Int = 4 << 20) throws(FormatError) {
        let tree = html.withUnsafeBufferPointer { buffer in
            withUnsafeBytes(of: 0 as UInt8) { empty in
                cgumbo_parse(
                    buffer.baseAddress ?? empty.bindMemory(to: UInt8.self).baseAddress, buffer.count,
                    pieceSize)
            }
        }
        defer { cgumbo_free(tree) }
        let message = withUnsafeBytes(of: tree.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard message.isEmpty else {
            throw FormatError(file: file, line: tree.line > 0 ? Int(tree.line) : nil, message)
        }
        let strings = Array(UnsafeBufferPointer(start: tree.strings, count: tree.strings_count))
        let names = UnsafeBufferPointer(start: tree.names, count: tree.names_count).map { name in
            String(decoding: strings[name.start..<name.start + name.count], as: UTF8.self)
        }
        let attributeNames = names.map { PageAttribute.byName[$0] ?? .other }
        attributes = UnsafeBufferPointer(start: tree.attributes, count: tree.attributes_count).map {
            attribute in
            Attribute(
                name: attributeNames[Int(attribute.name)], start: attribute.start, count: attribute.count)
        }
        nodes = Self.nodes(tree, names.map { PageTag.byName[$0] ?? .other }, attributes)
        self.file = file
        self.names = names
        page = html
        self.strings = strings
    }

    private static func nodes(_ tree: cgumbo_tree, _ tags: [PageTag], _ attributes: [Attribute]) -> [Node] {
        UnsafeBufferPointer(start: tree.nodes, count: tree.nodes_count).map { node in
            let isElement = Int(node.kind) == CGUMBO_ELEMENT
            var known = PageAttributeSet()
            if isElement {
                for attribute in attributes[Int(node.start)..<Int(node.start + node.count)] {
                    known.insert(attribute.name)
                }
            }
            return Node(
                tag: isElement ? tags[Int(node.name)] : .text, isInPage: Int(node.kind) == CGUMBO_PAGE_TEXT,
                name: node.name, known: known, parent: node.parent, end: node.end, start: node.start,
                count: node.count)
        }
    }

    // MARK: Asking

    func tag(_ node: Int) -> PageTag { nodes[node].tag }

    /// An element's name in lower case, those that nobody knows included.
    func name(_ node: Int) -> String { names[Int(nodes[node].name)] }

    /// Nil for the root.
    func parent(_ node: Int) -> Int? { nodes[node].parent >= 0 ? Int(nodes[node].parent) : nil }

    /// The node and all that it holds.
    func subtree(_ node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

    func children(_ node: Int) -> some Sequence<Int> {
        let end = Int(nodes[node].end)
        return sequence(state: node + 1) { next in
            guard next < end else { return nil }
            defer { next = Int(nodes[next].end) }
            return next
        }
    }

    /// The elements around it, from the inside.
    func ancestors(_ node: Int) -> some Sequence<Int> {
        sequence(state: node) { place in
            guard let parent = parent(place) else { return nil }
            place = parent
            return parent
        }
    }

    func first(_ tag: PageTag, in node: Int = 0) -> Int? {
        subtree(node).first { nodes[$0].tag == tag }
    }

    /// The bytes of a text; empty for an element.
    func text(_ node: Int) -> ArraySlice<UInt8> {
        let node = nodes[node]
        guard node.tag == .text else { return [] }
        let range = Int(node.start)..<Int(node.start) + Int(node.count)
        return node.isInPage ? page[range] : strings[range]
    }

    /// All the text within an element as it stands in the page, scripts of data and white space included.
    func wholeText(_ node: Int) -> String {
        var bytes: [UInt8] = []
        for node in subtree(node) where nodes[node].tag == .text { bytes += text(node) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The attributes that an element has.
    func attributes(of node: Int) -> PageAttributeSet { nodes[node].known }

    /// The value of an attribute; empty for one without a value.
    func value(_ name: PageAttribute, of node: Int) -> String? {
        bytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same as bytes, which costs no copy.
    func bytes(_ name: PageAttribute, of node: Int) -> ArraySlice<UInt8>? {
        let node = nodes[node]
        guard node.known.contains(name) else { return nil }
        for attribute in attributes[Int(node.start)..<Int(node.start + node.count)]
        where attribute.name == name {
            return strings[Int(attribute.start)..<Int(attribute.start + attribute.count)]
        }
        return nil
    }

    /// Whether an attribute has this value.
    func isValue(_ name: PageAttribute, _ value: StaticString, of node: Int) -> Bool {
        guard let bytes = bytes(name, of: node) else { return false }
        return value.withUTF8Buffer { bytes.elementsEqual($0) }
    }
}
