/// Which parts of a text are also in a later version of it, and where.
///
///     old   Anna kam [am Montag] an.        runs: "Anna kam " by 0, " an." by -3
///     new   Anna kam [heute] an.
///
/// Paragraphs are matched first, then the words between matched paragraphs, then single bytes at the edges of what is
/// left. The matching is patience diff (Bram Cohen): things that occur once on both sides, in the same order, hold
/// the rest in place. It takes O(n log n) also for texts that have nothing in common, where Myers' takes O(n²).
struct Alignment: Sendable {
    /// A stretch of bytes that is the same in both texts.
    struct Run: Hashable, Sendable {
        var old: Span
        let shift: Int

        var newEnd: Int { old.end + shift }
    }

    /// In order, without overlap on either side.
    let runs: [Run]
    /// Of the texts, in bytes.
    private let lengths: (old: Int, new: Int)

    init(from old: Text, to new: Text) {
        lengths = (old.byteCount, new.byteCount)
        runs = old.withBytes { oldBytes in
            new.withBytes { newBytes in
                let old = Side(paragraphsOf: old, bytes: oldBytes)
                let new = Side(paragraphsOf: new, bytes: newBytes)
                let paragraphs = Self.runs(old, new)
                let words = Self.gaps(between: paragraphs, old, new).flatMap { gap in
                    Self.runs(
                        Side(wordsIn: gap.old, bytes: oldBytes), Side(wordsIn: gap.new, bytes: newBytes))
                }
                let matched = (paragraphs + words).sorted { $0.old < $1.old }
                return Self.widened(matched, old, new)
            }
        }
    }

    /// How much of the longer text is in the other one as well, from 0 to 1.
    var share: Double {
        let longer = max(lengths.old, lengths.new)
        return longer == 0 ? 1 : Double(runs.reduce(0) { $0 + $1.old.count }) / Double(longer)
    }

    /// Where the span is now; nil when anything in it has changed.
    func map(_ span: Span) -> Span? {
        let index = runs.partitioningIndex { $0.old.start > span.start } - 1
        guard index >= 0, runs[index].old.end >= span.end else { return nil }
        return span.moved(by: runs[index].shift)
    }

    private static func runs(_ old: Side, _ new: Side) -> [Run] {
        var runs: [Run] = []
        for (oldIndex, newIndex) in Patience.matches(old.hashes, new.hashes) {
            let (span, shift) = (old.spans[oldIndex], new.spans[newIndex].start - old.spans[oldIndex].start)
            if let last = runs.last, last.shift == shift, last.old.end == span.start {
                runs[runs.count - 1].old = last.old.union(span)
            } else {
                runs.append(Run(old: span, shift: shift))
            }
        }
        return runs
    }

    private static func gaps(between runs: [Run], _ old: Side, _ new: Side) -> [(old: Span, new: Span)] {
        var gaps: [(Span, Span)] = []
        var (oldStart, newStart) = (0, 0)
        for run in runs + [
            Run(old: Span(old.bytes.count, old.bytes.count), shift: new.bytes.count - old.bytes.count)
        ] {
            let newEnd = run.old.start + run.shift
            if oldStart < run.old.start, newStart < newEnd {
                gaps.append((Span(oldStart, run.old.start), Span(newStart, newEnd)))
            }
            (oldStart, newStart) = (run.old.end, run.newEnd)
        }
        return gaps
    }

    /// Lets each run grow over equal bytes as far as the next one, and joins those that meet.
    private static func widened(_ runs: [Run], _ old: Side, _ new: Side) -> [Run] {
        var widened = [Run(old: Span(0, 0), shift: 0)]
        let end = Run(
            old: Span(old.bytes.count, old.bytes.count), shift: new.bytes.count - old.bytes.count)
        for run in runs + [end] {
            var last = widened[widened.count - 1]
            var start = run.old.start
            while last.old.end < start, last.newEnd < start + run.shift,
                old.bytes[last.old.end] == new.bytes[last.newEnd]
            {
                last.old = Span(last.old.start, last.old.end + 1)
            }
            while last.old.end < start, last.newEnd < start + run.shift,
                old.bytes[start - 1] == new.bytes[start + run.shift - 1]
            {
                start -= 1
            }
            widened[widened.count - 1] = last
            if last.shift == run.shift, last.old.end == start {
                widened[widened.count - 1].old = Span(last.old.start, run.old.end)
            } else {
                widened.append(Run(old: Span(start, run.old.end), shift: run.shift))
            }
        }
        return widened.filter { !$0.old.isEmpty }
    }
}

/// One of two texts, cut into the things that are matched.
private struct Side {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var spans: [Span] = []
    private(set) var hashes: [Int] = []

    init(paragraphsOf text: Text, bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        for paragraph in (0..<text.paragraphCount).lazy.map(text.paragraph) where !paragraph.isEmpty {
            append(paragraph)
        }
    }

    /// Words, and single bytes between them.
    init(wordsIn span: Span, bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var start = span.start
        while start < span.end {
            var end = start + 1
            if bytes[start].isInWord {
                while end < span.end, bytes[end].isInWord { end += 1 }
            }
            append(Span(start, end))
            start = end
        }
    }

    private mutating func append(_ span: Span) {
        // Seeded afresh in each process, so no text can be made to collide.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[span.range]))
        spans.append(span)
        hashes.append(hasher.finalize())
    }
}

extension UInt8 {
    /// Letters, digits, and every byte of a character beyond ASCII.
    var isInWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}
