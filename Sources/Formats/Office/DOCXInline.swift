/// The words of a paragraph: its runs without what was deleted, fields as what they show, and marks where notes hang.
struct DOCXInline {
    enum NoteKind {
        case footnote, endnote
    }

    /// The notes that the text refers to, in the order of their marks.
    private(set) var notes: [(kind: NoteKind, id: String)] = []
    private var numbers: [NoteKind: [String: Int]] = [:]
    /// Text boxes that hang on the paragraph.
    private var boxes: [XML.Element] = []
    /// The fields that are open: whether their result has begun, before which their code stands.
    private var fields: [Bool] = []
    /// How many paragraphs the code of the open fields has; in damaged documents it has no end.
    private var codeLength = 0
    private static let longestCode = 8

    mutating func takeBoxes() -> [XML.Element] {
        defer { boxes = [] }
        return boxes
    }

    /// - Parameter element: a paragraph, or anything in it that holds runs.
    mutating func text(_ xml: XML, _ element: XML.Element) -> String {
        codeLength = fields.allSatisfy(\.self) ? 0 : codeLength + 1
        if codeLength > Self.longestCode { fields.removeAll { !$0 } }
        var text = ""
        add(xml, element, to: &text)
        return text
    }

    private mutating func add(_ xml: XML, _ element: XML.Element, to text: inout String) {
        for child in xml.children(element) {
            switch xml.name(child) {
            case "r": addRun(xml, child, to: &text)
            case "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "bdo", "dir",
                "sdtContent":
                add(xml, child, to: &text)
            case "sdt":
                if let content = Self.content(xml, child) { add(xml, content, to: &text) }
            case "oMath", "oMathPara": text += xml.text(child)
            case "AlternateContent":
                if let choice = Self.choice(xml, child) { add(xml, choice, to: &text) }
            default: break
            }
        }
    }

    private mutating func addRun(_ xml: XML, _ run: XML.Element, to text: inout String) {
        if let properties = xml.child("rPr", of: run), Self.isOn("vanish", xml, properties) { return }
        addContent(xml, run, to: &text)
    }

    private mutating func addContent(_ xml: XML, _ element: XML.Element, to text: inout String) {
        for child in xml.children(element) {
            let name = xml.name(child)
            if name == "fldChar" { takeField(xml.anyValue("fldCharType", of: child)) }
            // Between a field's beginning and its result stands what computes it.
            guard fields.allSatisfy(\.self) else { continue }
            switch name {
            case "t": text += xml.text(child)
            case "tab", "ptab": text += "\t"
            case "br":
                let kind = xml.anyValue("type", of: child)
                if kind == nil || kind == "textWrapping" { text += "\n" }
            case "cr": text += "\n"
            case "noBreakHyphen": text += "\u{2011}"
            case "sym", "symEx": text += Self.symbol(xml.anyValue("char", of: child))
            case "footnoteReference": addNote(.footnote, xml, child, to: &text)
            case "endnoteReference": addNote(.endnote, xml, child, to: &text)
            case "ruby": if let base = xml.child("rubyBase", of: child) { add(xml, base, to: &text) }
            case "drawing", "pict", "object": addBoxes(xml, child)
            case "AlternateContent":
                if let choice = Self.choice(xml, child) { addContent(xml, choice, to: &text) }
            default: break
            }
        }
    }

    /// A sign by its number, such as an emoji; those of private use mean something in one font only.
    private static func symbol(_ number: String?) -> String {
        guard let value = number.flatMap({ UInt32($0, radix: 16) }), let scalar = Unicode.Scalar(value),
            scalar.properties.isPrintable, scalar.properties.generalCategory != .privateUse
        else { return "" }
        return String(scalar)
    }

    private mutating func takeField(_ kind: String?) {
        switch kind {
        case "begin": fields.append(false)
        case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
        case "end": _ = fields.popLast()
        default: break
        }
    }

    private mutating func addNote(
        _ kind: NoteKind, _ xml: XML, _ element: XML.Element, to text: inout String
    ) {
        guard let id = xml.anyValue("id", of: element) else { return }
        let number = numbers[kind]?[id] ?? notes.count + 1
        if number > notes.count { notes.append((kind, id)) }
        numbers[kind, default: [:]][id] = number
        text += "[\(number)]"
    }

    /// The outermost boxes; those within them come when their paragraphs do.
    private mutating func addBoxes(_ xml: XML, _ element: XML.Element) {
        for child in xml.children(element) {
            switch xml.name(child) {
            case "txbxContent": boxes.append(child)
            case "AlternateContent": if let choice = Self.choice(xml, child) { addBoxes(xml, choice) }
            default: addBoxes(xml, child)
            }
        }
    }

    /// What a field to fill in holds; nil while that is only an invitation to do so.
    static func content(_ xml: XML, _ element: XML.Element) -> XML.Element? {
        let properties = xml.child("sdtPr", of: element)
        if let properties, isOn("showingPlcHdr", xml, properties) { return nil }
        return xml.child("sdtContent", of: element)
    }

    /// What newer programs show of two ways to say the same.
    static func choice(_ xml: XML, _ element: XML.Element) -> XML.Element? {
        xml.child("Choice", of: element) ?? xml.child("Fallback", of: element)
    }

    /// Whether a property is set, which it is by being there.
    static func isOn(_ name: String, _ xml: XML, _ properties: XML.Element) -> Bool {
        guard let element = xml.child(name, of: properties) else { return false }
        return !["0", "false", "off"].contains(xml.anyValue("val", of: element) ?? "1")
    }
}
