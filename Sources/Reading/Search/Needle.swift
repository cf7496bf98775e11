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
    /// For each byte whether a hit can begin with it.
    private let isFirst: [Bool]

    init(_ literal: String, isCaseSensitive: Bool) {
        var forms: [Form] = []
        var ends: [Int] = []
        var isFirst = [Bool](repeating: false, count: 256)
        for scalar in literal.unicodeScalars {
            let letters = isCaseSensitive ? [scalar] : CaseFolding.forms(of: scalar)
            for letter in letters {
                let bytes = Array(String(letter).utf8)
                let packed = bytes.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                forms.append(
                    Form(bytes: packed, mask: .max >> UInt32(8 * (4 - bytes.count)), length: bytes.count))
                if ends.isEmpty { isFirst[Int(bytes[0])] = true }
            }
            ends.append(forms.count)
        }
        self.forms = forms
        self.ends = ends
        self.isFirst = isFirst
    }

    var isEmpty: Bool { ends.isEmpty }

    /// The places in a part of the text, in order, not overlapping.
    func matches(in text: Text, span: Span) -> [Span] {
        guard !isEmpty else { return [] }
        return text.withBytes { bytes in
            isFirst.withUnsafeBufferPointer { isFirst in
                forms.withUnsafeBufferPointer { forms in
                    var found: [Span] = []
                    var offset = span.start
                    while offset < span.end {
                        guard isFirst[Int(bytes[offset])],
                            let end = end(in: bytes, from: offset, to: span.end, forms)
                        else {
                            offset += 1
                            continue
                        }
                        found.append(Span(offset, end))
                        offset = end
                    }
                    return found
                }
            }
        }
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
