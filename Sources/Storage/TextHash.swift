import Articles
import CNettle

/// The SHA-256 of a text's bytes: two articles with the same text are one in the library.
public struct TextHash: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    let bytes: [UInt8]

    public init(_ text: Text) {
        bytes = text.withBytes(Self.digest)
    }

    /// That of letters and digits alone, one after the other: equal where texts differ in white space, line ends and signs.
    ///
    ///     Er sagte: „Ja (oder\r\nnein).“     and     Er sagte : " Ja ( oder nein ) . "     are     ErsagteJaodernein
    ///
    /// nil for a text that has none of them.
    init?(wordsOf text: Text) {
        let words = text.withBytes { bytes in
            var words: [UInt8] = []
            words.reserveCapacity(bytes.count)
            var offset = 0
            while offset < bytes.count {
                let width = bytes[offset].scalarWidth
                let scalar = bytes[offset..<min(offset + width, bytes.count)]
                if scalar.isOfWord { words.append(contentsOf: scalar) }
                offset += width
            }
            return words
        }
        guard !words.isEmpty else { return nil }
        bytes = words.withUnsafeBufferPointer(Self.digest)
    }

    private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var context = sha256_ctx()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
        nettle_sha256_digest(&context, digest.count, &digest)
        return digest
    }

    /// 64 hexadecimal digits, as `sha256sum` prints them.
    public var description: String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

extension UInt8 {
    /// How many bytes a scalar has that begins so, in valid UTF-8.
    fileprivate var scalarWidth: Int {
        switch self {
        case ..<0xC0: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether the scalar counts as part of a word: whatever is no sign of ASCII, Latin-1 (U+0080 to U+00BF), the general
    /// punctuation (U+2000 to U+206F) or the Chinese (U+3000 to U+303F), and no byte order mark.
    fileprivate var isOfWord: Bool {
        guard let first else { return false }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        case ..<0x80, 0xC2: return false
        case 0xE2: return !(dropFirst().first == 0x80 || dropFirst().first == 0x81 && (last ?? 0) < 0xB0)
        case 0xE3: return dropFirst().first != 0x80
        case 0xEF: return !elementsEqual([0xEF, 0xBB, 0xBF])
        default: return true
        }
    }
}
