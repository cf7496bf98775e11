import Articles
import CNettle

/// The SHA-256 of a text's bytes: two articles with the same text are one in the library.
public struct TextHash: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    let bytes: [UInt8]

    public init(_ text: Text) {
        var context = sha256_ctx()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_init(&context)
        text.withBytes { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
        nettle_sha256_digest(&context, digest.count, &digest)
        bytes = digest
    }

    /// 64 hexadecimal digits, as `sha256sum` prints them.
    public var description: String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
