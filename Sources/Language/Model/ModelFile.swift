/// The container of a trained model: a head, a table of named sections, the sections; read in place, never parsed.
///
///     8 bytes "GLOSSEMD" · version · count of sections · checksum (8 bytes) of all that follows
///     for each section: name (16 bytes, padded with zeros) · offset · length (8 bytes each)
///     the sections, each aligned to 16 bytes; numbers are little-endian
struct ModelFile: Sendable {
    static let magic = Array("GLOSSEMD".utf8)
    /// Counts up when old files can no longer be read.
    static let version: UInt32 = 2
    static let headSize = 24
    static let entrySize = 32
    static let nameSize = 16
    static let alignment = 16

    /// Of all but the head; tells one file from another.
    let checksum: UInt64
    private let memory: ModelMemory
    private var sections: [String: Range<Int>] = [:]

    /// Nothing is copied. Bytes that are part of the program are taken to be whole, others are checked.
    init(_ memory: ModelMemory) throws(ModelError) {
        self.memory = memory
        let bytes = memory.bytes
        guard bytes.count >= Self.headSize, bytes.prefix(8).elementsEqual(Self.magic) else { throw .foreign }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == Self.version else { throw .version(version) }
        let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        checksum = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let rest = UnsafeRawBufferPointer(rebasing: bytes[Self.headSize...])
        guard count <= 64, rest.count >= count * Self.entrySize,
            memory.isEmbedded || Checksum.of(rest) == checksum
        else { throw .damaged }
        for index in 0..<count {
            let entry = Self.headSize + index * Self.entrySize
            let name = bytes[entry..<entry + Self.nameSize].prefix { $0 != 0 }
            let start = bytes.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self)
            let length = bytes.loadUnaligned(fromByteOffset: entry + 24, as: UInt64.self)
            guard start <= bytes.count, length <= UInt64(bytes.count) - start,
                start % UInt64(Self.alignment) == 0
            else { throw .damaged }
            sections[String(decoding: name, as: UTF8.self)] = Int(start)..<Int(start + length)
        }
    }

    /// Whether what a section holds is still to be checked.
    var isChecked: Bool { !memory.isEmbedded }

    /// Whether there is a section of this name.
    func has(_ name: String) -> Bool { sections[name] != nil }

    /// A section as an array of numbers.
    func array<Element: BitwiseCopyable>(
        _ name: String, of type: Element.Type = Element.self
    ) throws(ModelError) -> ModelArray<Element> {
        guard let range = sections[name] else { throw .missing(name) }
        guard range.count % MemoryLayout<Element>.stride == 0 else { throw .damaged }
        return ModelArray(memory, range)
    }

    /// The bytes of a file with the same sections, but for one.
    func bytes(replacing name: String, with numbers: [Double]) -> [UInt8] {
        var writer = ModelWriter()
        for (section, range) in sections.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
            if section == name {
                writer.add(section, numbers)
            } else {
                writer.add(section, Array(memory.bytes[range]))
            }
        }
        return writer.bytes()
    }

    /// A section as lines of text.
    func lines(_ name: String) throws(ModelError) -> [String] {
        let bytes = try array(name, of: UInt8.self)
        return bytes.buffer.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// A checksum of 64 bits that reads eight bytes at a time; it finds damage, not forgery.
enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        let whole = bytes.count & ~7
        var index = 0
        while index < whole {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
            sum ^= sum >> 32
            index += 8
        }
        for byte in bytes[whole...] {
            sum = (sum ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
            sum ^= sum >> 32
        }
        return sum
    }
}
