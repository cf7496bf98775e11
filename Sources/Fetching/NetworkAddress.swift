/// An address of the internet protocol, and whether it belongs to the public internet.
///
/// What is fetched may name any address, and servers may redirect to any: without this check a page could make the program
/// read what only this machine or its network may see. Source: the special-purpose address registries of IANA.
public struct NetworkAddress: Hashable, Sendable {
    /// 4 bytes of IPv4 or 16 of IPv6.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) { self.bytes = bytes }

    public var isLoopback: Bool {
        switch bytes.count {
        case 4: bytes[0] == 127
        case 16: embedded?.isLoopback ?? (bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1)
        default: false
        }
    }

    /// Whether anyone on the internet may be meant by it: not this machine, not its network, nothing reserved.
    public var isPublic: Bool {
        switch bytes.count {
        case 4: !Self.reserved4.contains { $0.contains(bytes) }
        case 16:
            // Translators between the two protocols stand for an address of the older one.
            if let embedded {
                embedded.isPublic
            } else {
                Self.global6.contains(bytes) && !Self.reserved6.contains { $0.contains(bytes) }
            }
        default: false
        }
    }

    /// The address of IPv4 that one of IPv6 stands for: `::ffff:0:0/96`, `64:ff9b::/96`.
    private var embedded: NetworkAddress? {
        let isMapped = Range6.mapped.contains(bytes) || Range6.translated.contains(bytes)
        return isMapped ? NetworkAddress(bytes: Array(bytes.suffix(4))) : nil
    }

    /// Addresses that begin with the same bits.
    private struct Block: Sendable {
        let start: [UInt8]
        let bits: Int

        func contains(_ bytes: [UInt8]) -> Bool {
            let whole = bits / 8
            guard bytes.prefix(whole).elementsEqual(start.prefix(whole)) else { return false }
            guard bits % 8 > 0, start.count > whole else { return true }
            let mask = ~UInt8(0) << UInt8(8 - bits % 8)
            return bytes[whole] & mask == start[whole] & mask
        }
    }

    private enum Range6 {
        static let mapped = Block(start: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], bits: 96)
        static let translated = Block(
            start: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8), bits: 96)
    }

    private static let reserved4: [Block] = [
        Block(start: [0], bits: 8), Block(start: [10], bits: 8), Block(start: [100, 64], bits: 10),
        Block(start: [127], bits: 8), Block(start: [169, 254], bits: 16), Block(start: [172, 16], bits: 12),
        Block(start: [192, 0, 0], bits: 24), Block(start: [192, 0, 2], bits: 24),
        Block(start: [192, 88, 99], bits: 24), Block(start: [192, 168], bits: 16),
        Block(start: [198, 18], bits: 15), Block(start: [198, 51, 100], bits: 24),
        Block(start: [203, 0, 113], bits: 24), Block(start: [224], bits: 3),
    ]
    /// All that has been given out: `2000::/3`.
    private static let global6 = Block(start: [0x20], bits: 3)
    /// Tunnels, documentation, benchmarks.
    private static let reserved6: [Block] = [
        Block(start: [0x20, 0x01, 0x00], bits: 23), Block(start: [0x20, 0x01, 0x0D, 0xB8], bits: 32),
        Block(start: [0x20, 0x02], bits: 16), Block(start: [0x3F, 0xFF, 0x00], bits: 20),
    ]
}
