/// Bytes of the library that do not say what they should.
struct Malformed: Error, Hashable, CustomStringConvertible {
    let offset: Int
    let reason: String

    var description: String { "byte \(offset): \(reason)" }
}

/// Reads what `ByteWriter` writes. Whatever the bytes are, it ends in a value or in `Malformed`, and it takes no more
/// memory than they can fill.
struct ByteReader {
    static let version: UInt8 = 1

    private let bytes: [UInt8]
    private(set) var offset = 0
    private var names: [String] = []
    private var lastStart = 0
    private var lastTime = 0

    init(_ bytes: [UInt8]) throws(Malformed) {
        self.bytes = bytes
        let version = try byte()
        guard version == Self.version else { throw malformed("version \(version) of the form is not known") }
    }

    var isAtEnd: Bool { offset == bytes.count }

    func malformed(_ reason: String) -> Malformed { Malformed(offset: offset, reason: reason) }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard offset < bytes.count else { throw malformed("the data ends too early") }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// A number that is not negative.
    mutating func number() throws(Malformed) -> Int {
        guard let value = Int(exactly: try varint()) else { throw malformed("a number is too large") }
        return value
    }

    mutating func signed() throws(Malformed) -> Int {
        let value = try varint()
        return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    private mutating func varint() throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw malformed("a number does not end")
    }

    mutating func string() throws(Malformed) -> String {
        let count = try number()
        guard count <= bytes.count - offset else { throw malformed("a text is longer than the data") }
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    mutating func name() throws(Malformed) -> String {
        let index = try number()
        guard index > 0 else {
            let value = try string()
            names.append(value)
            return value
        }
        guard index <= names.count else { throw malformed("name \(index) has not appeared") }
        return names[index - 1]
    }

    mutating func float() throws(Malformed) -> Float {
        var bits: UInt32 = 0
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bits |= UInt32(try byte()) << shift }
        return Float(bitPattern: bits)
    }

    mutating func start() throws(Malformed) -> Int {
        lastStart &+= try signed()
        guard lastStart >= 0 else { throw malformed("a place lies before the text") }
        return lastStart
    }

    mutating func time() throws(Malformed) -> Int {
        lastTime &+= try signed()
        return lastTime
    }

    mutating func list<Element>(
        _ read: (inout ByteReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let count = try number()
        guard count <= bytes.count - offset else { throw malformed("a list is longer than the data") }
        var elements: [Element] = []
        elements.reserveCapacity(min(count, 1 << 16))
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    /// Reads a list that is too long to be held beside what is made of it.
    mutating func list<Element>(
        inBatchesOf limit: Int, _ read: (inout ByteReader) throws(Malformed) -> Element,
        take: ([Element]) -> Void
    ) throws(Malformed) {
        var rest = try number()
        guard rest <= bytes.count - offset else { throw malformed("a list is longer than the data") }
        while rest > 0 {
            var batch: [Element] = []
            batch.reserveCapacity(min(rest, limit))
            for _ in 0..<min(rest, limit) { batch.append(try read(&self)) }
            rest -= batch.count
            take(batch)
        }
    }

    mutating func optional<Value>(
        _ read: (inout ByteReader) throws(Malformed) -> Value
    ) throws(Malformed) -> Value? {
        switch try byte() {
        case 0: nil
        case 1: try read(&self)
        default: throw malformed("neither present nor absent")
        }
    }
}
