import Foundation

/// Real articles beside the package, where the team has them.
enum SharedArticles {
    private static let folder = URL(fileURLWithPath: #filePath).appending(
        path: "../../../../../shared/articles"
    )
    .standardizedFileURL

    static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// The bytes of the first files by name.
    static func read(atMost count: Int) throws -> [[UInt8]] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".txt")
        }
        return try names.sorted().prefix(count).map {
            [UInt8](try Data(contentsOf: folder.appending(path: $0)))
        }
    }
}
