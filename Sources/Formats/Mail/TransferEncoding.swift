/// How bytes of any kind travel as lines of ASCII. Source: RFC 2045, section 6.
enum TransferEncoding {
    static func decoded(_ body: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
        switch name.map({ Prose.line($0).lowercased() }) {
        case "base64": base64(body)
        case "quoted-printable": quotedPrintable(body)
        default: Array(body)
        }
    }

    /// Signs that are none of base64 are passed by, as the RFC asks.
    static func base64(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for sign in source {
            let value: UInt8
            switch sign {
            case 65...90: value = sign - 65
            case 97...122: value = sign - 71
            case 48...57: value = sign + 4
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="):
                (bits, count) = (0, 0)
                continue
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func quotedPrintable(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var rest = source
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 10 }
            rest = rest[line.endIndex...].dropFirst()
            var content = line
            while content.last == 13 || content.last == 32 || content.last == 9 {
                content = content.dropLast()
            }
            let isSoft = content.last == UInt8(ascii: "=")
            bytes += Percent.bytes(isSoft ? content.dropLast() : content, sign: UInt8(ascii: "="))
            if !isSoft, line.endIndex < source.endIndex { bytes.append(10) }
        }
        return bytes
    }
}
