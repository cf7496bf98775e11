import Articles

/// Words to look for, as the bytes that can stand for each of their letters.
///
///     "ẞa" in any case        C3 9F | E1 BA 9E,  61 | 41
///
/// The forms of a letter may differ in length, so a hit may be longer or shorter than what was typed.
struct Needle: Sendable {
    /// One way to write one letter: up to four bytes, the first one lowest.
    private struct Form {
        let bytes: UInt32
        let mask: UInt32
        let length: Int
    }

    /// The forms of all letters, those of one letter beside each other.
    private let forms: [Form]
    /// For each letter where its forms end.
    private let ends: [Int]
    /// The bytes that a hit can begin with.
    private let firsts: [UInt8]
    /// The bytes that can follow them; empty when that is not known, since a letter has forms of several bytes.
    private let seconds: [UInt8]

    init(_ literal: String, isCaseSensitive: Bool) {
        var forms: [Form] = []
        var ends: [Int] = []
        var firsts: [UInt8] = []
        var seconds: [UInt8] = []
        for scalar in literal.unicodeScalars {
            let letters = isCaseSensitive ? [scalar] : CaseFolding.forms(of: scalar)
            for letter in letters {
                let bytes = Array(String(letter).utf8)
                let packed = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                forms.append(
                    Form(bytes: packed, mask: .max >> UInt32(8 * (4 - bytes.count)), length: bytes.count))
                if ends.isEmpty { firsts.append(bytes[0]) }
                if ends.count == 1 { seconds.append(bytes[0]) }
            }
            ends.append(forms.count)
        }
        self.forms = forms
        self.ends = ends
        self.firsts = Array(Set(firsts))
        let isSingle = ends.first.map { forms[..<$0].allSatisfy { $0.length == 1 } } ?? false
        self.seconds = isSingle ? Array(Set(seconds)) : []
    }

    var isEmpty: Bool { ends.isEmpty }

    /// The places in a part of the text, in order, not overlapping.
    func matches(in text: Text, span: Span) -> [Span] {
        guard !isEmpty else { return [] }
        return text.withBytes { bytes in
            firsts.withUnsafeBufferPointer { firsts in
                seconds.withUnsafeBufferPointer { seconds in
                    forms.withUnsafeBufferPointer { forms in
                        var found: [Span] = []
                        var offset = span.start
                        while offset < span.end {
                            if offset + Self.lanes < span.end,
                                !mayBegin(in: bytes, from: offset, firsts, seconds)
                            {
                                offset += Self.lanes
                                continue
                            }
                            let stop = min(span.end, offset + Self.lanes)
                            while offset < stop {
                                guard firsts.contains(bytes[offset]),
                                    let end = end(in: bytes, from: offset, to: span.end, forms)
                                else {
                                    offset += 1
                                    continue
                                }
                                found.append(Span(offset, end))
                                offset = end
                            }
                        }
                        return found
                    }
                }
            }
        }
    }

    private static let lanes = 16

    /// Whether a hit may begin at one of the next offsets: all of them are looked at together. There must be a byte behind.
    private func mayBegin(
        in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, _ firsts: UnsafeBufferPointer<UInt8>,
        _ seconds: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        let here = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        var begins = here .== SIMD16(repeating: firsts[0])
        for first in firsts.dropFirst() { begins = begins .| (here .== SIMD16(repeating: first)) }
        if let second = seconds.first {
            let next = raw.loadUnaligned(fromByteOffset: offset + 1, as: SIMD16<UInt8>.self)
            var follows = next .== SIMD16(repeating: second)
            for other in seconds.dropFirst() { follows = follows .| (next .== SIMD16(repeating: other)) }
            begins = begins .& follows
        }
        let halves = unsafeBitCast(begins, to: SIMD2<UInt64>.self)
        return halves.x | halves.y != 0
    }

    /// Where the needle ends that begins at an offset; nil when it does not stand there.
    private func end(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int,
        _ forms: UnsafeBufferPointer<Form>
    ) -> Int? {
        var offset = start
        var form = 0
        for end in ends {
            let next = Self.word(of: bytes, at: offset, limit)
            var length = 0
            while form < end, length == 0 {
                if next & forms[form].mask == forms[form].bytes, offset + forms[form].length <= limit {
                    length = forms[form].length
                }
                form += 1
            }
            guard length > 0 else { return nil }
            offset += length
            form = end
        }
        return offset
    }

    /// The next four bytes, the first one lowest; zeros behind the end.
    private static func word(of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ limit: Int) -> UInt32 {
        if offset + 4 <= limit {
            let raw = UnsafeRawBufferPointer(bytes)
            return UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        return (offset..<max(offset, limit)).reversed().reduce(0) { $0 << 8 | UInt32(bytes[$1]) }
    }
}
