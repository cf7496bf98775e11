import Articles

/// Reads CoNLL-U: the text from forms and white space, mentions from `Entity=` and from names in MISC.
struct CoNLLUReader {
    private let input: Input
    private var findings: Findings
    private var bytes: [UInt8] = []
    private var pending: [UInt8] = []
    /// Whether the pending blank is only what absence means; none follows the last token.
    private var isImplied = false
    private var article: Article
    private var hasTitle = false
    private var entities = CoNLLUEntityReader()
    private var tags = TagDecoder()
    /// Up to which word the surface of a multiword token covers its words.
    private var covered: (last: Int, span: Span)?

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        var reader = CoNLLUReader(input)
        return try reader.read()
    }

    private init(_ input: Input) {
        self.input = input
        findings = Findings(input.name)
        article = Article(
            name: input.firstLine == 1 ? input.stem : "\(input.stem):\(input.firstLine)", title: "",
            text: Text(""))
    }

    private mutating func read() throws(FormatError) -> Imported {
        if let broken = IllFormedUTF8.first(in: input.bytes) {
            throw FormatError(
                file: input.name, line: input.firstLine + input.bytes[..<broken].count { $0 == 10 },
                "is not UTF-8")
        }
        var (start, number) = (0, input.firstLine)
        while start < input.bytes.count {
            let end = input.bytes.firstIndex(of: 10, from: start) ?? input.bytes.count
            let line = input.bytes[start..<(end > start && input.bytes[end - 1] == 13 ? end - 1 : end)]
            do throws(FormatError) { try read(line, number) } catch {
                findings.add(FormatError(line: number, error.message))
            }
            start = end + 1
            number += 1
        }
        return finish()
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(FormatError) {
        guard let first = line.first else {
            tags.close()
            covered = nil
            return
        }
        if first == UInt8(ascii: "#") {
            comment(line.dropFirst())
            return
        }
        // Of the ten columns the first two and the last are read.
        var (id, form, misc, tabs) = (line.endIndex, line.endIndex, line.endIndex, 0)
        for index in line.indices where line[index] == 9 {
            tabs += 1
            if tabs == 1 { id = index }
            if tabs == 2 { form = index }
            misc = index + 1
        }
        guard tabs == 9 else { throw FormatError("a line has 10 columns, this one \(tabs + 1)") }
        try word(line[..<id], line[(id + 1)..<form], line[misc...], number)
    }

    private mutating func comment(_ line: ArraySlice<UInt8>) {
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return }
        let key = line[..<equals].trimmed
        // Most comments are the texts and names of sentences.
        guard
            key.starts(with: "newdoc".utf8) || key.starts(with: "global.".utf8)
                || key.starts(with: "meta::".utf8)
        else { return }
        let value = line[(equals + 1)...].trimmed
        switch String(decoding: key, as: UTF8.self) {
        case "newdoc id": article.name = Percent.decoded(value)
        case "global.Entity": entities.name(fields: String(decoding: value, as: UTF8.self))
        case let key where key.hasPrefix("meta::"):
            hasTitle = hasTitle || key == "meta::title"
            ArticleFields().take(
                Percent.decoded(String(key.dropFirst("meta::".count))), Percent.decoded(value),
                into: &article)
        default: break
        }
    }

    private mutating func word(
        _ id: ArraySlice<UInt8>, _ form: ArraySlice<UInt8>, _ misc: ArraySlice<UInt8>, _ number: Int
    ) throws(FormatError) {
        guard !form.isEmpty else { throw FormatError("a token has no form") }
        // An empty node is in no text; of a multiword token only the surface is.
        if id.contains(UInt8(ascii: ".")) { return }
        let properties = CoNLLUProperties(misc)
        let span: Span
        if let hyphen = id.firstIndex(of: UInt8(ascii: "-")) {
            let surface = append(form, properties)
            covered = Int(decimal: id[(hyphen + 1)...]).map { ($0, surface) }
            return
        }
        guard let word = Int(decimal: id) else {
            throw FormatError("\"\(String(decoding: id, as: UTF8.self))\" is no number of a token")
        }
        if let covered, word <= covered.last { span = covered.span } else { span = append(form, properties) }
        if let name = properties.name {
            let tag = Array(Percent.decoded(name).utf8)
            if let doubt = tags.add(tag[...], span.range) { findings.warn(FormatError(line: number, doubt)) }
        } else {
            tags.close()
        }
        if let entity = properties.entity { try entities.read(entity, span, number) }
    }

    /// Appends a token with the white space that MISC says is around it.
    private mutating func append(_ form: ArraySlice<UInt8>, _ properties: CoNLLUProperties) -> Span {
        if let before = properties.spacesBefore { unescape(before) }
        bytes += pending
        pending.removeAll(keepingCapacity: true)
        let start = bytes.count
        bytes += form
        isImplied = properties.spacesAfter == nil
        if let after = properties.spacesAfter {
            unescape(after)
        } else if !properties.isJoined {
            pending.append(32)
        }
        return Span(start, bytes.count)
    }

    /// Appends white space to what stands before the next token.
    private mutating func unescape(_ space: ArraySlice<UInt8>) {
        var isEscaped = false
        for byte in space {
            guard isEscaped else {
                if byte == UInt8(ascii: "\\") { isEscaped = true } else { pending.append(byte) }
                continue
            }
            isEscaped = false
            switch byte {
            case UInt8(ascii: "s"): pending.append(32)
            case UInt8(ascii: "t"): pending.append(9)
            case UInt8(ascii: "n"): pending.append(10)
            case UInt8(ascii: "r"): pending.append(13)
            case UInt8(ascii: "p"): pending.append(UInt8(ascii: "|"))
            default: pending.append(byte)
            }
        }
    }

    private mutating func finish() -> Imported {
        tags.close()
        if !isImplied { bytes += pending }
        entities.unclosed.forEach { findings.add($0) }
        guard !bytes.isEmpty else { return findings.imported([]) }
        let full = Article(
            name: article.name, title: hasTitle ? article.title : nil, source: article.source,
            date: article.date, language: article.language, text: Text(bytes: bytes),
            metadata: article.metadata)
        return findings.imported([
            Document(article: full, annotations: entities.annotations(named: tags))
        ])
    }
}

/// What the last column of a token says, as far as it is read here; of a key that comes twice the second counts.
private struct CoNLLUProperties {
    private(set) var spacesBefore: ArraySlice<UInt8>?
    private(set) var spacesAfter: ArraySlice<UInt8>?
    private(set) var isJoined = false
    private(set) var entity: ArraySlice<UInt8>?
    private(set) var name: ArraySlice<UInt8>?
    /// The keys of names, those that count more first.
    private static let nameKeys = ["name", "NE", "NER", "ner", "ne"]
    private var nameRank = Self.nameKeys.count

    init(_ misc: ArraySlice<UInt8>) {
        var start = misc.startIndex
        while start < misc.endIndex {
            let end = misc[start...].firstIndex(of: UInt8(ascii: "|")) ?? misc.endIndex
            if start < end { take(misc[start..<end]) }
            start = end + 1
        }
    }

    private mutating func take(_ pair: ArraySlice<UInt8>) {
        let equals = pair.firstIndex(of: UInt8(ascii: "="))
        let key = pair[..<(equals ?? pair.endIndex)]
        let value = equals.map { pair[($0 + 1)...] } ?? pair[pair.endIndex...]
        func isKey(_ name: StaticString) -> Bool { key.elementsEqual(name) }
        switch key.first {
        case UInt8(ascii: "E") where isKey("Entity"): entity = value
        case UInt8(ascii: "S") where isKey("SpaceAfter"): isJoined = value.elementsEqual("No")
        case UInt8(ascii: "S") where isKey("SpacesAfter"): spacesAfter = value
        case UInt8(ascii: "S") where isKey("SpacesBefore"): spacesBefore = value
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            let rank = Self.nameKeys.firstIndex { key.elementsEqual($0.utf8) }
            guard let rank, rank <= nameRank else { return }
            (name, nameRank) = (value, rank)
        default: break
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func elementsEqual(_ string: StaticString) -> Bool {
        string.withUTF8Buffer { $0.count == count && elementsEqual($0) }
    }

    /// Without the blanks and tabs around it.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var rest = drop { $0 == 32 || $0 == 9 }
        while rest.last == 32 || rest.last == 9 { rest.removeLast() }
        return rest
    }
}
