/// The text of an article: immutable UTF-8, from 0 bytes to 1 GB, exactly as it came in.
///
/// One pass over the bytes finds the paragraphs and checks the encoding; tokens and sentences are made for a paragraph
/// when somebody asks, and the latest few hundred are kept. Bytes that are not UTF-8 stay where they are and read as
/// U+FFFD. Copies share everything.
public struct Text: Equatable, Sendable {
    @usableFromInline let bytes: [UInt8]
    private let index: ParagraphIndex
    let tokenCache: ParagraphCache<TokenizedParagraph>
    let columnCache: ParagraphCache<GraphemeColumns>
    let offsets: Offsets

    public init(_ string: String) { self.init(bytes: Array(string.utf8)) }

    /// Takes the bytes over as they are, without a copy.
    ///
    /// - Precondition: at most 4 GB.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.withUnsafeBufferPointer(ParagraphIndex.init)
        tokenCache = ParagraphCache { $0.tokens.count }
        columnCache = ParagraphCache { $0.count }
        offsets = Offsets(isASCII: index.isASCII)
    }

    public static func == (left: Text, right: Text) -> Bool { left.bytes == right.bytes }

    public var byteCount: Int { bytes.count }
    public var bounds: Span { Span(0, bytes.count) }
    public var isASCII: Bool { index.isASCII }

    /// How many bytes belong to no valid UTF-8 sequence.
    public var invalidByteCount: Int { index.invalidByteCount }

    /// The line, counted from 1, with the first byte that is not UTF-8.
    public var firstInvalidLine: Int? { index.firstInvalidLine }

    @inlinable
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The text of a span, with U+FFFD for what is not UTF-8.
    public func string(in span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// How many paragraphs there are; at least one.
    ///
    /// A paragraph is a line (LF, CRLF; CR in a text without LF); a line beyond 64 KB is several. A line break at the
    /// very end of the text begins no further paragraph.
    public var paragraphCount: Int { index.starts.count }

    /// The content of a paragraph, without its line break.
    public func paragraph(_ index: Int) -> Span {
        let range = withBytes { self.index.content(index, $0) }
        return Span(range.lowerBound, range.upperBound)
    }

    /// The paragraph that an offset lies in; a line break belongs to the paragraph before it.
    public func paragraphIndex(at offset: Int) -> Int { index.paragraph(at: offset) }
}
