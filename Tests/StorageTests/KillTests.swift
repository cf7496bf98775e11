import Articles
import Foundation
import Glibc
import Testing

@testable import Storage

/// These tests start the test program again as another process, which finds in its environment what to do.
@Suite("Other processes", .serialized)
struct KillTests {
    private static let role = ProcessInfo.processInfo.environment["GLOSSE_TEST_ROLE"]
    private static let output = ProcessInfo.processInfo.environment["GLOSSE_TEST_OUTPUT"] ?? ""
    private static let library = ProcessInfo.processInfo.environment["GLOSSE_TEST_LIBRARY"] ?? ""

    @Test("a process killed at any moment loses no step whose save had returned", .enabled(if: role == nil))
    func kill() throws {
        let folder = try TemporaryFolder()
        let key = try Library.open(at: folder.library).add(.sample(), at: 1)
        var promised = 0
        for round in 1...6 {
            let outputs = ["acknowledged.0", "acknowledged.1"]
            for output in outputs { try folder.write([], to: output) }
            let writers = try outputs.map { try start("writer", folder.library, to: folder.path + "/" + $0) }
            let acknowledged = { outputs.map(folder.size).reduce(0, +) }
            try waitUntil { acknowledged() > 0 }
            usleep(UInt32.random(in: 0...60_000))
            for writer in writers { Glibc.kill(writer, SIGKILL) }
            for writer in writers { waitForExit(of: writer) }
            let saved = acknowledged()
            #expect(saved > 0)
            promised += saved
            let library = try Library.open(at: folder.library)
            let stored = try library.load(key)
            #expect(stored.sequence >= promised, "round \(round)")
            #expect(stored.sequence <= promised + 2 * round, "a save that was cut off may be there or not")
            #expect(stored.annotations.mentions.count == stored.steps.count)
            #expect(try library.problems().isEmpty)
        }
    }

    /// Saves steps until it is killed; after each, one byte in a file says that it is saved.
    @Test("(the process that is killed)", .enabled(if: role == "writer"))
    func writer() throws {
        let library = try Library.open(at: Self.library)
        let key = try #require(try library.list(limit: 1).first).key
        let session = try library.session()
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: Self.output))
        for number in 1...1_000_000 {
            try library.save(
                .tag(number, session: session), of: key, counts: Counts(entities: number), at: number)
            try output.write(contentsOf: [1])
            if number.isMultiple(of: 50) { try library.saveSnapshot(of: key) }
            if number.isMultiple(of: 30) { try library.sync() }
        }
    }

    @Test("a folder that cannot be written: a clear message, and reading works", .enabled(if: role == nil))
    func readOnlyFolder() throws {
        let folder = try TemporaryFolder()
        let library = try Library.open(at: folder.library)
        let key = try library.add(.sample(), at: 1)
        try library.save(.tag(1), of: key, counts: Counts(), at: 2)
        try library.close()
        let before = try folder.read("library.glosse")
        chmod(folder.library, 0o444)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let reader = try start("reader", folder.library, to: "/dev/null")
        #expect(waitForExit(of: reader) == 0)
        #expect(try folder.read("library.glosse") == before)
    }

    /// Root may write everywhere, so the process first becomes nobody.
    @Test("(the process that may only read)", .enabled(if: role == "reader"))
    func reader() throws {
        if geteuid() == 0 { try #require(setgid(65_534) == 0 && setuid(65_534) == 0) }
        let error = #expect(throws: LibraryError.self) { try Library.open(at: Self.library) }
        #expect(error?.reason == .readOnly)
        #expect(error?.description.contains("make file and folder writable") == true)
        let library = try Library.open(at: Self.library, for: .reading)
        let key = try #require(try library.list(limit: 10).first).key
        #expect(try library.load(key).annotations.mentions.map(\.id) == ["m1.1"])
        #expect(throws: LibraryError.self) { try library.save(.tag(2), of: key, counts: Counts(), at: 3) }
        let elsewhere = #expect(throws: LibraryError.self) {
            try Library.open(at: Self.library.replacing("library.glosse", with: "new/library.glosse"))
        }
        #expect(elsewhere?.reason == .readOnly)
    }

    private func start(_ role: String, _ library: String, to output: String) throws -> pid_t {
        let arguments = [
            "/usr/bin/env", "GLOSSE_TEST_ROLE=" + role, "GLOSSE_TEST_LIBRARY=" + library,
            "GLOSSE_TEST_OUTPUT=" + output,
            try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            "--testing-library", "swift-testing", "--filter", "StorageTests.KillTests",
        ]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in [1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var process: pid_t = 0
        guard posix_spawn(&process, "/usr/bin/env", &actions, nil, &pointers, environ) == 0 else {
            throw Failure("the other process does not start")
        }
        return process
    }

    /// The status with which the process ended; more than 0 when it failed or was killed.
    @discardableResult
    private func waitForExit(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status
    }

    private func waitUntil(_ condition: () -> Bool) throws {
        for _ in 0..<2_000 where !condition() { usleep(10_000) }
        guard condition() else { throw Failure("the other process does not get on") }
    }
}
