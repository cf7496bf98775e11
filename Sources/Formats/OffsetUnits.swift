import Articles

/// What an offset in a file counts.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable {
    case utf8, utf16
    case codePoints = "codepoints"
}

/// The border between the offsets of files and those inside: every reader and writer converts here and nowhere else.
///
///     offsets inside     0 1 3 4        "aä🙂": UTF-8 bytes
///     code points        0 1 2 3
///     UTF-16             0 1 2 4
///
/// - Precondition: the text is valid UTF-8; writers see only such texts, and readers check.
struct OffsetUnits: Sendable {
    private static var stride: Int { 512 }

    private let text: Text
    private let unit: OffsetUnit
    /// How many units lie before each 512th byte; empty where the unit is a byte.
    private let marks: [Int]

    init(_ text: Text, _ unit: OffsetUnit) {
        self.text = text
        self.unit = unit
        marks =
            text.withBytes { bytes in
                guard unit != .utf8 else { return [] }
                var marks = [0]
                marks.reserveCapacity(bytes.count / Self.stride + 1)
                var total = 0
                for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
                    let end = min(start + Self.stride, bytes.count)
                    total += unit.count(bytes[start..<end])
                    marks.append(total)
                }
                return marks.last == bytes.count ? [] : marks
            }
    }

    /// How many units lie before a UTF-8 offset.
    func count(before offset: Int) -> Int {
        guard !marks.isEmpty else { return offset }
        let mark = offset / Self.stride
        return text.withBytes { marks[mark] + unit.count($0[mark * Self.stride..<offset]) }
    }

    /// The places of a span in the unit; the end is counted from the start, for most spans are short.
    func range(of span: Span) -> Range<Int> {
        range(of: span, from: count(before: span.start))
    }

    private func range(of span: Span, from start: Int) -> Range<Int> {
        guard !marks.isEmpty, span.count < Self.stride else { return start..<count(before: span.end) }
        return start..<start + text.withBytes { unit.count($0[span.range]) }
    }

    /// The UTF-8 offset that so many units lie before; nil outside of the text and within a character's units.
    func offset(after count: Int) -> Int? {
        guard count >= 0 else { return nil }
        return text.withBytes { bytes in
            func isInside(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset] & 0xC0 == 0x80 }
            guard !marks.isEmpty else { return count <= bytes.count && !isInside(count) ? count : nil }
            let mark = max(0, marks.partitioningIndex { $0 > count } - 1)
            var offset = min(mark * Self.stride, bytes.count)
            // A mark may lie within a character, whose units were counted at its first byte.
            while isInside(offset) { offset += 1 }
            return walk(count - marks[mark], from: offset, in: bytes)
        }
    }

    /// A span that a file gives; nil when it lies outside of the text, within a character or runs backward.
    func span(_ start: Int, _ end: Int) -> Span? {
        guard start <= end, let first = offset(after: start) else { return nil }
        let isNear = end - start < Self.stride && !marks.isEmpty
        let last = isNear ? text.withBytes { walk(end - start, from: first, in: $0) } : offset(after: end)
        return last.map { Span(first, $0) }
    }

    /// The offset so many units behind another one, which lies between two characters.
    private func walk(_ count: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var (offset, rest) = (start, count)
        while rest > 0, offset < bytes.count {
            if rest >= 8, offset + 8 <= bytes.count, ByteScan.isASCII(in: bytes, at: offset) {
                offset += 8
                rest -= 8
                continue
            }
            let first = bytes[offset]
            rest -= unit == .utf16 && first >= 0xF0 ? 2 : 1
            offset += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        }
        return rest == 0 && offset <= bytes.count ? offset : nil
    }

    /// Finds spans that mostly come in order: each is looked for from the beginning of the one before.
    struct Places {
        private let units: OffsetUnits
        private var offset = 0
        private var count = 0

        init(_ units: OffsetUnits) { self.units = units }

        /// As `OffsetUnits.span` finds it.
        mutating func span(_ start: Int, _ end: Int) -> Span? {
            guard !units.marks.isEmpty, count <= start, start <= end, end - count < OffsetUnits.stride else {
                let span = units.span(start, end)
                if let span { (offset, count) = (span.start, start) }
                return span
            }
            return units.text.withBytes { bytes in
                guard let first = units.walk(start - count, from: offset, in: bytes),
                    let last = units.walk(end - start, from: first, in: bytes)
                else { return nil }
                (offset, count) = (first, start)
                return Span(first, last)
            }
        }
    }

    /// Counts for offsets that mostly come in order: each goes on from the one before.
    struct Cursor {
        private let units: OffsetUnits
        private var offset = 0
        private var count = 0

        init(_ units: OffsetUnits) { self.units = units }

        mutating func count(before next: Int) -> Int {
            let isNear = offset <= next && next - offset < OffsetUnits.stride && !units.marks.isEmpty
            count =
                isNear
                ? count + units.text.withBytes { units.unit.count($0[offset..<next]) }
                : units.count(before: next)
            offset = next
            return count
        }

        /// As `OffsetUnits.range` gives it.
        mutating func range(of span: Span) -> Range<Int> {
            units.range(of: span, from: count(before: span.start))
        }
    }
}

extension OffsetUnit {
    /// How many units begin in the bytes.
    fileprivate func count(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        return switch self {
        case .utf8: bytes.count
        case .codePoints: bytes.count - ByteScan.countOfContinuations(in: bytes)
        case .utf16:
            bytes.count - ByteScan.countOfContinuations(in: bytes) + ByteScan.countOfLongLeads(in: bytes)
        }
    }
}
