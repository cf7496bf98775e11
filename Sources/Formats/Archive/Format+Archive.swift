import Articles
import CArchive

/// Archives of articles: each file in them is read by the format that it is in.
///
/// What is in no format, or damaged, is named; the others come in. Hidden files and those that macOS adds are passed by.
extension Format {
    public static let zip = Format(
        name: "zip", title: "ZIP, tar and 7z archives of articles", extensions: ["zip", "tar", "7z"],
        read: Reader(holding: .several, recognises: ArchiveReader.recognises, ArchiveReader.read))

    /// Compressed files of any format.
    public static let gz = Format(
        name: "gz", title: "Files compressed with gzip, zstd, xz or bzip2",
        extensions: ["gz", "zst", "xz", "bz2", "tgz", "txz", "tbz2", "tzst"],
        read: Reader(holding: .several, recognises: CompressedReader.recognises, CompressedReader.read))
}

enum ArchiveReader {
    /// More of them would only hide what else was wrong.
    private static let namedErrors = 50

    @Sendable static func recognises(_ start: ArraySlice<UInt8>) -> Bool {
        let isTar = start.count > 262 && start.dropFirst(257).starts(with: "ustar".utf8)
        return isTar
            || [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]
                .contains { start.starts(with: $0) }
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let nesting = input.nesting ?? .outermost
        guard nesting.depth < Nesting.deepest else { throw tooDeep(input.name) }
        var outer = input
        outer.nesting = nesting
        let archive = try Archive(outer, wanted: isArticle)
        guard !archive.entries.isEmpty || !archive.errors.isEmpty else {
            throw FormatError(file: input.name, "there is no file in the archive")
        }
        var all = Imported(errors: archive.errors)
        let byName = Dictionary(
            archive.entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var read: [(entry: Archive.Entry, format: Format, companions: [String: [UInt8]])] = []
        var companionNames: Set<String> = []
        for entry in archive.entries {
            guard let format = Format.matching(fileName: entry.name, bytes: entry.bytes) else {
                all.errors.append(FormatError(file: "\(input.name)/\(entry.name)", "is in no known format"))
                continue
            }
            var companions: [String: [UInt8]] = [:]
            let stem = entry.name.lastIndex(of: ".").map { String(entry.name[..<$0]) } ?? entry.name
            for ending in format.companions {
                let name = ending.isEmpty ? stem : "\(stem).\(ending)"
                companions[ending] = byName[name]
                if byName[name] != nil { companionNames.insert(name) }
            }
            read.append((entry, format, companions))
        }
        for (entry, format, companions) in read where !companionNames.contains(entry.name) {
            var inner = Input(
                name: "\(input.name)/\(entry.name)", bytes: entry.bytes, companions: companions)
            inner.nesting = nesting.inner
            do throws(FormatError) {
                all.append(try format.read(inner))
            } catch {
                all.errors.append(error)
            }
        }
        if all.errors.count > namedErrors {
            let rest = all.errors.count - namedErrors
            all.errors.removeLast(rest)
            all.errors.append(FormatError(file: input.name, "and \(rest) more errors"))
        }
        return all
    }

    static func tooDeep(_ name: String) -> FormatError {
        FormatError(file: name, "is an archive in an archive in an archive; unpack the outer one first")
    }

    private static func isArticle(_ name: String) -> Bool {
        !name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
}
