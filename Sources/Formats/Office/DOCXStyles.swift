/// What a document's styles say that text can show: titles, headings and lists.
struct DOCXStyles {
    struct Style {
        var base: String?
        var name = ""
        var outline: Int?
        var list = DOCXListPlace()
    }

    private var styles: [String: Style] = [:]
    /// Styles are based on others; longer chains are circles.
    private static let longestChain = 16

    init(_ xml: XML?) {
        guard let xml else { return }
        for element in xml.children(xml.root) where xml.name(element) == "style" {
            guard let id = xml.anyValue("styleId", of: element) else { continue }
            var style = Style()
            for child in xml.children(element) {
                switch xml.name(child) {
                case "name": style.name = xml.anyValue("val", of: child)?.lowercased() ?? ""
                case "basedOn": style.base = xml.anyValue("val", of: child)
                case "pPr":
                    style.outline = DOCXParagraph.number("outlineLvl", xml, child)
                    style.list = DOCXListPlace(xml, child)
                default: break
                }
            }
            styles[id] = style
        }
    }

    /// A style with all that it takes over from those that it is based on.
    subscript(id: String?) -> Style {
        guard let id, var style = styles[id] else { return Style() }
        var base = style.base
        for _ in 0..<Self.longestChain {
            guard let next = base.flatMap({ styles[$0] }) else { break }
            style.outline = style.outline ?? next.outline
            style.list = style.list.filled(from: next.list)
            base = next.base
        }
        return style
    }
}

/// Which list a paragraph is in, and how deep.
struct DOCXListPlace {
    var list: String?
    var level: Int?

    init() {}

    init(_ xml: XML, _ properties: XML.Element) {
        guard let place = xml.child("numPr", of: properties) else { return }
        list = xml.child("numId", of: place).flatMap { xml.anyValue("val", of: $0) }
        level = DOCXParagraph.number("ilvl", xml, place)
    }

    func filled(from other: Self) -> Self {
        var filled = self
        filled.list = list ?? other.list
        filled.level = level ?? other.level
        return filled
    }
}

/// What a paragraph is, by its own properties and by its style.
struct DOCXParagraph {
    let isTitle: Bool
    let isHeading: Bool
    /// Whether it is a line of the table of contents.
    let isContents: Bool
    /// Whether it was joined with the next one while changes were tracked.
    let isMarkDeleted: Bool
    let list: DOCXListPlace

    init(_ xml: XML, _ element: XML.Element, _ styles: DOCXStyles) {
        guard let properties = xml.child("pPr", of: element) else {
            (isTitle, isHeading, isContents, isMarkDeleted) = (false, false, false, false)
            list = DOCXListPlace()
            return
        }
        let style = styles[xml.child("pStyle", of: properties).flatMap { xml.anyValue("val", of: $0) }]
        let outline = Self.number("outlineLvl", xml, properties) ?? style.outline
        isTitle = style.name == "title"
        isContents = style.name.hasPrefix("toc ")
        // Level 9 stands for the text itself.
        isHeading = style.name.hasPrefix("heading") || outline.map { $0 < 9 } ?? false
        isMarkDeleted = xml.child("rPr", of: properties).map { xml.child("del", of: $0) != nil } ?? false
        list = DOCXListPlace(xml, properties).filled(from: style.list)
    }

    /// The number that a property holds.
    static func number(_ name: String, _ xml: XML, _ properties: XML.Element) -> Int? {
        xml.child(name, of: properties).flatMap { xml.anyValue("val", of: $0) }.flatMap(Int.init)
    }
}
