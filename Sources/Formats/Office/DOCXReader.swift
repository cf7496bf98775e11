import Articles

/// Reads Word's documents: the text of the body, of boxes that float beside it, and notes at the end.
struct DOCXReader: BlockReader {
    private let xml: XML
    private let styles: DOCXStyles
    private var numbering: DOCXNumbering
    private var inline = DOCXInline()
    var blocks = BlockText()
    /// A paragraph whose mark was deleted goes on in the next one.
    private var unfinished = ""
    private var title: String?

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let office = try OfficeArchive(input, "a Word document") { name in
            (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !name.contains("/theme/")
        }
        let main = try mainPart(office)
        let folder = main.lastIndex(of: "/").map { main[...$0] } ?? ""
        let xml = try office.required(main)
        guard let body = xml.child("body", of: xml.root) else {
            throw xml.error(xml.root, "the document has no body")
        }
        var reader = DOCXReader(
            xml: xml, styles: DOCXStyles(try office.part(folder + "styles.xml")),
            numbering: DOCXNumbering(try office.part(folder + "numbering.xml")))
        reader.addBlocks(body)
        reader.flush()
        reader.addNotes([
            .footnote: try office.part(folder + "footnotes.xml"),
            .endnote: try office.part(folder + "endnotes.xml"),
        ])
        let core = try office.part("docProps/core.xml").map { DublinCore($0, in: $0.root) } ?? DublinCore()
        guard !reader.blocks.isEmpty else {
            throw office.error("there is no text in the document; a scan needs text recognition first")
        }
        let article = core.article(input, text: reader.blocks.text, title: reader.title)
        return Imported(documents: [Document(article: article)], warnings: office.archive.errors)
    }

    private init(xml: XML, styles: DOCXStyles, numbering: DOCXNumbering) {
        self.xml = xml
        self.styles = styles
        self.numbering = numbering
    }

    private static func mainPart(_ office: OfficeArchive) throws(FormatError) -> String {
        let usual = "word/document.xml"
        guard let xml = try office.part("_rels/.rels") else { return usual }
        let relation = xml.children(xml.root).first {
            xml.value("Type", of: $0)?.hasSuffix("/officeDocument") ?? false
        }
        guard let target = relation.flatMap({ xml.value("Target", of: $0) }) else { return usual }
        return target.hasPrefix("/") ? String(target.dropFirst()) : target
    }

    // MARK: Blocks

    mutating func addBlocks(_ element: XML.Element) {
        for child in xml.children(element) {
            switch xml.name(child) {
            case "p": addParagraph(child)
            case "tbl": addTable(child)
            case "sdt": if let content = DOCXInline.content(xml, child) { addBlocks(content) }
            case "ins", "moveTo", "customXml", "smartTag": addBlocks(child)
            case "AlternateContent":
                if let choice = DOCXInline.choice(xml, child) { addBlocks(choice) }
            default: break
            }
        }
    }

    private mutating func addParagraph(_ element: XML.Element) {
        let properties = DOCXParagraph(xml, element, styles)
        let words = inline.text(xml, element)
        let boxes = inline.takeBoxes()
        // A table of contents repeats the headings.
        if properties.isContents { return }
        if properties.isMarkDeleted {
            unfinished += words
        } else {
            let whole = unfinished + words
            unfinished = ""
            if title == nil, properties.isTitle { title = BlockText.oneLine(whole) }
            let label = whole.allSatisfy(\.isWhitespace) ? "" : numbering.label(properties.list)
            blocks.add(label + whole, as: label.isEmpty || properties.isHeading ? .paragraph : .item)
        }
        for box in boxes { addBlocks(box) }
    }

    mutating func flush() {
        blocks.add(unfinished)
        unfinished = ""
    }

    private mutating func addTable(_ element: XML.Element) {
        let rows = all("tr", in: element).filter { row in
            xml.child("trPr", of: row).flatMap { xml.child("del", of: $0) } == nil
        }.map { all("tc", in: $0) }
        addTable(rows)
    }

    private func all(_ name: String, in element: XML.Element) -> [XML.Element] {
        xml.children(element).flatMap { child -> [XML.Element] in
            switch xml.name(child) {
            case name: [child]
            case "sdt": xml.child("sdtContent", of: child).map { all(name, in: $0) } ?? []
            case "ins", "customXml": all(name, in: child)
            default: []
            }
        }
    }

    // MARK: Notes

    private mutating func addNotes(_ files: [DOCXInline.NoteKind: XML?]) {
        var notes: [DOCXInline.NoteKind: [String: (XML, XML.Element)]] = [:]
        for (kind, file) in files {
            guard let file else { continue }
            for note in file.children(file.root) where file.anyValue("type", of: note) == nil {
                if let id = file.anyValue("id", of: note) { notes[kind, default: [:]][id] = (file, note) }
            }
        }
        let marked = inline.notes
        for (index, mark) in marked.enumerated() {
            guard let (file, note) = notes[mark.kind]?[mark.id] else { continue }
            var reader = DOCXReader(xml: file, styles: styles, numbering: numbering)
            let line = reader.line(of: note)
            blocks.add("[\(index + 1)] \(line)")
        }
    }
}
