import Articles

/// Reads lines of a token and its tags; the text is put together from the tokens.
struct CoNLLReader {
    /// Where word and tags stand in a line.
    enum Columns {
        /// The word first, its tag last, with blanks or tabs between.
        case firstAndLast
        /// A number, the word, outer and inner tag, with tabs between.
        case germEval
    }

    private let columns: Columns
    private var findings: Findings
    private var documents: [Document] = []
    private var words = Detokenizer()
    private var outer = TagDecoder()
    private var inner = TagDecoder()
    private var source: GermEvalSource?
    private var isAtBreak = true
    private var firstLine: Int
    private let stem: String
    private let name: String

    static func read(_ input: Input, _ columns: Columns) throws(FormatError) -> Imported {
        var reader = CoNLLReader(input, columns)
        return try reader.read(input)
    }

    /// Whether a file begins like this: the first line that is not empty has so many columns, the last one a tag.
    static func isLikely(_ start: ArraySlice<UInt8>, columnCounts: ClosedRange<Int>) -> Bool {
        let complete = start.count < 4096 ? start : start[...(start.lastIndex(of: 10) ?? start.endIndex - 1)]
        let lines = complete.split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }.filter {
            !$0.allSatisfy(\.isSpace) && !$0.starts(with: "-DOCSTART-".utf8)
        }
        guard !lines.isEmpty else { return start.starts(with: "-DOCSTART-".utf8) }
        return lines.prefix(20).allSatisfy { line in
            let columns = line.split { $0 == 32 || $0 == 9 }
            guard columnCounts.contains(columns.count), let tag = columns.last else { return false }
            let isPrefixed =
                tag.count > 2 && "BIELSU".utf8.contains(tag[tag.startIndex])
                && tag[tag.startIndex + 1] == UInt8(ascii: "-")
            return isPrefixed || tag.elementsEqual("O".utf8)
        }
    }

    /// Whether a file begins with a sentence of a number, a word and two tags.
    @Sendable static func isGermEval(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.starts(with: "#\t".utf8) || start.starts(with: "1\t".utf8) else { return false }
        let line = start.split(separator: 10).first { $0.first != UInt8(ascii: "#") }
        return line.map { (3...4).contains($0.split(separator: 9, omittingEmptySubsequences: false).count) }
            ?? true
    }

    private init(_ input: Input, _ columns: Columns) {
        self.columns = columns
        findings = Findings(input.name)
        firstLine = input.firstLine
        stem = input.stem
        name = input.name
    }

    private mutating func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name)
        if let warning { findings.warn(warning) }
        if let broken = IllFormedUTF8.first(in: bytes) {
            throw FormatError(
                file: input.name, line: input.firstLine + bytes[..<broken].count { $0 == 10 }, "is not UTF-8")
        }
        var (start, number) = (0, input.firstLine)
        while start < bytes.count {
            let end = bytes.firstIndex(of: 10, from: start) ?? bytes.count
            read(bytes[start..<(end > start && bytes[end - 1] == 13 ? end - 1 : end)], number)
            start = end + 1
            number += 1
        }
        finishDocument()
        return findings.imported(documents)
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
        guard line.contains(where: { !$0.isSpace }) else {
            finishSentence()
            return
        }
        if line.first == UInt8(ascii: "-"), line.starts(with: "-DOCSTART-".utf8) {
            finishDocument()
            firstLine = number
            return
        }
        switch columns {
        case .firstAndLast: readColumns(line, number)
        case .germEval: readGermEval(line, number)
        }
    }

    private mutating func readColumns(_ line: ArraySlice<UInt8>, _ number: Int) {
        func isGap(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
        var last = line.endIndex
        while isGap(line[last - 1]) { last -= 1 }
        var tag = last
        while tag > line.startIndex, !isGap(line[tag - 1]) { tag -= 1 }
        let start = line.firstIndex { !isGap($0) } ?? line.startIndex
        let end = line[start...].firstIndex(where: isGap) ?? line.endIndex
        guard end <= tag else {
            findings.add(
                FormatError(line: number, "a line is a word and a tag with a blank between; the word is kept")
            )
            add(line[start..<end], [], nil, number)
            return
        }
        add(line[start..<end], line[tag..<last], nil, number)
    }

    private mutating func readGermEval(_ line: ArraySlice<UInt8>, _ number: Int) {
        if line.first == UInt8(ascii: "#") {
            let next = GermEvalSource(line: String(decoding: line, as: UTF8.self))
            if let source, source.source != next.source {
                finishDocument()
                firstLine = number
            }
            source = next
            return
        }
        var fields = TabbedFields(line)
        _ = fields.next()
        guard let word = fields.next(), !word.isEmpty, let tag = fields.next() else {
            findings.add(
                FormatError(line: number, "a line is a number, a word and two tags with tabs between"))
            return
        }
        add(word, tag, fields.next(), number)
    }

    /// - Parameter second: the tag of the inner column, where there is one.
    private mutating func add(
        _ word: ArraySlice<UInt8>, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>?, _ number: Int
    ) {
        let place = words.add(word, beginsSentence: isAtBreak)
        isAtBreak = false
        if let doubt = outer.add(first, place) { findings.warn(FormatError(line: number, doubt)) }
        if let second, let doubt = inner.add(second, place) {
            findings.warn(FormatError(line: number, doubt))
        }
    }

    private mutating func finishSentence() {
        outer.close()
        inner.close()
        isAtBreak = true
    }

    private mutating func finishDocument() {
        finishSentence()
        guard !words.bytes.isEmpty else { return }
        var mentions: [Mention] = []
        mentions.reserveCapacity(outer.mentions.count + inner.mentions.count)
        for column in [outer, inner] {
            let samples = column.labels.map(sample)
            for (span, label) in column.mentions {
                let id = ID("m\(mentions.count + 1)")
                mentions.append(Mention(id: id, spans: SpanSet(span), like: samples[label]))
            }
        }
        let text = Text(bytes: words.bytes)
        let article = Article(
            name: firstLine == 1 ? stem : "\(stem):\(firstLine)", source: source?.source ?? name,
            date: source?.date, text: text)
        documents.append(Document(article: article, annotations: Annotations(mentions: mentions)))
        words = Detokenizer()
        (outer, inner) = (TagDecoder(), TagDecoder())
    }

    /// What all mentions of a label are like.
    private func sample(_ label: Label) -> Mention {
        let mention = Mention(id: "", spans: SpanSet(0, 0), label: label)
        return columns == .germEval ? GermEvalLabel.read(mention) : mention
    }
}

/// What stands between the tabs of a line, also when it is nothing.
private struct TabbedFields: IteratorProtocol {
    private let line: ArraySlice<UInt8>
    private var start: Int?

    init(_ line: ArraySlice<UInt8>) {
        self.line = line
        start = line.startIndex
    }

    mutating func next() -> ArraySlice<UInt8>? {
        guard let start else { return nil }
        let end = line[start...].firstIndex(of: 9)
        self.start = end.map { $0 + 1 }
        return line[start..<(end ?? line.endIndex)]
    }
}

/// The labels of GermEval 2014: `PERderiv` is an adjective made of a person's name, `LOCpart` a name in a compound.
enum GermEvalLabel {
    private static let forms = ["derived": "deriv", "part": "part"]

    static func read(_ mention: Mention) -> Mention {
        var mention = mention
        for (form, ending) in forms where mention.label.name.hasSuffix(ending) {
            mention.label = Label(String(mention.label.name.dropLast(ending.count)))
            mention.attributes["form"] = form
        }
        if mention.label == "OTH" { mention.label = "MISC" }
        return mention
    }

    /// The document with the labels that come back from a file.
    @Sendable static func adapted(_ document: Document) -> Document {
        CoNLLName.adapted(document).respelled { mention in
            mention.label = read(written(mention)).label
        }
    }

    static func written(_ mention: Mention) -> Mention {
        var mention = mention
        if mention.label == "MISC" { mention.label = "OTH" }
        if let ending = mention.attributes["form"].flatMap({ forms[$0] }) {
            mention.label = Label(mention.label.name + ending)
        }
        return mention
    }
}
