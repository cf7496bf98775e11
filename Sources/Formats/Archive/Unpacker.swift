import CArchive

/// An archive in memory while it is being read: its entries one after the other, and what comes out, counted.
struct Unpacker {
    struct Header {
        let name: String
        let isFile: Bool
        let isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private let file: String
    private let size: Int
    /// Nil where no more is kept than one piece.
    private let allowance: Allowance?
    private var unpacked = 0
    /// Whether other entries can be read after what was thrown last.
    private(set) var goesOn = true

    /// - Parameters:
    ///   - bytes: must stay where they are until `close`.
    ///   - kind: `CARCHIVE_ENTRIES`, or `CARCHIVE_CONTENT` for a compressed file.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, kind: Int, file: String, _ allowance: Allowance?
    ) throws(FormatError) {
        var message = [CChar](repeating: 0, count: 256)
        guard let archive = carchive_open(bytes.baseAddress, bytes.count, Int32(kind), &message) else {
            let reason = String(
                decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw FormatError(
                file: file, Self.isAboutPackage(reason) ? reason : "cannot be unpacked: \(reason)")
        }
        self.archive = archive
        self.file = file
        self.allowance = allowance
        size = bytes.count
    }

    private static func isAboutPackage(_ reason: String) -> Bool { reason.contains("install") }

    func close() { carchive_close(archive) }

    mutating func next() throws(FormatError) -> Header? {
        var entry = carchive_entry()
        let status = carchive_next(archive, &entry)
        guard status != 0 else { return nil }
        guard status > 0 else { throw stop("the archive is damaged: \(reason)") }
        guard allowance?.takesEntry() ?? true else {
            throw stop("holds more than \(Allowance.entryLimit) files; unpack it first")
        }
        return Header(
            name: EntryName.string(entry.name), isFile: entry.is_file, isEncrypted: entry.is_encrypted)
    }

    /// All of the entry.
    mutating func content() throws(FormatError) -> [UInt8] {
        var content: [UInt8] = []
        while true {
            let piece = try nextPiece()
            if piece.isEmpty { return content }
            content += piece
        }
    }

    /// More of the entry; empty at its end.
    mutating func nextPiece() throws(FormatError) -> [UInt8] {
        var bytes: UnsafePointer<UInt8>?
        let received = carchive_read(archive, &bytes)
        guard received >= 0 else { throw FormatError(file: file, reason) }
        unpacked += received
        guard unpacked <= Allowance.freeBytes || unpacked / Allowance.ratioLimit <= size else {
            throw stop(
                "unpacks to more than \(Allowance.ratioLimit) times its size, which no texts do; "
                    + "unpack it yourself if you trust it")
        }
        guard allowance?.takes(bytes: received) ?? true else {
            throw stop("unpacks to more than \(Allowance.byteLimit >> 20) MB; unpack it first")
        }
        return Array(UnsafeBufferPointer(start: bytes, count: received))
    }

    private mutating func stop(_ message: String) -> FormatError {
        goesOn = false
        return FormatError(file: file, message)
    }

    private var reason: String {
        let message = BlockText.oneLine(String(cString: carchive_message(archive)))
        return message.isEmpty ? "its data do not fit together" : message
    }
}
