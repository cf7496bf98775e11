import Articles
import Formats
import Reading

/// Writes the open article to a file, and says what became of it.
enum DocumentExport {
    static func write(_ document: Document, as name: String, to path: String) -> Notice {
        guard let format = Format.named(name), let ending = format.extensions.first else {
            return Notice(.error, "no format “\(name)”")
        }
        let target = path.isEmpty ? stem(of: document.article.name) + "." + ending : path
        do {
            var export = Export(to: format)
            let output = try export.add(document)
            try FileBytes.write(output.bytes + export.finish(), to: target)
            for (companion, bytes) in output.companions.sorted(by: { $0.key < $1.key }) {
                try FileBytes.write(bytes, to: stem(of: target) + "." + companion)
            }
            let losses = export.losses.map(\.description).joined(separator: ", ")
            guard losses.isEmpty else {
                return Notice(.warning, "written to \(target), without \(losses), which \(name) cannot carry")
            }
            return Notice("written to \(target)")
        } catch {
            return Notice(.error, "not exported: \(error)")
        }
    }

    /// A path without its ending.
    static func stem(of path: String) -> String {
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[name...].lastIndex(of: "."), dot > name else { return path }
        return String(path[..<dot])
    }
}
