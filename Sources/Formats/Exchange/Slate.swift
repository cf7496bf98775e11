import Articles

/// SLATE's annotation files: a line an item, spans and labels, beside the text `X` as `X.annotations`.
///
///     ((8, 1), (8, 3)) - PER        tokens 1 to 3 of line 8, all counted from 0, the last one included
///     (4, 5) - LOC                  one token; (4, 5, 0) is a character of it, 4 a whole line, () the document
///     [(4, 5), (6, 1)] -            two linked items, which become a relation
///
/// Source: Kummerfeld, "SLATE: A Super-Lightweight Annotation Tool for Experts", 2019, and the files of its tutorials.
extension Format {
    static let slate = Format(
        name: "slate", title: "SLATE annotations", extensions: ["annotations"], companions: ["txt", ""],
        read: Reader(recognises: SlateReader.isLikely, SlateReader.read))
}

/// Reads the lines of an annotation file onto its text.
struct SlateReader {
    /// A position as it stands: line, token, character, as many of them as the file says.
    private typealias Position = [Int]

    private let text: Text
    /// Per line the tokens: stretches without white space.
    private let lines: [[Span]]
    private var standoff: Standoff

    static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        let line = start.prefix { $0 != 10 }
        guard let first = line.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") else {
            return false
        }
        let head = line.prefix { $0 != UInt8(ascii: "-") }
        return head.count < line.count
            && head.allSatisfy { (48...57).contains($0) || "()[], ".utf8.contains($0) }
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        guard let bytes = input.companions[""] ?? input.companions["txt"] else {
            throw FormatError(file: input.name, "the text is missing; put \(input.stem) beside the file")
        }
        guard IllFormedUTF8.first(in: bytes) == nil else {
            throw FormatError(file: input.stem, "is not UTF-8, so that its tokens cannot be counted")
        }
        var reader = SlateReader(Text(bytes: bytes), input)
        return try reader.read(input)
    }

    private init(_ text: Text, _ input: Input) {
        self.text = text
        standoff = Standoff(text, .utf8, file: input.name)
        var lines: [[Span]] = [[]]
        var (start, offset) = (0, 0)
        func close() { if start < offset { lines[lines.count - 1].append(Span(start, offset)) } }
        for scalar in text.string(in: text.bounds).unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.isSeparator {
                close()
                start = offset + width
            }
            offset += width
            if scalar == "\n" { lines.append([]) }
        }
        close()
        self.lines = lines
    }

    private mutating func read(_ input: Input) throws(FormatError) -> Imported {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name)
        if let warning { standoff.findings.warn(warning) }
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isSpace) {
            let place: Standoff.Place = { FormatError(line: index + input.firstLine, $0) }
            do throws(FormatError) {
                try item(String(decoding: line, as: UTF8.self), place)
            } catch {
                standoff.findings.add(FormatError(line: index + input.firstLine, error.message))
            }
        }
        var article = Article(name: input.stem, source: input.name, text: text)
        article.takeHeader()
        let document = standoff.document(article)
        return standoff.findings.imported([document])
    }

    private mutating func item(_ line: String, _ place: @escaping Standoff.Place) throws(FormatError) {
        guard let dash = line.firstIndex(of: "-") else {
            throw FormatError("a line is spans, a hyphen, and labels")
        }
        let labels = line[line.index(after: dash)...].split(whereSeparator: \.isWhitespace).map(String.init)
        var parser = SlatePositions(line[..<dash])
        let items = try parser.items()
        guard !items.contains(where: { $0.start.isEmpty }) else {
            for label in labels { standoff.label(label, value: nil) }
            return
        }
        var spans: [SpanSet] = []
        for item in items { spans.append(SpanSet(try span(item.start, item.end))) }
        guard spans.count > 1 else {
            guard let only = spans.first else { throw FormatError("the line marks nothing") }
            for label in labels { _ = name(only, label, place) }
            return
        }
        // Linked items: the first is the one that links to the others.
        let from = name(spans[0], labels.first, place)
        for other in spans.dropFirst() {
            standoff.relate(
                labels.first ?? "link", from: from, to: name(other, labels.first, place), at: place)
        }
    }

    /// The mention at a place; one that only a link needs is labelled `item`.
    private mutating func name(_ spans: SpanSet, _ label: String?, _ place: Standoff.Place) -> String {
        let key = "\(spans.start)-\(spans.end)-\(label ?? "item")"
        if standoff.id(named: key) == nil {
            standoff.add(Standoff.Draft(spans: spans, label: label ?? "item"), as: key, at: place)
        }
        return key
    }

    private func span(_ start: Position, _ end: Position) throws(FormatError) -> Span {
        guard let first = edge(start, isEnd: false), let last = edge(end, isEnd: true), first < last else {
            throw FormatError(
                "\(start) to \(end) is no place in the text (line, token and character count from 0)")
        }
        return Span(first, last)
    }

    private func edge(_ position: Position, isEnd: Bool) -> Int? {
        guard let line = position.first, lines.indices.contains(line), !lines[line].isEmpty else {
            return nil
        }
        guard position.count > 1 else { return isEnd ? lines[line].last?.end : lines[line].first?.start }
        guard lines[line].indices.contains(position[1]) else { return nil }
        let token = lines[line][position[1]]
        guard position.count > 2 else { return isEnd ? token.end : token.start }
        let scalars = Array(text.string(in: token).unicodeScalars)
        guard scalars.indices.contains(position[2]) else { return nil }
        let before = scalars[..<(position[2] + (isEnd ? 1 : 0))].reduce(0) { $0 + UTF8.width($1) }
        return token.start + before
    }
}

/// Positions as Python prints tuples, lists and numbers.
private struct SlatePositions {
    private var rest: Substring

    init(_ text: Substring) { rest = text }

    private indirect enum Value {
        case number(Int)
        case list([Value])
    }

    /// The spans of an item, each with its start and its last position.
    mutating func items() throws(FormatError) -> [(start: [Int], end: [Int])] {
        var values: [Value] = []
        while skipSpace() != nil { values.append(try value(depth: 0)) }
        if values.count == 1, case .list(let inner) = values[0] {
            if inner.isEmpty { return [([], [])] }
            if let position = Self.position(values[0]) { return [(position, position)] }
            if inner.count == 2, let start = Self.position(inner[0]), let end = Self.position(inner[1]),
                isTuple
            {
                return [(start, end)]
            }
            values = inner
        }
        var items: [(start: [Int], end: [Int])] = []
        for value in values {
            if let position = Self.position(value) {
                items.append((position, position))
            } else if case .list(let ends) = value, ends.count == 2, let start = Self.position(ends[0]),
                let end = Self.position(ends[1])
            {
                items.append((start, end))
            } else {
                throw FormatError("the spans look like ((8, 1), (8, 3)), with at most three numbers each")
            }
        }
        return items
    }

    /// Whether the outermost bracket is a tuple's, so that two positions are the ends of one span.
    private var isTuple = true

    private static func position(_ value: Value) -> [Int]? {
        switch value {
        case .number(let number): return [number]
        case .list(let values):
            guard (1...3).contains(values.count) else { return nil }
            var numbers: [Int] = []
            for value in values {
                guard case .number(let number) = value else { return nil }
                numbers.append(number)
            }
            return numbers
        }
    }

    private mutating func skipSpace() -> Character? {
        rest = rest.drop { $0 == " " || $0 == "," }
        return rest.first
    }

    private mutating func value(depth: Int) throws(FormatError) -> Value {
        guard let first = skipSpace() else { throw FormatError("a position ends too early") }
        if first == "(" || first == "[" {
            guard depth < 4 else { throw FormatError("the brackets are nested too deep") }
            if depth == 0 { isTuple = first == "(" }
            rest = rest.dropFirst()
            var values: [Value] = []
            while let next = skipSpace(), next != ")", next != "]" {
                values.append(try value(depth: depth + 1))
            }
            guard rest.first != nil else { throw FormatError("a bracket is not closed") }
            rest = rest.dropFirst()
            return .list(values)
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { throw FormatError("\"\(rest.prefix(20))\" is no position") }
        rest = rest.dropFirst(digits.count)
        return .number(number)
    }
}
