/// Turns elements of XHTML and NITF into prose: blocks are paragraphs, items and rows lines, pictures and programs nothing.
struct XMLProse {
    /// How an element stands in the text.
    enum Role {
        case inline, apart, paragraph, line, list, item, cell, lineBreak, exact, absent
    }

    private let xml: XML
    private(set) var prose = Prose()
    /// Elements that are left out beside those that are no text anywhere.
    private let without: Set<String>
    /// How many cells of the row are there.
    private var cellCount = 0
    /// The next number of every list that is open; nil in one without numbers.
    private var numbers: [Int?] = []
    /// What stands before the first word of an item.
    private var marker = ""
    private var rowDepth = 0

    init(_ xml: XML, without: Set<String> = []) {
        self.xml = xml
        self.without = without
    }

    /// The prose of what an element holds.
    static func prose(of element: XML.Element, in xml: XML, without: Set<String> = []) -> [UInt8] {
        var walk = XMLProse(xml, without: without)
        walk.addContent(of: element)
        return walk.prose.bytes
    }

    /// What an element holds on one line.
    static func line(of element: XML.Element, in xml: XML) -> String {
        Prose.line(String(decoding: prose(of: element, in: xml), as: UTF8.self))
    }

    /// Depth is what `XML` allows: 256 elements.
    mutating func addContent(of element: XML.Element) {
        for node in xml.nodes(element) {
            switch node {
            case .text(let text): addText(text)
            case .element(let child): add(child)
            }
        }
    }

    private mutating func add(_ element: XML.Element) {
        let name = xml.name(element).lowercased()
        guard !without.contains(name) else { return }
        switch Self.roles[name] ?? .inline {
        case .absent: break
        case .inline: addContent(of: element)
        case .apart: wrap(.blank) { $0.addContent(of: element) }
        case .lineBreak: prose.end(rowDepth > 0 ? .blank : .line)
        case .paragraph: wrap(.paragraph) { $0.addContent(of: element) }
        case .line:
            if name == "tr" { return addRow(element) }
            wrap(.line) { $0.addContent(of: element) }
        case .list:
            numbers.append(name == "ol" ? 1 : nil)
            wrap(numbers.count > 1 ? .line : .paragraph) { $0.addContent(of: element) }
            numbers.removeLast()
        case .item:
            let number = numbers.popLast() ?? nil
            numbers.append(number.map { $0 + 1 })
            wrap(.line) { walk in
                walk.marker = number.map { "\($0). " } ?? "– "
                walk.addContent(of: element)
                walk.marker = ""
            }
        case .cell:
            if cellCount > 0 { prose.add(" | ") }
            cellCount += 1
            addContent(of: element)
        case .exact: wrap(.paragraph) { $0.prose.keep(Array($0.xml.text(element).utf8)) }
        }
    }

    private mutating func addText(_ text: ArraySlice<UInt8>) {
        if !marker.isEmpty, text.contains(where: { !$0.isSpace }) {
            prose.add(marker)
            marker = ""
        }
        prose.add(text)
    }

    /// A row is a line, whatever its cells hold.
    private mutating func addRow(_ element: XML.Element) {
        let outer = cellCount
        cellCount = 0
        prose.end(rowDepth > 0 ? .blank : .line)
        rowDepth += 1
        addContent(of: element)
        rowDepth -= 1
        prose.end(rowDepth > 0 ? .blank : .line)
        cellCount = outer
    }

    private mutating func wrap(_ kind: Prose.Break, _ body: (inout XMLProse) -> Void) {
        // An item's first paragraph stands on its line, and so does all of a row.
        let kind = rowDepth > 0 ? .blank : marker.isEmpty ? kind : min(kind, .line)
        prose.end(kind)
        body(&self)
        prose.end(kind)
    }

    /// The elements of XHTML 1.1 and NITF 3.6 that are not running text.
    private static let roles: [String: Role] = [
        "p": .paragraph, "div": .paragraph, "h1": .paragraph, "h2": .paragraph, "h3": .paragraph,
        "h4": .paragraph, "h5": .paragraph, "h6": .paragraph, "section": .paragraph, "article": .paragraph,
        "header": .paragraph, "footer": .paragraph, "blockquote": .paragraph, "ul": .list,
        "ol": .list, "dl": .paragraph, "table": .paragraph, "hr": .paragraph, "address": .paragraph,
        "figure": .paragraph, "figcaption": .paragraph, "body": .paragraph, "block": .paragraph,
        "bq": .paragraph, "hl1": .paragraph, "hl2": .paragraph, "abstract": .paragraph, "note": .paragraph,
        "body.content": .paragraph, "body.head": .paragraph, "body.end": .paragraph, "tagline": .paragraph,
        "credit": .paragraph, "hedline": .paragraph,
        "byttl": .apart, "story.date": .apart,
        "li": .item, "dt": .line, "dd": .line, "tr": .line, "caption": .line, "br": .lineBreak,
        "td": .cell, "th": .cell, "pre": .exact,
        "script": .absent, "style": .absent, "head": .absent, "iframe": .absent, "object": .absent,
        "svg": .absent, "template": .absent, "noscript": .absent, "media": .absent, "video": .absent,
        "audio": .absent, "form": .absent, "button": .absent, "img": .absent, "nitf-table-metadata": .absent,
    ]
}
