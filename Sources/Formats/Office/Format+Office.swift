import Articles

/// Documents of word processors: paragraphs, lists, tables and notes as text, without their looks.
extension Format {
    /// Word 2007 and later. Tracked deletions are left out, insertions kept. Source: ECMA-376, part 1, 17 WordprocessingML.
    public static let docx = Format(
        name: "docx", title: "Word documents (DOCX)", extensions: ["docx", "docm", "dotx"],
        read: Reader(
            recognises: { OfficeHead.isZIP($0) && OfficeHead.names("word/", in: $0) }, DOCXReader.read))

    /// LibreOffice and others. Source: OpenDocument 1.3, part 3.
    public static let odt = Format(
        name: "odt", title: "OpenDocument texts (ODT)", extensions: ["odt", "ott"],
        read: Reader(
            recognises: {
                OfficeHead.isZIP($0)
                    && OfficeHead.names("mimetypeapplication/vnd.oasis.opendocument.text", in: $0)
            }, ODTReader.read))
}

/// What the first bytes of a ZIP archive tell of its contents.
enum OfficeHead {
    static func isZIP(_ start: ArraySlice<UInt8>) -> Bool { start.starts(with: [0x50, 0x4B, 3, 4]) }

    /// Whether the bytes occur, such as the name of an entry.
    static func names(_ words: String, in start: ArraySlice<UInt8>) -> Bool {
        let words = Array(words.utf8)
        guard let first = words.first else { return true }
        var rest = start
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: words) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

/// What a document says about itself in Dublin Core, as all of these formats do.
struct DublinCore {
    private(set) var title: String?
    private(set) var date: String?
    private(set) var language: String?
    private(set) var metadata: [String: String] = [:]

    private static let kept = ["subject", "description", "publisher", "rights"]

    /// - Parameter element: what holds `title`, `creator`, `date` and their kin as children.
    init(_ xml: XML, in element: XML.Element) {
        var creators: [String] = []
        var dates: [String: String] = [:]
        for child in xml.children(element) {
            guard let words = xml.words(child) else { continue }
            switch xml.name(child) {
            case "title": title = title ?? words
            case "creator": creators.append(words)
            case "initial-creator": metadata["author"] = words
            case "date", "created", "modified", "creation-date":
                dates[xml.name(child)] = dates[xml.name(child)] ?? words
            case "language": language = language ?? Self.code(words)
            case "keyword", "keywords":
                metadata["keywords"] = [metadata["keywords"], words].compactMap(\.self).joined(
                    separator: ", ")
            case let name where Self.kept.contains(name): metadata[name] = metadata[name] ?? words
            default: break
            }
        }
        // OpenDocument calls the last one who saved a file its creator.
        if metadata["author"] == nil, !creators.isEmpty {
            metadata["author"] = creators.joined(separator: ", ")
        }
        date =
            ["creation-date", "created", "date", "modified"].lazy.compactMap { dates[$0] }
            .compactMap(Self.day).first
    }

    init() {}

    /// `de-DE` is `de`.
    private static func code(_ language: String) -> String? {
        let code = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return (2...3).contains(code.count) && code.allSatisfy(\.isLetter) ? code : nil
    }

    private static func day(_ date: String) -> String? {
        let day = String(date.prefix(10))
        return UTCTime.isDay(day) ? day : nil
    }

    func article(_ input: Input, text: Text, title other: String?) -> Article {
        Article(
            name: input.stem, title: title ?? other, source: input.name, date: date, language: language,
            text: text, metadata: metadata)
    }
}
