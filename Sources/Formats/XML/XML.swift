import Articles
import CXML

/// An XML file: elements, their attributes and the text between them, in the order of the file.
///
/// Nothing outside of the file is read, and entities that a file declares itself are refused. Names are without prefixes.
struct XML {
    /// An element, or a piece of text between two tags.
    enum Node {
        case element(Element)
        case text(ArraySlice<UInt8>)
    }

    private let list: List

    let root: Element

    /// What the parser gave: the events, which are many and not copied, and the strings in them.
    private final class List {
        let file: String
        let all: cxml_list
        let strings: [UInt8]

        init(_ input: Input) {
            file = input.name
            all = input.bytes.withUnsafeBufferPointer { cxml_parse($0.baseAddress, $0.count) }
            strings = Array(UnsafeBufferPointer(start: all.strings, count: all.strings_count))
        }

        deinit { cxml_free(all) }

        subscript(index: Int) -> cxml_event { withExtendedLifetime(self) { all.events[index] } }
    }

    private var strings: [UInt8] { list.strings }

    init(_ input: Input) throws(FormatError) {
        let list = List(input)
        let message = withUnsafeBytes(of: list.all.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard message.isEmpty, list.all.count > 0 else {
            throw FormatError(
                file: input.name, line: input.firstLine - 1 + max(1, Int(list.all.line)),
                column: max(1, Int(list.all.column)), message.isEmpty ? "there is no element" : message)
        }
        self.list = list
        root = Element(index: 0)
    }

    /// Which element it is; what it holds is asked of the file.
    struct Element: Hashable {
        fileprivate let index: Int
    }

    func error(_ element: Element, _ message: String) -> FormatError {
        FormatError(file: list.file, line: Int(list[element.index].line), message)
    }

    // MARK: Content

    func name(_ element: Element) -> String {
        let event = list[element.index]
        return string(event.name, event.name_count)
    }

    /// Where the element ends.
    private func end(_ element: Element) -> Int { Int(list[element.index].end) }

    /// The address of the element's namespace; empty without one.
    func space(_ element: Element) -> String {
        let event = list[element.index]
        return string(event.space, event.space_count)
    }

    /// A number that is the same for all elements of a namespace: its address is long, and most elements share a few.
    func spaceNumber(_ element: Element) -> Int { spaceNumber(list[element.index]) }

    private func spaceNumber(_ event: cxml_event) -> Int { event.space_count == 0 ? -1 : Int(event.space) }

    func attributes(_ element: Element) -> [(name: String, space: String, value: String)] {
        attributeIndices(element).map { index in
            let event = list[index]
            return (
                string(event.name, event.name_count), string(event.space, event.space_count),
                String(decoding: content(event), as: UTF8.self)
            )
        }
    }

    /// The same with namespaces as numbers, and values as they lie in the file, which costs no copy.
    func attributeBytes(_ element: Element) -> [(name: String, spaceNumber: Int, value: ArraySlice<UInt8>)] {
        attributeIndices(element).map { index in
            let event = list[index]
            return (string(event.name, event.name_count), spaceNumber(event), content(event))
        }
    }

    /// The value of an attribute without a namespace.
    func value(_ name: String, of element: Element) -> String? {
        valueBytes(name, of: element).map { String(decoding: $0, as: UTF8.self) }
    }

    /// - Parameter space: the number of the attribute's namespace; without one it has none.
    func valueBytes(_ name: String, of element: Element, space: Int = -1) -> ArraySlice<UInt8>? {
        for index in attributeIndices(element) where spaceNumber(list[index]) == space {
            let event = list[index]
            guard Int(event.name_count) == name.utf8.count else { continue }
            if strings[bytes(event.name, event.name_count)].elementsEqual(name.utf8) { return content(event) }
        }
        return nil
    }

    /// `xml:id`, `xml:lang` or `xml:space`.
    func ownValue(_ name: String, of element: Element) -> String? {
        attributes(element).first { $0.name == name && $0.space == Self.ownSpace }?.value
    }

    private static let ownSpace = "http://www.w3.org/XML/1998/namespace"

    func nodes(_ element: Element) -> [Node] {
        var nodes: [Node] = []
        var index = attributeIndices(element).upperBound
        while index < end(element) {
            let event = list[index]
            if Int(event.kind) == CXML_OPEN {
                nodes.append(.element(Element(index: index)))
                index = Int(event.end) + 1
            } else {
                nodes.append(.text(content(event)))
                index += 1
            }
        }
        return nodes
    }

    func children(_ element: Element) -> [Element] {
        var children: [Element] = []
        var index = attributeIndices(element).upperBound
        while index < end(element) {
            let isElement = Int(list[index].kind) == CXML_OPEN
            if isElement { children.append(Element(index: index)) }
            index = (isElement ? Int(list[index].end) : index) + 1
        }
        return children
    }

    func child(_ name: String, of element: Element) -> Element? {
        children(element).first { self.name($0) == name }
    }

    /// All elements within one, in the order of their beginnings.
    func descendants(_ element: Element) -> [Element] {
        (element.index + 1..<max(element.index + 1, end(element))).filter {
            Int(list[$0].kind) == CXML_OPEN
        }.map { Element(index: $0) }
    }

    /// All text within an element.
    func text(_ element: Element) -> String {
        var bytes: [UInt8] = []
        for index in element.index..<max(element.index, end(element))
        where Int(list[index].kind) == CXML_TEXT {
            bytes += content(list[index])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func attributeIndices(_ element: Element) -> Range<Int> {
        var end = element.index + 1
        while end < list.all.count, Int(list[end].kind) == CXML_ATTRIBUTE { end += 1 }
        return element.index + 1..<end
    }

    private func bytes(_ start: UInt32, _ count: UInt32) -> Range<Int> {
        Int(start)..<Int(start) + Int(count)
    }

    private func string(_ start: UInt32, _ count: UInt32) -> String {
        String(decoding: strings[bytes(start, count)], as: UTF8.self)
    }

    /// The value of an attribute, or text.
    private func content(_ event: cxml_event) -> ArraySlice<UInt8> {
        strings[bytes(event.content, event.content_count)]
    }
}

extension XML {
    /// The name of the first element and the address of its namespace, if a file begins like XML.
    ///
    /// Looks at the bytes alone: whether it is a file of the format is found out when it is read.
    static func beginning(_ start: ArraySlice<UInt8>) -> String? {
        var rest = start.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0.isSpace }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        while rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
            // A document type may hold declarations between brackets.
            let mark = rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }
            let start = mark.flatMap { rest[$0] == UInt8(ascii: "[") ? rest[$0...].firstIndex(of: 0x5D) : $0 }
            guard let start, let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
            rest = rest[(end + 1)...].drop(while: \.isSpace)
        }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        return String(decoding: rest.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    }

    /// Whether a file's first element has this name, with any prefix.
    static func begins(_ start: ArraySlice<UInt8>, with name: String) -> Bool {
        guard let tag = beginning(start)?.dropFirst() else { return false }
        let full = tag.prefix { !$0.isWhitespace && $0 != "/" }
        return full == name || full.hasSuffix(":" + name)
    }
}
