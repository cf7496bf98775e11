import Articles

/// Reads a brat file line by line: what is wrong or not understood is named, the rest comes in.
struct BratReader {
    private let input: Input
    private let text: Text
    private var places: OffsetUnits.Places
    private var marks: BratMarks
    /// The lines that refer to text bounds, which may come further down.
    private var referring: [(number: Int, line: BratLine)] = []
    /// What is wrong with the form of lines, what with their places, what with their references.
    private var errors: (form: [FormatError], place: [FormatError], reference: [FormatError]) = ([], [], [])
    private var warnings: [FormatError] = []

    static func read(_ input: Input) throws(FormatError) -> Imported {
        guard let text = input.companions["txt"] else {
            throw FormatError(file: input.name, "the text is missing; put \(input.stem).txt beside the file")
        }
        if let broken = IllFormedUTF8.first(in: text) {
            throw FormatError(
                file: input.stem + ".txt", line: 1 + text[..<broken].count { $0 == 10 },
                "is not UTF-8, so that its offsets cannot be counted; convert it first")
        }
        if let null = text.firstIndex(of: 0, from: 0) {
            throw FormatError(
                file: input.stem + ".txt", line: 1 + text[..<null].count { $0 == 10 },
                "holds a NUL byte, so it is no text")
        }
        var reader = BratReader(input, Text(bytes: text))
        return try reader.imported()
    }

    private init(_ input: Input, _ text: Text) {
        self.input = input
        self.text = text
        marks = BratMarks(byteCount: input.bytes.count)
        places = OffsetUnits.Places(OffsetUnits(text, .codePoints))
    }

    private mutating func imported() throws(FormatError) -> Imported {
        try readLines()
        for (number, line) in referring {
            do throws(FormatError) {
                guard let warning = try marks.connect(line) else { continue }
                warnings.append(FormatError(file: input.name, line: number, warning))
            } catch {
                errors.reference.append(named(error, number))
            }
        }
        var article = Article(name: input.stem, source: input.name, text: text)
        article.takeHeader()
        let document = Document(article: article, annotations: marks.annotations)
        let all = errors.form + errors.place + errors.reference
        return Imported(documents: [document], errors: all, warnings: warnings)
    }

    private mutating func readLines() throws(FormatError) {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name)
        if let warning { warnings.append(warning) }
        bytes.withUnsafeBufferPointer { bytes in
            var (start, number) = (0, input.firstLine)
            while start < bytes.count {
                let end = ByteScan.next(10, in: bytes, from: start)
                if bytes[start..<end].contains(where: { !$0.isSpace }) {
                    do throws(FormatError) {
                        try read(bytes, start..<(bytes[end - 1] == 13 ? end - 1 : end), number)
                    } catch {
                        errors.form.append(named(error, number))
                    }
                }
                start = end + 1
                number += 1
            }
        }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ number: Int
    ) throws(FormatError) {
        let line = try BratLine(bytes, place)
        guard line.id == "*" || marks.isFree(line.id) else {
            throw FormatError("the id \(line.id) occurs twice; give this one another")
        }
        guard case .textBound(let type, let first, let others, let words) = line.content else {
            marks.take(line)
            referring.append((number, line))
            return
        }
        var spans: SpanSet?
        do throws(FormatError) {
            spans = try spanSet(line.id, first, others, UnsafeBufferPointer(rebasing: bytes[words]))
        } catch {
            errors.place.append(named(error, number))
        }
        marks.define(line.id, UnsafeBufferPointer(rebasing: bytes[type]), spans)
    }

    private func named(_ error: FormatError, _ line: Int) -> FormatError {
        FormatError(file: input.name, line: line, error.message)
    }

    private mutating func spanSet(
        _ id: String, _ first: BratLine.Fragment, _ others: [BratLine.Fragment],
        _ words: UnsafeBufferPointer<UInt8>
    ) throws(FormatError) -> SpanSet {
        if others.isEmpty, let span = places.span(first.start, first.end), !span.isEmpty {
            let isSame = text.withBytes { $0[span.range].elementsEqual(words) }
            if isSame || words.isEmpty { return SpanSet(span) }
        }
        var spans: [Span] = []
        for (start, end) in [first] + others {
            guard let span = places.span(start, end) else {
                throw FormatError("\(id): \(start) to \(end) is no place in the text")
            }
            spans.append(span)
        }
        guard let set = SpanSet(spans) else { throw FormatError("\(id) marks no text") }
        // Programs differ in what they put between fragments, so only the words count.
        let found = text.string(in: set, joinedBy: " ")
        let words = String(decoding: words, as: UTF8.self)
        let agrees =
            words.split(whereSeparator: \.isWhitespace) == found.split(whereSeparator: \.isWhitespace)
        guard words.isEmpty || agrees else {
            throw FormatError(
                "\(id) says \"\(words)\", but the text there is \"\(found)\"; correct the offsets (code points)"
            )
        }
        return set
    }
}
