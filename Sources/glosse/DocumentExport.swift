import Articles
import Formats
import Glibc
import Reading

/// Writes the open article to a file, and says what became of it.
enum DocumentExport {
    /// - Parameter source: the file that the article was read from, which is never written over.
    static func write(_ document: Document, as name: String, to path: String, source: String?) -> Notice {
        guard let format = Format.named(name) else { return Notice(.error, "no format “\(name)”") }
        do {
            if let source, FileBytes.resolved(path) == FileBytes.resolved(source) {
                throw FileError("\(path): is the article's own file; name another one: export \(name) FILE")
            }
            var export = Export(to: format)
            var output = try export.add(document)
            output.bytes += export.finish()
            try write(output.bytes, with: output.companions, to: path)
            if let difference = format.differences(of: document, ExportOptions(), in: output).first {
                return Notice(
                    .error, "written to \(path), but it does not read back as it was: \(difference)")
            }
            let losses = export.losses.map(\.description).joined(separator: ", ")
            guard losses.isEmpty else {
                return Notice(.warning, "written to \(path), without \(losses), which \(name) cannot carry")
            }
            return Notice("written to \(path)")
        } catch {
            return Notice(.error, "not exported: \(error)")
        }
    }

    /// The file to write: the one that was named, else one with the article's name in the folder where we are.
    static func target(for document: Document, as name: String, _ path: String) -> String {
        guard path.isEmpty else { return Paths.withHome(path) }
        let ending = Format.named(name)?.extensions.first ?? "out"
        return stem(of: document.article.name) + "." + ending
    }

    /// Writes a file and those beside it, which nobody has named: so they never replace other content, such as the
    /// text that the article came from.
    static func write(
        _ bytes: [UInt8], with companions: [String: [UInt8]], to path: String
    ) throws(FileError) {
        let beside = companions.sorted { $0.key < $1.key }.map { (stem(of: path) + "." + $0.key, $0.value) }
        for (path, bytes) in beside where access(path, F_OK) == 0 {
            guard try FileBytes.read(path) == bytes else {
                throw FileError("\(path): is there already with other content; choose another name")
            }
        }
        for (path, bytes) in beside where access(path, F_OK) != 0 { try FileBytes.write(bytes, to: path) }
        try FileBytes.write(bytes, to: path)
    }

    /// A path without its ending.
    static func stem(of path: String) -> String {
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[name...].lastIndex(of: "."), dot > name else { return path }
        return String(path[..<dot])
    }
}
