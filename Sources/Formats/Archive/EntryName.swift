import Glibc

/// Names of files in archives, which are UTF-8 in most; older programs of Windows wrote them in the code page of DOS.
enum EntryName {
    static func string(_ name: UnsafePointer<CChar>) -> String {
        let bytes = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
        guard IllFormedUTF8.first(in: bytes) != nil else { return String(decoding: bytes, as: UTF8.self) }
        // Where letters with marks are in DOS, Windows has controls and punctuation.
        let isDOS = bytes.filter { $0 >= 0x80 }.allSatisfy { (0x80...0xA5).contains($0) || $0 == 0xE1 }
        let charset = isDOS ? Charset(label: "ibm850") : .windows1252
        return String(decoding: charset?.utf8(bytes)?.bytes ?? bytes, as: UTF8.self)
    }
}
