/// Other ways of counting, for the border to formats and other programs; everything inside counts UTF-8 bytes.
///
/// Ill-formed bytes count as the U+FFFD that they read as, one for each maximal subpart, as in `String(decoding:)` and
/// Python's `decode(errors="replace")`.
extension Text {
    /// How many code points the text has.
    public var codePointCount: Int { codePoints(at: byteCount) }

    /// How many UTF-16 units the text has.
    public var utf16Count: Int { utf16(at: byteCount) }

    /// The code points before an offset; an offset inside a scalar counts as the start of it.
    public func codePoints(at offset: Int) -> Int { place(.utf8, atMost: offset).codePoints }

    /// The UTF-16 units before an offset; an offset inside a scalar counts as the start of it.
    public func utf16(at offset: Int) -> Int { place(.utf8, atMost: offset).utf16 }

    /// The UTF-8 offset of a code point; none outside of the text.
    public func offset(ofCodePoint count: Int) -> Int? { offset(of: count, .codePoints) }

    /// The UTF-8 offset of a UTF-16 unit; none outside of the text or within a surrogate pair.
    public func offset(ofUTF16 count: Int) -> Int? { offset(of: count, .utf16) }

    /// The grapheme clusters between the start of the paragraph and an offset in it; inside of one, those before it.
    public func column(at offset: Int) -> Int {
        let paragraph = paragraphIndex(at: offset)
        return columns(ofParagraph: paragraph).column(at: offset - self.paragraph(paragraph).start)
    }

    /// How many grapheme clusters a paragraph has.
    public func columnCount(ofParagraph index: Int) -> Int { columns(ofParagraph: index).count }

    /// The UTF-8 offset of a column; the end of the paragraph for the column behind its last, none beyond.
    public func offset(ofColumn column: Int, inParagraph index: Int) -> Int? {
        columns(ofParagraph: index).offset(ofColumn: column).map { $0 + paragraph(index).start }
    }

    private func columns(ofParagraph index: Int) -> GraphemeColumns {
        columnCache.value(index) { withBytes { GraphemeColumns($0, in: paragraph(index).range) } }
    }

    private func offset(of count: Int, _ unit: Offsets.Unit) -> Int? {
        let place = place(unit, atMost: count)
        return place[unit] == count ? place.utf8 : nil
    }

    private func place(_ unit: Offsets.Unit, atMost value: Int) -> Offsets.Place {
        withBytes { offsets.place(unit, atMost: value, in: $0) }
    }
}
