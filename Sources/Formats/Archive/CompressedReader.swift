import Articles
import CArchive

/// Reads compressed files as what is in them.
enum CompressedReader {
    @Sendable static func recognises(_ start: ArraySlice<UInt8>) -> Bool {
        [[0x1F, 0x8B], [0x28, 0xB5, 0x2F, 0xFD], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8)]
            .contains { start.starts(with: $0) }
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let nesting = input.nesting ?? .outermost
        guard nesting.depth < Nesting.deepest else { throw ArchiveReader.tooDeep(input.name) }
        let content = try content(of: input, nesting.allowance)
        let bytes = try content.whole()
        var inner = input
        inner.name = innerName(input.name)
        inner.bytes = bytes
        inner.nesting = nesting.inner
        guard let format = Format.matching(fileName: inner.name, bytes: bytes) else {
            throw FormatError(file: input.name, "what is compressed in it is in no known format")
        }
        var imported = try format.read(inner)
        if let damage = content.damage { imported.errors.append(partly(damage)) }
        return imported
    }

    /// The format of what is in a compressed file, by the name without its last ending and by the first bytes.
    static func innerFormat(_ name: String, _ start: [UInt8]) -> Format? {
        Format.matching(fileName: innerName(name), bytes: start)
    }

    /// What is in a compressed file, as far as it could be unpacked.
    struct Content {
        var bytes: [UInt8] = []
        /// What kept the rest from coming.
        var damage: FormatError?
        /// Whether more came out than is good.
        var isRefused = false

        /// The bytes, unless there are none or too many.
        func whole() throws(FormatError) -> [UInt8] {
            if let damage, isRefused || bytes.isEmpty { throw damage }
            return bytes
        }
    }

    static func content(of input: Input, _ allowance: Allowance) throws(FormatError) -> Content {
        guard recognises(input.bytes[...]) else {
            throw FormatError(file: input.name, "is not compressed with gzip, zstd, xz or bzip2")
        }
        var content = Content()
        input.bytes.withUnsafeBufferPointer { buffer in
            do throws(FormatError) {
                var unpacker = try Unpacker(buffer, kind: CARCHIVE_CONTENT, file: input.name, allowance)
                defer {
                    content.isRefused = !unpacker.goesOn
                    unpacker.close()
                }
                guard try unpacker.next() != nil else { return }
                while true {
                    let piece = try unpacker.nextPiece()
                    if piece.isEmpty { return }
                    content.bytes += piece
                }
            } catch {
                content.damage = error
            }
        }
        return content
    }

    /// An error for what was left out of a file that is read in part.
    static func partly(_ error: FormatError) -> FormatError {
        FormatError(file: error.file, "is read only in part: \(error.message)")
    }

    /// `a.html.gz` holds `a.html`, `a.tgz` holds `a.tar`.
    private static func innerName(_ name: String) -> String {
        for ending in [".gz", ".zst", ".xz", ".bz2"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        for ending in [".tgz", ".txz", ".tbz2", ".tzst"] where name.lowercased().hasSuffix(ending) {
            return name.dropLast(ending.count) + ".tar"
        }
        return name
    }
}
