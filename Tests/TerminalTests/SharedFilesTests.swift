import Foundation
import Testing

/// Articles that lie beside the package and are no part of it.
enum SharedFiles {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared").standardized

    static let exist = FileManager.default.fileExists(atPath: folder.path)
}

@Suite("articles of others")
struct SharedFilesTests {
    @Test("are there where they are required")
    func required() {
        if ProcessInfo.processInfo.environment["GLOSSE_REQUIRE_SHARED"] != nil {
            #expect(SharedFiles.exist, "\(SharedFiles.folder.path) is missing")
        }
    }

    @Test(
        "a folder of them is a list at once, and one opens",
        .enabled(if: SharedFiles.exist && Program.hasTmux))
    func folder() throws {
        let desk = try Desk()
        try desk.run("glosse '\(SharedFiles.folder.path)/articles'")
        try desk.tmux.wait(for: "LIBRARY")
        try desk.tmux.type("Enter")
        try desk.waitForArticle()
        try desk.quit()
    }
}
