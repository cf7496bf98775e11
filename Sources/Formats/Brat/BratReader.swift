import Articles

/// Reads a brat file line by line: what is wrong or not understood is named, the rest comes in.
struct BratReader {
    private let input: Input
    private let text: Text
    private let offsets: OffsetUnits
    private var errors: [FormatError] = []
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
        offsets = OffsetUnits(text, .codePoints)
    }

    private mutating func imported() throws(FormatError) -> Imported {
        var marks = BratMarks()
        let lines = try lines()
        // Text bounds and events first: other lines may refer to those further down.
        for (number, line) in lines {
            do throws(FormatError) { try define(line, in: &marks) } catch { report(number, error) }
        }
        for (number, line) in lines {
            do throws(FormatError) {
                guard let warning = try marks.connect(line) else { continue }
                warnings.append(FormatError(file: input.name, line: number, warning))
            } catch {
                report(number, error)
            }
        }
        var article = Article(name: input.stem, source: input.name, text: text)
        article.takeHeader()
        let document = Document(article: article, annotations: marks.annotations)
        return Imported(documents: [document], errors: errors, warnings: warnings)
    }

    private mutating func lines() throws(FormatError) -> [(number: Int, line: BratLine)] {
        let (bytes, warning) = try TextEncoding.utf8(input.bytes, name: input.name)
        if let warning { warnings.append(warning) }
        var ids: Set<String> = []
        var lines: [(number: Int, line: BratLine)] = []
        for (index, bytes) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where !bytes.allSatisfy(\.isSpace) {
            let number = index + input.firstLine
            do throws(FormatError) {
                let line = try BratLine(
                    String(decoding: bytes.last == 13 ? bytes.dropLast() : bytes, as: UTF8.self))
                guard line.id == "*" || ids.insert(line.id).inserted else {
                    throw FormatError("the id \(line.id) occurs twice; give this one another")
                }
                lines.append((number, line))
            } catch {
                report(number, error)
            }
        }
        return lines
    }

    private mutating func report(_ line: Int, _ error: FormatError) {
        errors.append(FormatError(file: input.name, line: line, error.message))
    }

    private func define(_ line: BratLine, in marks: inout BratMarks) throws(FormatError) {
        switch line.content {
        case .textBound(let type, let fragments, let words):
            marks.define(line.id, type, try place(line.id, fragments, words))
        case .event(_, let trigger, _):
            marks.defineEvent(line.id, trigger: trigger)
        case .relation, .equivalence, .attribute, .normalization, .note:
            break
        }
    }

    private func place(
        _ id: String, _ fragments: [(start: Int, end: Int)], _ words: String
    ) throws(FormatError) -> SpanSet {
        var spans: [Span] = []
        for (start, end) in fragments {
            guard let span = offsets.span(start, end) else {
                throw FormatError("\(id): \(start) to \(end) is no place in the text")
            }
            spans.append(span)
        }
        guard let set = SpanSet(spans) else { throw FormatError("\(id) marks no text") }
        // Programs differ in what they put between fragments, so only the words count.
        let found = text.string(in: set, joinedBy: " ")
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
