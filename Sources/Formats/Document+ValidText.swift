import Articles

extension Document {
    /// The document as it can be written: bytes that are not UTF-8 become U+FFFD, and every place moves along.
    ///
    /// Inside, such bytes stay as they are; no format of text can hold them.
    func withValidText() -> Document {
        let broken = text.withBytes { IllFormedUTF8.ranges(in: $0) }
        guard !broken.isEmpty else { return self }
        let repair = Repair(broken)
        let article = Article(
            name: article.name, title: article.ownTitle, source: article.source, date: article.date,
            language: article.language, text: Text(bytes: text.withBytes(repair.bytes)),
            metadata: article.metadata)
        return Document(article: article, annotations: annotations.mapSpans(repair.moved))
    }
}

/// The exchange of broken sequences for U+FFFD.
private struct Repair {
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    let broken: [Range<Int>]
    /// How far the text behind each broken sequence moves.
    let shifts: [Int]

    init(_ broken: [Range<Int>]) {
        self.broken = broken
        var shift = 0
        shifts = broken.map { range in
            shift += Self.replacement.count - range.count
            return shift
        }
    }

    func bytes(_ old: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var new: [UInt8] = []
        new.reserveCapacity(old.count + 2 * broken.count)
        var copied = 0
        for range in broken {
            new.append(contentsOf: old[copied..<range.lowerBound])
            new.append(contentsOf: Self.replacement)
            copied = range.upperBound
        }
        new.append(contentsOf: old[copied...])
        return new
    }

    func moved(_ span: Span) -> Span {
        let start = moved(span.start)
        return Span(start, max(start, moved(span.end)))
    }

    /// An offset within a broken sequence moves to its beginning.
    private func moved(_ offset: Int) -> Int {
        let next = broken.partitioningIndex { $0.upperBound > offset }
        let inside = next < broken.count && broken[next].lowerBound < offset
        return (inside ? broken[next].lowerBound : offset) + (next == 0 ? 0 : shifts[next - 1])
    }
}

extension Annotations {
    /// The same annotations at other places.
    func mapSpans(_ move: (Span) -> Span) -> Annotations {
        func moved(_ spans: SpanSet) -> SpanSet {
            SpanSet(spans.fragments.map(move)) ?? SpanSet(move(spans.bounds))
        }
        return Annotations(
            mentions: mentions.map { mention in
                var mention = mention
                mention.spans = moved(mention.spans)
                return mention
            }, relations: relations, chains: chains,
            facts: facts.map { fact in
                var fact = fact
                fact.evidence = moved(fact.evidence)
                for index in fact.slots.indices {
                    fact.slots[index].spans = fact.slots[index].spans.map(moved)
                }
                return fact
            }, labels: labels,
            notes: notes.map { note in
                var note = note
                if case .span(let span) = note.target { note.target = .span(move(span)) }
                return note
            })
    }
}
