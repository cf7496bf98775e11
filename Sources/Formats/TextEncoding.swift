/// The encodings that texts come in, told by their first bytes or their looks.
enum TextEncoding {
    /// The bytes as UTF-8, and a warning when they were something else; offsets are those of the UTF-8 text.
    ///
    /// A byte order mark tells most, then what a header or the text itself says of its encoding, then the looks of the
    /// bytes. Damaged UTF-8 stays as it is: the text shows its broken bytes as U+FFFD.
    ///
    /// - Parameter declared: the name of an encoding, from an HTTP header or from within the file.
    /// - Throws: for files that hold no text.
    static func utf8(
        _ bytes: [UInt8], name: String, declared: String? = nil
    ) throws(FormatError) -> (bytes: [UInt8], warning: FormatError?) {
        if let wide = utf32(bytes, name: name) { return wide }
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
        let high = broken.isEmpty ? 0 : bytes.count { $0 >= 0x80 }
        let inBroken = broken.reduce(0) { $0 + $1.count }
        // Text in another encoding is hardly ever UTF-8 by chance.
        if let charset = declared.flatMap(Charset.init(label:)), charset != .utf8,
            isOther(bytes, high, inBroken),
            let text = charset.utf8(bytes), text.damage * 50 <= max(high, 100)
        {
            return (text.bytes, conversion(name, charset, "as it says itself"))
        }
        guard let first = broken.first else { return (bytes, nil) }
        if inBroken * 3 >= high {
            let isWestern = looksLikeWindows1252(bytes, high: high, inBroken: inBroken)
            let guess = CharsetGuess(bytes, isWestern: isWestern)
            if guess.charset == .windows1252 {
                return (windows1252(bytes), conversion(name, .windows1252, nil))
            }
            if let charset = guess.charset, let text = charset.utf8(bytes) {
                return (text.bytes, conversion(name, charset, "which its letters suggest"))
            }
            if !guess.isAsked, inBroken * 2 >= high {
                throw FormatError(
                    file: name,
                    "is neither UTF-8 nor Windows-1252; "
                        + "to have other encodings recognised, install the package libuchardet0")
            }
        }
        let warning = FormatError(
            file: name, line: 1 + bytes[..<first.lowerBound].count { $0 == 10 },
            (broken.count == 1 ? "1 place is" : "\(broken.count) places are")
                + " not UTF-8 and shown as U+FFFD")
        return (bytes, warning)
    }

    /// Whether what a file says of its encoding is to be believed: not where all of it is UTF-8 with some letters above
    /// ASCII, but where there are escapes (ISO-2022) or broken places.
    private static func isOther(_ bytes: [UInt8], _ high: Int, _ inBroken: Int) -> Bool {
        inBroken > 0 ? inBroken * 3 >= high : bytes.contains(0x1B)
    }

    private static func conversion(_ name: String, _ charset: Charset, _ reason: String?) -> FormatError {
        let reason = reason.map { ", \($0)," } ?? ","
        return FormatError(
            file: name,
            "is not UTF-8; read as \(charset.title)\(reason) and offsets are those of the text as UTF-8")
    }

    private static func utf32(_ bytes: [UInt8], name: String) -> (bytes: [UInt8], warning: FormatError?)? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE, 0, 0])
        guard isLittle || bytes.starts(with: [0, 0, 0xFE, 0xFF]) else { return nil }
        var text = String.UnicodeScalarView()
        for index in stride(from: 4, to: bytes.count - 3, by: 4) {
            let unit = bytes[index..<index + 4]
            let value = (isLittle ? Array(unit.reversed()) : Array(unit)).reduce(UInt32(0)) {
                $0 << 8 | UInt32($1)
            }
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        let damage = bytes.count % 4 == 0 ? "" : "; a part of a character at the end is left out"
        let warning = FormatError(file: name, "is UTF-32; offsets are those of the text as UTF-8" + damage)
        return (Array(String(text).utf8), warning)
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
    private static func looksLikeWindows1252(_ bytes: [UInt8], high: Int, inBroken: Int) -> Bool {
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
