import Articles

/// Writes elements with the escapes that every reader of XML takes back: line ends and tabs as references in attributes,
/// carriage returns everywhere, for a reader makes other signs of them.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    init() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Writes what is XML already.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func attribute(_ name: String, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        escape(value)
        raw("\"")
    }

    mutating func attribute(_ name: StaticString, _ value: Int) {
        raw(" ")
        raw(name)
        raw("=\"")
        bytes.appendDecimal(value)
        raw("\"")
    }

    mutating func attribute(_ name: StaticString, _ value: Text) {
        raw(" ")
        raw(name)
        raw("=\"")
        value.withBytes { escape($0[...], Self.escapesAttribute) }
        raw("\"")
    }

    mutating func text(_ string: String) {
        var string = string
        string.withUTF8 { escape($0[...], Self.escapesText) }
    }

    mutating func text(_ text: Text, _ range: Range<Int>) {
        text.withBytes { escape($0[range], Self.escapesText) }
    }

    /// `<name>text</name>` and a line end.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], text content: String? = nil)
    {
        raw("<\(name)")
        for (name, value) in attributes { attribute(name, value) }
        if let content {
            raw(">")
            text(content)
            raw("</\(name)>\n")
        } else {
            raw("/>\n")
        }
    }

    private mutating func escape(_ value: String) {
        var value = value
        value.withUTF8 { escape($0[...], Self.escapesAttribute) }
    }

    private mutating func escape(
        _ source: Slice<UnsafeBufferPointer<UInt8>>, _ isSpecial: (UInt8) -> Bool
    ) {
        var rest = source
        while let special = rest.firstIndex(where: isSpecial) {
            bytes.append(contentsOf: rest[..<special])
            switch source[special] {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 9: raw("&#9;")
            case 10: raw("&#10;")
            default: raw("&#13;")
            }
            rest = rest[(special + 1)...]
        }
        bytes.append(contentsOf: rest)
    }

    private static func escapesText(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == 13
    }

    private static func escapesAttribute(_ byte: UInt8) -> Bool {
        escapesText(byte) || byte == UInt8(ascii: "\"") || byte == 10 || byte == 9
    }
}

/// What XML cannot say.
enum XMLText {
    /// A string without the control characters that XML has no way to write; a sign stands in their place.
    static func clean(_ string: String) -> String {
        let isPlain = string.utf8.allSatisfy { $0 >= 32 && $0 < 127 || $0 == 9 || $0 == 10 || $0 == 13 }
        guard !isPlain else { return string }
        let text = Text(string).withoutControlSigns
        return text.string(in: text.bounds)
    }

    /// The document in which every name, value and note is one that XML can say.
    static func adapted(_ document: Document) -> Document {
        document.rewritten(clean)
    }

    /// A name that may be a word of XML: without white space, and with letters, digits, `_`, `-` and `.` only.
    static func name(_ string: String) -> String {
        let clean = string.mapScalars { scalar in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "_-.".unicodeScalars.contains(scalar))
            return isPlain ? scalar : "_"
        }
        guard let first = clean.unicodeScalars.first else { return "_" }
        return first.properties.isAlphabetic || first == "_" ? clean : "_" + clean
    }
}

extension Document {
    /// The document with every string exchanged that a person or a file gave it, its text apart.
    func rewritten(_ clean: @escaping (String) -> String) -> Document {
        let isClean = strings.allSatisfy { clean($0) == $0 }
        guard !isClean else { return self }
        let article = Article(
            name: clean(article.name), title: article.ownTitle.map(clean), source: article.source.map(clean),
            date: article.date.map(clean), language: article.language.map(clean), text: text,
            metadata: Dictionary(
                article.metadata.sorted { $0.key < $1.key }.map { (clean($0.key), clean($0.value)) },
                uniquingKeysWith: { first, _ in first }))
        var annotations = respelled(relations: clean) { mention in
            mention.label = Label(clean(mention.label.name))
            mention.value = mention.value.map(clean)
            mention.link = mention.link.map(clean)
            mention.attributes = Dictionary(
                mention.attributes.sorted { $0.key < $1.key }.map { (clean($0.key), clean($0.value)) },
                uniquingKeysWith: { first, _ in first })
        }.annotations
        for label in annotations.labels {
            annotations.set(
                .label(
                    ArticleLabel(
                        id: label.id, name: clean(label.name), value: label.value.map(clean),
                        origin: label.origin)))
        }
        for note in annotations.notes {
            annotations.set(
                .note(Note(id: note.id, target: note.target, text: clean(note.text), origin: note.origin)))
        }
        return Document(article: article, annotations: annotations)
    }

    private var strings: [String] {
        var strings = [article.name, article.ownTitle, article.source, article.date, article.language]
            .compactMap(\.self)
        strings += article.metadata.flatMap { [$0.key, $0.value] }
        for mention in annotations.mentions {
            strings += [mention.label.name, mention.value, mention.link].compactMap(\.self)
            strings += mention.attributes.flatMap { [$0.key, $0.value] }
        }
        strings += annotations.relations.map(\.kind)
        strings += annotations.labels.flatMap { [$0.name, $0.value].compactMap(\.self) }
        strings += annotations.notes.map(\.text)
        return strings
    }
}
