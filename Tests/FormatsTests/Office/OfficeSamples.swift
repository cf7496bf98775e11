/// Documents as Word and LibreOffice write them, small.
enum OfficeSamples {
    static let docx = docx(body: body)

    /// - Parameter body: what is in `w:body`.
    static func docx(body: String, notes: String = notes, core: String = core) -> SampleArchive {
        SampleArchive([
            "[Content_Types].xml":
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            "_rels/.rels": """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>
            """,
            "word/document.xml": "<w:document \(spaces)><w:body>\(body)<w:sectPr/></w:body></w:document>",
            "word/styles.xml": """
            <w:styles \(spaces)><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl \
            w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId \
            w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="x"/><w:basedOn w:val="Kreis"/></w:style></w:styles>
            """,
            "word/numbering.xml": """
            <w:numbering \(spaces)><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>\
            <w:lvlText w:val="\u{F0B7}"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">\
            <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">\
            <w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
            </w:lvlOverride></w:num></w:numbering>
            """,
            "word/footnotes.xml": notes,
            "docProps/core.xml": core,
        ])
    }

    static let notes = """
        <w:footnotes \(spaces)><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r>\
        <w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Stand: März.</w:t></w:r></w:p></w:footnote></w:footnotes>
        """
    static let core = """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Die Fähre bleibt\
        </dc:title><dc:creator>Ada Lindqvist</dc:creator><cp:keywords>Fähre, Hafen</cp:keywords><dcterms:created>\
        2025-03-14T08:00:00Z</dcterms:created><dc:language>de-DE</dc:language></cp:coreProperties>
        """
    static let spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        """

    static func p(_ text: String, style: String? = nil, list: String? = nil, level: Int = 0) -> String {
        let numbers =
            list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
        let name = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        return "<w:p><w:pPr>\(name)\(numbers)</w:pPr>\(r(text))</w:p>"
    }

    static func r(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

    private static let body =
        p("Die Fähre bleibt", style: "Titel") + p("Was beschlossen ist", style: "berschrift1")
        + "<w:p>\(r("Der Rat "))<w:ins w:id=\"1\">\(r("einstimmig "))</w:ins><w:del w:id=\"2\"><w:r><w:delText>nie "
        + "</w:delText></w:r></w:del>\(r("beschloss"))<w:r><w:footnoteReference w:id=\"1\"/></w:r>\(r(" es."))</w:p>"
        + p("eins", style: "Liste") + p("zwei", style: "Liste")
        + p("erstens", list: "2") + p("darunter", list: "2", level: 1) + p("zweitens", list: "2")
        + p("neu", list: "3")
        + "<w:tbl><w:tr><w:tc>\(p("Posten"))</w:tc><w:tc>\(p("Euro"))</w:tc></w:tr><w:tr><w:tc>\(p("Stahl"))\(p("bau"))"
        + "</w:tc><w:tc>\(p("14,1"))</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>\(p("weg"))</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE \\* x</w:instrText><w:t>y</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("Seite 7"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>\(p("Im Kasten"))</w:txbxContent>"
        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("Im Kasten"))"
        + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(r("Ein Satz, "))</w:p>" + p("der weitergeht.")
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>versteckt</w:t></w:r><w:hyperlink>\(r("Ein Verweis"))</w:hyperlink>"
        + "<w:r><w:noBreakHyphen/><w:br/><w:t>Ende</w:t><mc:AlternateContent><mc:Choice><w:symEx w:char=\"26F4\"/></mc:Choice>"
        + "<mc:Fallback><w:t>?</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"

    static let odt = odt(text: odtText)

    static func odt(text: String, manifest: String = "<manifest/>") -> SampleArchive {
        SampleArchive([
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": """
            <office:document-content \(odtSpaces)><office:automatic-styles><style:style style:name="P1" \
            style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-bullet \
            text:level="1"/></text:list-style><text:list-style style:name="L2"><text:list-level-style-number \
            text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" \
            style:num-format="i" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body>\
            <office:text>\(text)</office:text></office:body></office:document-content>
            """,
            "meta.xml": """
            <office:document-meta \(odtSpaces)><office:meta><meta:initial-creator>Ada Lindqvist</meta:initial-creator>\
            <dc:creator>Jemand anders</dc:creator><meta:creation-date>2025-03-14T10:00:00</meta:creation-date>\
            <dc:date>2025-04-01T10:00:00</dc:date><dc:language>de-DE</dc:language></office:meta></office:document-meta>
            """,
            "META-INF/manifest.xml": manifest,
        ])
    }

    static let odtSpaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
        """

    private static let odtText = """
        <text:tracked-changes><text:changed-region><text:deletion><text:p>gelöscht</text:p></text:deletion>\
        </text:changed-region></text:tracked-changes><text:p text:style-name="P1">Die Fähre bleibt</text:p>
        <text:h text:outline-level="1">Was beschlossen ist</text:h><text:p>Der  Rat
          beschloss<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Stand: \
        März.</text:p></text:note-body></text:note><text:s text:c="2"/>es<text:change text:change-id="c"/>.<office:annotation>\
        <dc:creator>X</dc:creator><text:p>Kommentar</text:p></office:annotation></text:p><text:list text:style-name="L1">\
        <text:list-item><text:p>eins</text:p></text:list-item><text:list-item><text:p>zwei</text:p></text:list-item></text:list>\
        <text:list text:style-name="L2"><text:list-item><text:p>erstens</text:p><text:list><text:list-item><text:p>darunter</text:p>\
        </text:list-item></text:list></text:list-item><text:list-item><text:p>zweitens</text:p></text:list-item></text:list>\
        <table:table><table:table-column table:number-columns-repeated="1000000000"/><table:table-header-rows><table:table-row>\
        <table:table-cell><text:p>Posten</text:p></table:table-cell><table:table-cell><text:p>Euro</text:p></table:table-cell>\
        </table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="1000000000"><table:table-cell>\
        <text:p>Stahl</text:p><text:p>bau</text:p></table:table-cell><table:table-cell><text:p>14,1</text:p></table:table-cell>\
        </table:table-row></table:table><text:p>Vor<text:tab/>dem<draw:frame><draw:text-box><text:p>Im Kasten</text:p>\
        </draw:text-box></draw:frame> Rahmen<text:line-break/><text:span>Ende</text:span></text:p>
        """
}
