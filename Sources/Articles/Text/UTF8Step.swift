/// One step through UTF-8: a scalar, or bytes that belong to none and read as U+FFFD.
///
/// Ill-formed bytes are taken in maximal subparts (Unicode 16, section 3.9, table 3-7), as `String(decoding:)` and
/// Python's `decode(errors="replace")` take them, so that offsets agree with theirs.
public struct UTF8Step {
    public let length: Int
    public let scalar: UInt32
    public let isValid: Bool

    /// What `String(decoding:)` puts in the place of ill-formed bytes.
    public static let replacement: UInt32 = 0xFFFD

    @inline(__always)
    private init(_ length: Int, _ scalar: UInt32) {
        self.length = length
        self.scalar = scalar
        isValid = true
    }

    private init(invalid length: Int) {
        self.length = length
        scalar = Self.replacement
        isValid = false
    }

    /// Reads the step that begins at `offset`; bytes from `end` on do not count.
    ///
    /// - Precondition: `offset < end && end <= bytes.count`.
    @inline(__always)
    public init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) {
        let lead = bytes[offset]
        if lead < 0x80 {
            self.init(1, UInt32(lead))
        } else if lead >= 0xC2, lead < 0xE0, offset + 1 < end, bytes[offset + 1] & 0xC0 == 0x80 {
            self.init(2, UInt32(lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
        } else if lead >= 0xE1, lead < 0xED, offset + 2 < end, bytes[offset + 1] & 0xC0 == 0x80,
            bytes[offset + 2] & 0xC0 == 0x80
        {
            self.init(3, Self.three(lead, bytes[offset + 1], bytes[offset + 2]))
        } else {
            self.init(rare: bytes, at: offset, end: end)
        }
    }

    /// Four bytes, the three whose second byte is bound to a range, and everything ill-formed.
    @inline(never)
    private init(rare bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) {
        let lead = bytes[offset]
        guard lead >= 0xE0, lead < 0xF5, offset + 1 < end else {
            self.init(invalid: 1)
            return
        }
        let second = bytes[offset + 1]
        guard Self.seconds(after: lead).contains(second) else {
            self.init(invalid: 1)
            return
        }
        guard offset + 2 < end, bytes[offset + 2] & 0xC0 == 0x80 else {
            self.init(invalid: 2)
            return
        }
        if lead < 0xF0 {
            self.init(3, Self.three(lead, second, bytes[offset + 2]))
            return
        }
        guard offset + 3 < end, bytes[offset + 3] & 0xC0 == 0x80 else {
            self.init(invalid: 3)
            return
        }
        let head = Self.three(lead & 0x07, second, bytes[offset + 2])
        self.init(4, head << 6 | UInt32(bytes[offset + 3] & 0x3F))
    }

    /// The value of three bytes that carry four, six and six bits.
    @inline(__always)
    private static func three(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    }

    /// The second bytes that shut out overlong forms, surrogates and values beyond U+10FFFF.
    private static func seconds(after lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
