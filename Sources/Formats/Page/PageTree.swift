import CGumbo

/// The tree of an HTML page as a browser builds it, however damaged the page: elements, attributes and text.
///
/// Nodes are numbers in the order of the page. A node's subtree ends where `end` says, so a walk needs no recursion:
///
///     <p>Ein <b>Wort</b></p>      0 p ends at 4, 1 "Ein ", 2 b ends at 4, 3 "Wort"
struct PageTree: Sendable {
    struct Node: Sendable {
        let tag: PageTag
        fileprivate let name: UInt32
        let line: UInt32
        /// The element around it; -1 for the root.
        let parent: Int32
        /// The first node behind it and all that it holds.
        fileprivate(set) var end: Int32
        /// A text's bytes, or an element's attributes.
        fileprivate let start: Int
        fileprivate var count: Int
    }

    private struct Attribute {
        let name: UInt32
        let start: Int
        let count: Int
    }

    let file: String
    let nodes: [Node]
    private let attributes: [Attribute]
    private let names: [String]
    private let numbers: [String: UInt32]
    private let strings: [UInt8]

    /// - Parameter html: UTF-8; `TextEncoding` makes it from pages in other encodings.
    /// - Throws: for pages that are too large or nested too deep, and where gumbo is missing.
    init(_ html: [UInt8], name file: String) throws(FormatError) {
        let list = html.withUnsafeBufferPointer { buffer in
            withUnsafeBytes(of: 0 as UInt8) { empty in
                cgumbo_parse(
                    buffer.baseAddress ?? empty.bindMemory(to: UInt8.self).baseAddress, buffer.count)
            }
        }
        defer { cgumbo_free(list) }
        let message = withUnsafeBytes(of: list.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard message.isEmpty else {
            throw FormatError(file: file, line: list.line > 0 ? Int(list.line) : nil, message)
        }
        let strings = Array(UnsafeBufferPointer(start: list.strings, count: list.strings_count))
        let names = UnsafeBufferPointer(start: list.names, count: list.names_count).map { name in
            String(decoding: strings[name.start..<name.start + name.count], as: UTF8.self)
        }
        var builder = Builder(tags: names.map { PageTag.byName[$0] ?? .other })
        for event in UnsafeBufferPointer(start: list.events, count: list.count) { builder.add(event) }
        self.file = file
        nodes = builder.nodes
        attributes = builder.attributes
        self.names = names
        numbers = Dictionary(
            names.enumerated().map { ($0.element, UInt32($0.offset)) },
            uniquingKeysWith: { first, _ in first })
        self.strings = strings
    }

    private struct Builder {
        let tags: [PageTag]
        var nodes: [Node] = []
        var attributes: [Attribute] = []
        var open: [Int] = []

        mutating func add(_ event: cgumbo_event) {
            switch Int(event.kind) {
            case CGUMBO_OPEN:
                append(tags[Int(event.name)], event, start: attributes.count, count: 0)
                open.append(nodes.count - 1)
            case CGUMBO_ATTRIBUTE:
                attributes.append(
                    Attribute(name: event.name, start: event.content, count: Int(event.content_count)))
                if let element = open.last { nodes[element].count += 1 }
            case CGUMBO_TEXT:
                append(.text, event, start: event.content, count: Int(event.content_count))
            default:
                if let element = open.popLast() { nodes[element].end = Int32(nodes.count) }
            }
        }

        private mutating func append(_ tag: PageTag, _ event: cgumbo_event, start: Int, count: Int) {
            nodes.append(
                Node(
                    tag: tag, name: event.name, line: event.line, parent: Int32(open.last ?? -1),
                    end: Int32(nodes.count + 1),
                    start: start, count: count))
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
        return node.tag == .text ? strings[node.start..<node.start + node.count] : []
    }

    /// All the text within an element as it stands in the page, scripts and white space included.
    func wholeText(_ node: Int) -> String {
        var bytes: [UInt8] = []
        for node in subtree(node) where nodes[node].tag == .text { bytes += text(node) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of an attribute by its name in lower case; empty for one without a value.
    func value(_ name: String, of node: Int) -> String? {
        let node = nodes[node]
        guard node.count > 0, node.tag != .text, let number = numbers[name] else { return nil }
        for attribute in attributes[node.start..<node.start + node.count] where attribute.name == number {
            return String(
                decoding: strings[attribute.start..<attribute.start + attribute.count], as: UTF8.self)
        }
        return nil
    }

    /// All attributes of an element, in their order.
    func attributes(_ node: Int) -> [(name: String, value: String)] {
        guard nodes[node].tag != .text else { return [] }
        let node = nodes[node]
        return attributes[node.start..<node.start + node.count].map { attribute in
            (
                names[Int(attribute.name)],
                String(decoding: strings[attribute.start..<attribute.start + attribute.count], as: UTF8.self)
            )
        }
    }

    func error(_ node: Int, _ message: String) -> FormatError {
        FormatError(file: file, line: Int(nodes[node].line), message)
    }
}
