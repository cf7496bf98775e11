/// The words of an OpenDocument paragraph: white space as the standard counts it, fields as what they show, and marks where
/// notes hang. Comments are left out, and so is what was deleted, which lies elsewhere in the file.
struct ODTInline {
    let xml: XML
    /// The bodies of the notes, in the order of their marks.
    private(set) var notes: [XML.Element] = []
    private var hanging: [XML.Element] = []

    static let drawings: Set<String> = [
        "frame", "custom-shape", "g", "rect", "ellipse", "circle", "polygon", "path", "line", "connector",
    ]
    private static let silent: Set<String> = [
        "annotation", "ruby-text", "hidden-text", "script", "tracked-changes", "desc", "event-listeners",
    ]
    private static let mostSpaces = 100

    init(xml: XML) { self.xml = xml }

    mutating func takeBoxes() -> [XML.Element] {
        defer { hanging = [] }
        return hanging
    }

    mutating func text(_ element: XML.Element) -> String {
        var text: [UInt8] = []
        add(element, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func add(_ element: XML.Element, to text: inout [UInt8]) {
        for node in xml.nodes(element) {
            switch node {
            case .text(let words):
                for byte in words {
                    if !byte.isSpace {
                        text.append(byte)
                    } else if let last = text.last, !last.isSpace {
                        text.append(32)
                    }
                }
            case .element(let child): addElement(child, to: &text)
            }
        }
    }

    private mutating func addElement(_ child: XML.Element, to text: inout [UInt8]) {
        switch xml.name(child) {
        case "s":
            let count = xml.anyValue("c", of: child).flatMap(Int.init) ?? 1
            text += [UInt8](repeating: 32, count: min(max(1, count), Self.mostSpaces))
        case "tab": text.append(9)
        case "line-break": text.append(10)
        case "note":
            guard let body = xml.child("note-body", of: child) else { return }
            notes.append(body)
            text += "[\(notes.count)]".utf8
        case let name where Self.drawings.contains(name): hanging += boxes(child)
        case let name where Self.silent.contains(name): break
        default: add(child, to: &text)
        }
    }

    /// What holds paragraphs in a drawing.
    func boxes(_ element: XML.Element) -> [XML.Element] {
        let inner = xml.children(element)
        if inner.contains(where: { ["p", "list"].contains(xml.name($0)) }) { return [element] }
        return inner.flatMap { child -> [XML.Element] in
            switch xml.name(child) {
            case "text-box": [child]
            case let name where Self.drawings.contains(name): boxes(child)
            default: []
            }
        }
    }
}
