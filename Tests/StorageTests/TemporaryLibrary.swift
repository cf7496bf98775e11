import Articles
import Foundation
import Glibc
import Storage

/// A folder for one test, gone with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var name = Array("/tmp/glosse-storage-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw Failure("no temporary folder") }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var library: String { path + "/library.glosse" }

    func write(_ bytes: [UInt8], to name: String) throws {
        guard let file = fopen(path + "/" + name, "w") else { throw Failure("cannot write \(name)") }
        defer { fclose(file) }
        fwrite(bytes, 1, bytes.count, file)
    }

    func read(_ name: String) throws -> [UInt8] {
        guard let file = fopen(path + "/" + name, "r") else { throw Failure("cannot read \(name)") }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 24)
        bytes.removeSubrange(fread(&bytes, 1, bytes.count, file)...)
        return bytes
    }

    func size(of name: String) -> Int {
        var information = stat()
        return stat(path + "/" + name, &information) == 0 ? Int(information.st_size) : 0
    }

    /// The permission bits of a file here, such as `0o600`.
    func mode(of name: String) -> mode_t {
        var information = stat()
        return stat(path + "/" + name, &information) == 0 ? information.st_mode & 0o777 : 0
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Article {
    static func sample(_ text: String = "Anna Berg reiste nach Wien.", title: String? = nil) -> Article {
        Article(name: "sample.txt", title: title, text: Text(text))
    }
}

extension Step {
    /// An edit that tags one mention; the number tells it from others.
    static func tag(_ number: Int, session: Int = 1) -> Step {
        let mention = Mention(
            id: ID("m\(session).\(number)"), spans: SpanSet(number, number + 4), label: "PER",
            origin: .person("Eva", time: 1_700_000_000 + number))
        return Step(
            move: .new(ID("h\(session).\(number)"), parent: nil),
            edit: Edit("tag PER", [.add(.mention(mention))]))
    }
}
