import Glibc

/// An encoding that glibc's iconv knows, by the name that a header, a page or a detector calls it.
struct Charset: Hashable {
    /// As iconv knows it.
    let name: String

    static let windows1252 = Charset(name: "WINDOWS-1252")
    static let utf8 = Charset(name: "UTF-8")

    private init(name: String) { self.name = name }

    /// The encoding that browsers take a label for: `iso-8859-1` is Windows-1252, `gb2312` GB18030.
    ///
    /// Nil for labels that are no encoding of text. Source of the first list: the Encoding Standard, encoding.spec.whatwg.org.
    init?(label: String) {
        let plain = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard (1...40).contains(plain.utf8.count),
            plain.utf8.allSatisfy({ byte in
                (97...122).contains(byte) || (48...58).contains(byte) || byte == 45 || byte == 95
                    || byte == 46
            })
        else { return nil }
        self.init(name: Self.byLabel[plain] ?? plain.uppercased())
    }

    private static let byLabel: [String: String] = {
        let lists = [
            "UTF-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
            "WINDOWS-1252":
                "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii cp1252 windows-1252 x-cp1252 ansi cp819",
            "WINDOWS-1254": "iso-8859-9 latin5 windows-1254 cp1254 iso8859-9",
            "WINDOWS-1250": "windows-1250 cp1250 x-cp1250", "WINDOWS-1251": "windows-1251 cp1251 x-cp1251",
            "ISO-8859-2": "iso-8859-2 latin2 iso8859-2 l2", "KOI8-R": "koi8-r koi8 koi",
            "GB18030": "gb2312 gbk gb18030 x-gbk chinese csgb2312 gb_2312-80 cp936",
            "BIG5-HKSCS": "big5 big5-hkscs x-x-big5",
            "CP932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji", "EUC-JP": "euc-jp x-euc-jp",
            "CP949": "euc-kr ks_c_5601-1987 korean windows-949 uhc", "TIS-620": "tis-620 iso-8859-11",
            "MACINTOSH": "macintosh mac x-mac-roman",
        ]
        var names: [String: String] = [:]
        for (name, labels) in lists {
            for label in labels.split(separator: " ") { names[String(label)] = name }
        }
        return names
    }()

    /// How people know it.
    var title: String {
        switch name {
        case "WINDOWS-1252": "Windows-1252"
        case "CP932": "Shift_JIS"
        case "CP949": "EUC-KR"
        case "BIG5-HKSCS": "Big5"
        default: name.hasPrefix("WINDOWS-") ? "Windows-" + name.dropFirst(8) : name
        }
    }

    /// The bytes as UTF-8, with U+FFFD for what is no character, and how many of these there are.
    ///
    /// Nil for an encoding that this machine does not know.
    func utf8(_ bytes: [UInt8]) -> (bytes: [UInt8], damage: Int)? {
        let converter = iconv_open("UTF-8", name)
        guard Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var damage = 0
        input.withUnsafeMutableBytes { input in
            var place: UnsafeMutablePointer<CChar>? = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while left > 0 {
                let (result, written) = buffer.withUnsafeMutableBytes { buffer in
                    var target: UnsafeMutablePointer<CChar>? = buffer.baseAddress?.assumingMemoryBound(
                        to: CChar.self)
                    var room = buffer.count
                    let result = iconv(converter, &place, &left, &target, &room)
                    return (result, buffer.count - room)
                }
                let failure = errno
                output += buffer[..<written]
                guard result == -1 || result == .max else { break }
                if failure == E2BIG { continue }
                damage += 1
                output += [0xEF, 0xBF, 0xBD]
                // The rest may be half a character.
                guard failure == EILSEQ, left > 0, let here = place else { break }
                place = here + 1
                left -= 1
            }
        }
        return (output, damage)
    }
}
