/// Writes the compact form in which snapshots and journal steps lie in the library.
///
/// Numbers are varints (seven bits a byte, low ones first; signed ones zigzag), places and times differences from the
/// one before, names that repeat (labels, kinds, people) references to their first appearance.
struct ByteWriter {
    private(set) var bytes: [UInt8]
    private var names: [String: Int] = [:]
    private var lastStart = 0
    private var lastTime = 0

    /// Begins with the version of the form.
    init() { bytes = [ByteReader.version] }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func number(_ value: Int) { varint(UInt64(bitPattern: Int64(value))) }

    mutating func signed(_ value: Int) { varint(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))) }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// A text that hardly repeats.
    mutating func string(_ value: String) {
        number(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// A text that repeats: 0 and the text for the first time, then its number.
    mutating func name(_ value: String) {
        if let known = names[value] {
            number(known)
        } else {
            names[value] = names.count + 1
            number(0)
            string(value)
        }
    }

    mutating func float(_ value: Float) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func start(_ value: Int) {
        signed(value &- lastStart)
        lastStart = value
    }

    mutating func time(_ value: Int) {
        signed(value &- lastTime)
        lastTime = value
    }

    mutating func list<Element>(
        _ elements: some Collection<Element>, _ write: (inout ByteWriter, Element) -> Void
    ) {
        number(elements.count)
        for element in elements { write(&self, element) }
    }

    /// Absent is a 0, present a 1 and the value.
    mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        byte(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }
}
