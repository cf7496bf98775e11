import Articles

/// A text in which white space and the shape of quotes do not count, with the way back to the text itself.
///
///     Er sagte: „Ja (oder\nnein).“     ->     Er/sagte/:/"/Ja/(/oder/nein/)/./"      words and signs, a line each
struct Squeezed {
    let text: Text
    /// The offset in the original of each byte, and of the end.
    private let origins: [Int]
    private let original: Text

    enum Parts {
        /// Each word and each sign is a line, so that an alignment compares them one by one.
        case lines
        /// All in one: two tokens are the same as the word that they are parts of.
        case joined
    }

    init(_ original: Text, _ parts: Parts) {
        self.original = original
        var bytes: [UInt8] = []
        var origins: [Int] = []
        bytes.reserveCapacity(original.byteCount)
        origins.reserveCapacity(original.byteCount)
        var wasWord = false
        var offset = 0
        func append(_ byte: UInt8) {
            bytes.append(byte)
            origins.append(offset)
        }
        for scalar in original.string(in: original.bounds).unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            guard !scalar.isSeparator else {
                wasWord = false
                continue
            }
            let sign = parts == .lines ? Self.plain(scalar) : scalar
            let isWord = sign.properties.isAlphabetic || sign.properties.numericType != nil
            if parts == .lines, !bytes.isEmpty, !(isWord && wasWord) { append(10) }
            wasWord = isWord
            for byte in String(sign).utf8 { append(byte) }
        }
        origins.append(original.byteCount)
        text = Text(bytes: bytes)
        self.origins = origins
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "„", "“", "”", "«", "»", "‟", "″": "\""
        case "‚", "‘", "’", "‹", "›", "‛", "′", "`", "´": "'"
        case "–", "—", "‐", "‑", "−": "-"
        default: scalar
        }
    }

    /// A span of the original here; white space at its edges is gone.
    func squeezed(_ span: Span) -> Span {
        let start = origins.partitioningIndex { $0 >= span.start }
        let end = origins.partitioningIndex { $0 >= span.end }
        return text.withBytes { bytes in
            // A line break belongs to neither of its neighbours.
            var (start, end) = (min(start, bytes.count), min(end, bytes.count))
            while start < end, bytes[start] == 10 { start += 1 }
            while end > start, bytes[end - 1] == 10 { end -= 1 }
            return Span(start, end)
        }
    }

    /// A span of the squeezed text in the original.
    func original(_ span: Span) -> Span {
        guard !span.isEmpty else { return Span(origins[span.start], origins[span.start]) }
        let start = origins[span.start]
        let last = origins[span.end - 1]
        return original.withBytes { bytes in
            var end = last + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            return Span(start, end)
        }
    }
}

extension Text {
    /// How much of the longer of two texts stands in both, from 0 to 1, whatever their white space and quotes.
    public func likeness(to other: Text) -> Double {
        Squeezed(self, .lines).text.share(with: Squeezed(other, .lines).text)
    }
}

extension Document {
    /// The annotations on another version of the text, which may differ in white space, line ends and quotes, and in
    /// words here and there.
    ///
    /// - Returns: the document with the other text, and what could not be placed there, or not whole.
    public func aligned(onto text: Text) -> (document: Document, lost: [Annotation]) {
        let article = Article(
            name: article.name, title: article.ownTitle, source: article.source, date: article.date,
            language: article.language, text: text, metadata: article.metadata)
        guard text != self.text else { return (Document(article: article, annotations: annotations), []) }
        let (old, new) = (Squeezed(self.text, .lines), Squeezed(text, .lines))
        let (carried, lost) = annotations.mapSpans(old.squeezed).carried(from: old.text, to: new.text)
        let placed = Document(article: article, annotations: carried.mapSpans(new.original))
        return (placed, lost.compactMap { annotations[$0.id] })
    }
}
