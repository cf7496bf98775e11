import Articles

extension RegularExpression {
    /// The places in a part of the text, as far as the work allowed goes.
    struct Hits: Sendable {
        /// In order, not overlapping, none empty.
        var spans: [Span] = []
        /// How many steps it took.
        var work = 0
        /// Whether the part was looked through to its end.
        var isComplete = true
    }

    /// Looks through a part of the text, which is a line of its own for `^` and `$`.
    ///
    /// Of the hits that begin first, the one that the pattern prefers; the next is looked for behind it.
    /// - Parameters:
    ///   - limit: how many steps may be taken.
    ///   - isCancelled: asked every few milliseconds.
    func hits(in text: Text, span: Span, limit: Int, isCancelled: () -> Bool) -> Hits {
        text.withBytes { bytes in
            // Most parts hold nothing with which a hit could begin, and cost no more than finding that out.
            let start = isFirst.withUnsafeBufferPointer { isFirst in
                var offset = span.start
                while offset < span.end, !isFirst[Int(bytes[offset])] { offset += 1 }
                return offset
            }
            guard start < span.end else { return Hits(work: 1 + span.count / 16) }
            var run = Run(self, bytes, span)
            run.go(from: start, limit: limit, isCancelled: isCancelled)
            return run.hits
        }
    }
}

/// One run of the program over a part of a text.
private struct Run {
    /// A place in the program that the text so far leads to, and where the hit would begin.
    private struct Path {
        let index: Int
        let start: Int
    }

    private let program: RegularExpression
    private let bytes: UnsafeBufferPointer<UInt8>
    private let span: Span
    private var paths: [Path] = []
    private var nextPaths: [Path] = []
    /// For each instruction the last round that came by, so that none is followed twice.
    private var lastRound: [Int]
    private var round = 0
    private var waiting: [Int] = []
    private(set) var hits = RegularExpression.Hits()

    init(_ program: RegularExpression, _ bytes: UnsafeBufferPointer<UInt8>, _ span: Span) {
        self.program = program
        self.bytes = bytes
        self.span = span
        lastRound = Array(repeating: 0, count: program.instructions.count)
    }

    mutating func go(from start: Int, limit: Int, isCancelled: () -> Bool) {
        var offset = start
        var before = scalar(before: offset)
        var found: Span?
        var check = 1 << 18
        round += 1
        while true {
            if paths.isEmpty {
                if let hit = found {
                    hits.spans.append(hit)
                    found = nil
                    offset = hit.end
                }
                let skipped = skip(from: offset)
                hits.work += (skipped - offset) / 16
                offset = skipped
                before = scalar(before: offset)
                round += 1
                if offset >= span.end { return }
            }
            let (here, length) = scalar(at: offset)
            if found == nil, offset < span.end {
                swap(&paths, &nextPaths)
                follow(0, Path(index: 0, start: offset), between: before, and: here)
                swap(&paths, &nextPaths)
            }
            round += 1
            let after = scalar(at: offset + length).value
            for path in paths {
                hits.work += 1
                switch program.instructions[path.index] {
                case .take(let set):
                    guard let here, program.sets[set].contains(here) else { continue }
                    follow(path.index + 1, path, between: here, and: after)
                case .accept where path.start < offset:
                    found = Span(path.start, offset)
                case .accept, .fork, .jump, .check:
                    continue
                }
                // What comes behind a hit counts less than it.
                if found?.end == offset { break }
            }
            swap(&paths, &nextPaths)
            nextPaths.removeAll(keepingCapacity: true)
            before = here
            offset += length
            hits.work += 1
            if hits.work > check {
                check = hits.work + 1 << 18
                if isCancelled() { hits.isComplete = false }
            }
            if hits.work > limit { hits.isComplete = false }
            guard hits.isComplete else { return }
        }
    }

    /// Goes from an instruction through all that take no character, in the order in which they count.
    private mutating func follow(
        _ index: Int, _ path: Path, between before: UInt32?, and after: UInt32?
    ) {
        waiting.append(index)
        while let index = waiting.popLast() {
            guard lastRound[index] != round else { continue }
            lastRound[index] = round
            hits.work += 1
            switch program.instructions[index] {
            case .take, .accept: nextPaths.append(Path(index: index, start: path.start))
            case .fork(let first, let second):
                waiting.append(second)
                waiting.append(first)
            case .jump(let target): waiting.append(target)
            case .check(let assertion):
                if assertion.holds(between: before, and: after) { waiting.append(index + 1) }
            }
        }
    }

    /// The next place at which a hit could begin.
    private func skip(from start: Int) -> Int {
        var offset = start
        while offset < span.end, !program.isFirst[Int(bytes[offset])] { offset += 1 }
        return offset
    }

    /// The character at a place and its length; none at the end.
    private func scalar(at offset: Int) -> (value: UInt32?, length: Int) {
        guard offset < span.end else { return (nil, 0) }
        let step = UTF8Step(bytes, at: offset, end: span.end)
        return (step.scalar, step.length)
    }

    private func scalar(before offset: Int) -> UInt32? {
        guard offset > span.start else { return nil }
        var start = offset - 1
        while start > span.start, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let step = UTF8Step(bytes, at: start, end: span.end)
        return start + step.length == offset ? step.scalar : UTF8Step.replacement
    }
}
