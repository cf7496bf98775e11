/// Percent-encoding as RFC 3986 has it.
enum Percent {
    /// The signs that need no code anywhere, beside letters and digits.
    private static let unreserved = "-._~"

    /// - Parameter keeping: signs that stay beside letters, digits and `-._~`.
    static func encoded(_ string: String, keeping: String = "") -> String {
        var bytes: [UInt8] = []
        append(string, sparing: unreserved + keeping, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a string of which only letters, digits and the spared signs, which are ASCII, stay as they are.
    static func append(_ string: String, sparing spared: String, to bytes: inout [UInt8]) {
        for byte in string.utf8 {
            if byte.isInName || spared.utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? 48 : 55) }

    static func decoded(_ string: String) -> String {
        string.utf8.contains(UInt8(ascii: "%")) ? decoded(Array(string.utf8)[...]) : string
    }

    static func decoded(_ source: ArraySlice<UInt8>) -> String {
        String(decoding: source.contains(UInt8(ascii: "%")) ? bytes(source) : Array(source), as: UTF8.self)
    }

    /// The bytes with the codes in them made bytes; a sign without two digits behind it stays.
    ///
    /// - Parameter sign: what a code begins with: `%E4`, in quoted-printable `=E4`.
    static func bytes(_ source: ArraySlice<UInt8>, sign: UInt8 = UInt8(ascii: "%")) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var at = source.startIndex
        while at < source.endIndex {
            if source[at] == sign, at + 2 < source.endIndex,
                let high = JSONParser.hexValue(source[at + 1]), let low = JSONParser.hexValue(source[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(source[at])
                at += 1
            }
        }
        return bytes
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isInName: Bool {
        (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
    }
}
