import Foundation

/// ZIP and tar archives made byte by byte, so that a test can say whatever it likes in them.
struct SampleArchive {
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8]
        /// 0 stored, 12 bzip2; `bytes` are packed that way already.
        var method: UInt16 = 0
        /// Bit 0: encrypted, bit 11: the name is UTF-8.
        var flags: UInt16 = 0x800
        /// What the archive says of the size, whatever is true.
        var claimedSize: UInt32?
        var claimedChecksum: UInt32?

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = Array(name.utf8)
            self.bytes = bytes
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
    }

    var entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    init(_ files: KeyValuePairs<String, String>) { entries = files.map { Entry($0.key, $0.value) } }

    var zip: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let place = UInt32(file.count)
            let checksum = entry.claimedChecksum ?? Self.checksum(entry.bytes)
            let size = entry.claimedSize ?? UInt32(entry.bytes.count)
            let common =
                Self.little(entry.flags) + Self.little(entry.method) + [0, 0, 0x21, 0x5A]
                + Self.little(checksum)
                + Self.little(UInt32(entry.bytes.count)) + Self.little(size)
                + Self.little(UInt16(entry.name.count)) + [0, 0]
            file += [0x50, 0x4B, 3, 4, 20, 0] + common + entry.name + entry.bytes
            directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + common + [0, 0, 0, 0, 0, 0]
            directory += Self.little(UInt32(0o100644 << 16)) + Self.little(place) + entry.name
        }
        let count = Self.little(UInt16(truncatingIfNeeded: entries.count))
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.little(UInt32(directory.count))
            + Self.little(UInt32(file.count)) + [0, 0]
        return file + directory + end
    }

    var tar: [UInt8] {
        var file: [UInt8] = []
        for entry in entries {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ bytes: some Collection<UInt8>, _ place: Int) {
                for (index, byte) in bytes.prefix(100).enumerated() { header[place + index] = byte }
            }
            func octal(_ number: Int, _ width: Int) -> [UInt8] {
                let digits = String(number, radix: 8)
                return Array((String(repeating: "0", count: max(0, width - digits.count)) + digits).utf8)
            }
            put(entry.name, 0)
            put("0000644".utf8, 100)
            put(octal(Int(entry.claimedSize ?? UInt32(entry.bytes.count)), 11), 124)
            put("        ".utf8, 148)
            put("0".utf8, 156)
            put("ustar\u{0}00".utf8, 257)
            put(octal(header.reduce(0) { $0 + Int($1) }, 6) + [0], 148)
            file += header + entry.bytes
            file += [UInt8](repeating: 0, count: (512 - entry.bytes.count % 512) % 512)
        }
        return file + [UInt8](repeating: 0, count: 1024)
    }

    /// A gzip file of blocks that are stored as they are.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            file +=
                [rest.isEmpty ? 1 : 0] + little(UInt16(block.count)) + little(~UInt16(block.count)) + block
        } while !rest.isEmpty
        return file + little(checksum(bytes)) + little(UInt32(bytes.count))
    }

    static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 as ZIP and gzip have it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }

    /// 64 MB of one letter in 83 bytes of bzip2.
    static let bomb = packed(
        "QlpoOTFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZ+Ikd4QCidcEAwAAgAAAIIAAgpTQZjjVFRCbFRUQni7kinChI"
            + "PimkAwA=")

    static func packed(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map { Array($0) } ?? [] }
}
