/// Features are named by 64 bits: a hash of what was seen, mixed with the number of the template that looked.
enum FeatureHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// A hash of bytes, FNV-1a; `from` continues another one.
    static func of(_ bytes: some Sequence<UInt8>, from: UInt64 = seed) -> UInt64 {
        var hash = from
        for byte in bytes { hash = adding(byte, to: hash) }
        return hash
    }

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// What one template says of a value: all 64 bits depend on both.
    @inline(__always)
    static func mixed(_ template: UInt64, _ value: UInt64) -> UInt64 {
        var hash = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 29)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 32)
    }

    /// What one template says of two values, whose order counts.
    @inline(__always)
    static func mixed(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        mixed(template, (first &* 0xD6E8_FEB8_6659_FD93) ^ (second &+ (first >> 31)))
    }
}

/// The features of the tokens of one sentence, one token behind the other in one block; made to be used again.
struct FeatureRows: Sendable {
    private(set) var hashes: [UInt64] = []
    /// Where each token's features end.
    private(set) var ends: [Int] = []

    /// The number of tokens.
    var count: Int { ends.count }

    mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    mutating func add(_ hash: UInt64) { hashes.append(hash) }

    /// Closes the features of a token.
    mutating func endToken() { ends.append(hashes.count) }

    func range(_ token: Int) -> Range<Int> { (token == 0 ? 0 : ends[token - 1])..<ends[token] }
}
