/// The encodings that texts come in, told by their first bytes or their looks.
enum TextEncoding {
    /// The bytes as UTF-8, and a warning when they were something else; offsets are those of the UTF-8 text.
    ///
    /// Damaged UTF-8 stays as it is: the text shows its broken bytes as U+FFFD.
    ///
    /// - Throws: for files that hold no text.
    static func utf8(
        _ bytes: [UInt8], name: String
    ) throws(FormatError) -> (bytes: [UInt8], warning: FormatError?) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes, name: name)
        }
        if let binary = Self.binaries.first(where: { bytes.starts(with: $0.start) }) {
            throw FormatError(file: name, "is \(binary.name), not text; save it as text first")
        }
        if let null = bytes.firstIndex(of: 0, from: 0) {
            throw FormatError(
                file: name, line: 1 + bytes[..<null].count { $0 == 10 },
                "holds a NUL byte (offset \(null)), so it is no text; "
                    + "if it is UTF-16, save it as UTF-8 or with a byte order mark")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let warning = FormatError(
                file: name, "has a byte order mark, which is left out; offsets count from the text behind it")
            return (Array(bytes.dropFirst(3)), warning)
        }
        let broken = bytes.withUnsafeBufferPointer { IllFormedUTF8.ranges(in: $0) }
        guard let first = broken.first else { return (bytes, nil) }
        if looksLikeWindows1252(bytes, broken: broken) {
            let warning = FormatError(
                file: name, "is not UTF-8; read as Windows-1252, and offsets are those of the text as UTF-8")
            return (windows1252(bytes), warning)
        }
        let warning = FormatError(
            file: name, line: 1 + bytes[..<first.lowerBound].count { $0 == 10 },
            (broken.count == 1 ? "1 place is" : "\(broken.count) places are")
                + " not UTF-8 and shown as U+FFFD")
        return (bytes, warning)
    }

    private static func utf16(_ bytes: [UInt8], name: String) -> (bytes: [UInt8], warning: FormatError?) {
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (low, high) = isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        let damage = bytes.count % 2 == 0 ? "" : "; half a character at the end is left out"
        let warning = FormatError(
            file: name, "is UTF-16; offsets are those of the text as UTF-8" + damage)
        return (Array(String(decoding: units, as: UTF16.self).utf8), warning)
    }

    /// Whether nearly no byte above ASCII is part of a UTF-8 character, none is undefined in Windows-1252, and most of
    /// the text is ASCII, as in the languages that are written in it.
    private static func looksLikeWindows1252(_ bytes: [UInt8], broken: [Range<Int>]) -> Bool {
        let high = bytes.count { $0 >= 0x80 }
        let inBroken = broken.reduce(0) { $0 + $1.count }
        let isUndefined = bytes.contains { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
        let controls = bytes.count { $0 < 32 && !(9...13).contains($0) }
        return !isUndefined && controls == 0 && inBroken * 10 >= high * 9 && high * 2 < bytes.count
    }

    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text = ""
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            let scalar = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
            text.unicodeScalars.append(scalar)
        }
        return Array(text.utf8)
    }

    /// 0x80 to 0x9F of Windows-1252, with the five undefined bytes as themselves. Source: the Encoding Standard.
    private static let upperControls: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    private static let binaries: [(start: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or an office document"),
        ([0x1F, 0x8B], "a gzip archive"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "a database"),
    ]
}
