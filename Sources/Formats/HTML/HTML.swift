import Articles

/// Escapes for text and for attributes in double quotes.
enum HTML {
    /// A string as HTML can hold it; control characters have a sign in their place.
    static func escaped(_ string: String) -> String {
        let isPlain = string.utf8.allSatisfy { byte in
            (32...126).contains(byte) && !isSpecial(byte) || byte == 10
        }
        guard !isPlain else { return string }
        var bytes: [UInt8] = []
        Text(string).withoutControls.withBytes { bytes.appendHTML($0[...]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    fileprivate static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }
}

extension [UInt8] {
    /// Appends UTF-8 with the signs escaped that HTML gives a meaning to.
    mutating func appendHTML(_ source: Slice<UnsafeBufferPointer<UInt8>>) {
        var rest = source
        while let special = rest.firstIndex(where: HTML.isSpecial) {
            append(contentsOf: rest[..<special])
            switch source[special] {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            default: append(contentsOf: "&quot;".utf8)
            }
            rest = rest[(special + 1)...]
        }
        append(contentsOf: rest)
    }
}
