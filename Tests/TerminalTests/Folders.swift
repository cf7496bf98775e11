import Foundation

/// Folders in which glosse cannot write.
enum Folders {
    /// Whether the rights of a folder, or its attribute, hold for whoever runs the tests.
    static let canBeMadeUnwritable: Bool = {
        let isWritten = try? Program.withFolder { folder in
            try lock(folder) {
                FileManager.default.createFile(
                    atPath: folder.appendingPathComponent("new").path, contents: nil)
            }
        }
        return isWritten == false
    }()

    /// Makes a folder and what is in it read-only while the body runs.
    ///
    /// Root writes everywhere, so for root the folder is mounted onto itself, read-only.
    static func lock<Result>(_ folder: URL, _ body: () throws -> Result) throws -> Result {
        if getuid() == 0 {
            try Program.run("mount", ["--bind", folder.path, folder.path])
            defer { _ = try? Program.run("umount", ["--lazy", folder.path]) }
            try Program.run("mount", ["-o", "remount,bind,ro", folder.path])
            return try body()
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        }
        return try body()
    }
}

/// A disk of 2 MB, in memory, that can be filled up.
struct SmallDisk {
    let folder: URL

    /// Whether whoever runs the tests may mount one.
    static let isPossible = (try? Program.withFolder { try mounted(at: $0) { _ in } }) != nil

    /// Gives the body a new disk, which is gone afterwards with everything on it.
    static func mounted(at folder: URL, _ body: (SmallDisk) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Program.run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.path])
        defer { _ = try? Program.run("umount", ["--lazy", folder.path]) }
        try body(SmallDisk(folder: folder))
    }

    private var filler: URL { folder.appendingPathComponent("filler") }

    /// Leaves no room at all.
    func fill() throws {
        try Data().write(to: filler)
        let handle = try FileHandle(forWritingTo: filler)
        defer { try? handle.close() }
        for size in [1 << 16, 1 << 12] {
            while (try? handle.write(contentsOf: Data(count: size))) != nil {}
        }
    }

    func empty() throws {
        try FileManager.default.removeItem(at: filler)
    }
}
