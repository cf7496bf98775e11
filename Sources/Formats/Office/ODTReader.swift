import Articles

/// Reads OpenDocument texts: the text of the body, of frames in it, and notes at the end.
struct ODTReader: BlockReader {
    private let xml: XML
    private let styles: ODTStyles
    private var inline: ODTInline
    var blocks = BlockText()
    /// The last number of each level of each list, for those that go on.
    private var lastNumbers: [String: [Int: Int]] = [:]
    private var title: String?

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let parts: Set<String> = ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"]
        let office = try OfficeArchive(input, "an OpenDocument text", wanted: parts.contains)
        if let manifest = try office.part("META-INF/manifest.xml"),
            manifest.descendants(manifest.root).contains(where: { manifest.name($0) == "encryption-data" })
        {
            throw office.error("is encrypted; open it and save it without a password")
        }
        let xml = try office.required("content.xml")
        guard let body = xml.child("body", of: xml.root).flatMap({ xml.child("text", of: $0) }) else {
            throw xml.error(xml.root, "holds no text document; save it as ODT or DOCX")
        }
        var styles = ODTStyles()
        if let common = try office.part("styles.xml") { styles.add(common) }
        styles.add(xml)
        var reader = ODTReader(xml: xml, styles: styles)
        reader.addBlocks(body)
        reader.addNotes()
        let meta = try office.part("meta.xml")
        let core = meta.map { meta in
            DublinCore(meta, in: meta.child("meta", of: meta.root) ?? meta.root)
        }
        guard !reader.blocks.isEmpty else {
            throw office.error("there is no text in the document; a scan needs text recognition first")
        }
        let article = (core ?? DublinCore()).article(input, text: reader.blocks.text, title: reader.title)
        return Imported(documents: [Document(article: article)], warnings: office.archive.errors)
    }

    private init(xml: XML, styles: ODTStyles) {
        self.xml = xml
        self.styles = styles
        inline = ODTInline(xml: xml)
    }

    mutating func addBlocks(_ element: XML.Element) {
        for child in xml.children(element) {
            switch xml.name(child) {
            case "p", "h": addParagraph(child)
            case "list": addList(child, style: nil, level: 0)
            case "numbered-paragraph", "section": addBlocks(child)
            case "table": addTable(child)
            case let name where ODTInline.drawings.contains(name): addBoxes(inline.boxes(child))
            default: break
            }
        }
    }

    private mutating func addBoxes(_ boxes: [XML.Element]) {
        for box in boxes { addBlocks(box) }
    }

    private mutating func addParagraph(
        _ element: XML.Element, label: String = "", as kind: BlockText.Kind = .paragraph
    ) {
        let words = inline.text(element)
        let boxes = inline.takeBoxes()
        if title == nil, styles.isTitle(xml.anyValue("style-name", of: element)) {
            title = BlockText.oneLine(words)
        }
        if !words.allSatisfy(\.isWhitespace) { blocks.add(label + words, as: kind) }
        addBoxes(boxes)
    }

    /// The first paragraph of an item has its number or dash.
    private mutating func addList(_ element: XML.Element, style: String?, level: Int) {
        let style = xml.anyValue("style-name", of: element) ?? style
        let numbers = styles.level(level, of: style)
        let last = lastNumbers[style ?? ""]?[level]
        let goesOn =
            xml.anyValue("continue-numbering", of: element) == "true"
            || xml.anyValue("continue-list", of: element) != nil
        var number = goesOn ? last.map { $0 &+ 1 } ?? numbers?.start ?? 1 : numbers?.start ?? 1
        for item in xml.children(element) where ["list-item", "list-header"].contains(xml.name(item)) {
            if let start = xml.anyValue("start-value", of: item).flatMap(Int.init) { number = start }
            var label = xml.name(item) == "list-header" ? "" : numbers?.label(number) ?? "– "
            if xml.name(item) == "list-item" {
                lastNumbers[style ?? "", default: [:]][level] = number
                number &+= 1
            }
            for child in xml.children(item) {
                switch xml.name(child) {
                case "p", "h":
                    addParagraph(child, label: label, as: .item)
                    label = ""
                case "list": addList(child, style: style, level: level + 1)
                default: break
                }
            }
        }
    }

    private mutating func addTable(_ element: XML.Element) {
        addTable(
            rows(of: element).map { row in
                xml.children(row).filter { xml.name($0).hasSuffix("table-cell") }
            })
    }

    private func rows(of element: XML.Element) -> [XML.Element] {
        xml.children(element).flatMap { child -> [XML.Element] in
            switch xml.name(child) {
            case "table-row": [child]
            case "table-rows", "table-header-rows", "table-row-group": rows(of: child)
            default: []
            }
        }
    }

    private mutating func addNotes() {
        // Notes may hang on notes; each is in the file once.
        var index = 0
        while index < inline.notes.count {
            let line = line(of: inline.notes[index])
            blocks.add("[\(index + 1)] \(line)")
            index += 1
        }
    }
}
