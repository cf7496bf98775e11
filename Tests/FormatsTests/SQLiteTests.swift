import Articles
import Foundation
import Testing

@testable import Formats

@Suite("the SQLite file")
struct SQLiteTests {
    /// Asks SQLite itself, where its program is installed.
    private func answer(_ file: [UInt8], _ query: String) throws -> String {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "glosse-\(UUID().uuidString).db")
        try Data(file).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = [url.path, query]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    private static let program = "/usr/bin/sqlite3"
    static let hasSQLite = FileManager.default.fileExists(atPath: program)

    @Test(
        "SQLite finds no fault, whatever the sizes of rows and tables", .enabled(if: hasSQLite),
        arguments: [
            (0, 0), (1, 4000), (1, 4100), (1, 5000), (3, 100_000), (300, 10), (300, 700), (20_000, 30),
            (90_000, 60), (5, 4060),
        ])
    func sizes(rows: Int, width: Int) throws {
        let file = SQLiteFile()
        let words = String(repeating: "ä", count: width / 2)
        let all = (0..<rows).map { number -> [SQLiteFile.Value] in
            [
                .null, .text(words), .int(number * 7_919 - 100), .real(Double(number) / 3),
                number % 2 == 0 ? .null : .int(1),
            ]
        }
        file.add("t", "CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INTEGER, c REAL, d INTEGER)", all)
        file.add(
            "u", "CREATE TABLE u(x)", [[.int(1 << 40)], [.int(-1)], [.int(Int.min)], [.int(128)], [.int(0)]])
        let bytes = file.bytes()
        #expect(bytes.count % 4096 == 0)
        #expect(try answer(bytes, "PRAGMA integrity_check") == "ok")
        let sum = (0..<rows).reduce(0) { $0 + $1 * 7_919 - 100 }
        let query =
            "SELECT count(*), coalesce(sum(b), 0), coalesce(min(length(a)), 0), coalesce(max(id), 0) FROM t"
        #expect(try answer(bytes, query) == "\(rows)|\(sum)|\(rows == 0 ? 0 : width / 2)|\(rows)")
        #expect(
            try answer(bytes, "SELECT group_concat(x) FROM u")
                == "1099511627776,-1,-9223372036854775808,128,0")
        if rows > 2 {
            #expect(try answer(bytes, "SELECT b, round(c, 3), d FROM t WHERE id = 3") == "15738|0.667|")
        }
    }

    @Test("articles, places in characters, relations and facts can be asked for", .enabled(if: hasSQLite))
    func content() throws {
        var documents = RandomDocuments(seed: 12)
        var export = Export(to: .sqlite)
        var count = 0
        for _ in 0..<20 {
            let document = documents.document()
            count += document.annotations.mentions.count
            #expect(try export.add(document).bytes.isEmpty)
        }
        #expect(export.losses.isEmpty)
        let bytes = export.finish()
        #expect(try answer(bytes, "PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok")
        #expect(
            try answer(bytes, "SELECT count(*) FROM document; SELECT count(*) FROM entity") == "20\n\(count)")
        let wrong = """
            SELECT count(*) FROM entity JOIN fragment ON fragment.entity = entity.id JOIN document ON document.id = document
            WHERE instr(entity.text, substr(document.text, start + 1, "end" - start)) = 0
            """
        #expect(try answer(bytes, wrong) == "0")
        #expect(
            try answer(bytes, "SELECT count(*) > 0 FROM statement; SELECT sum(mentions) > 0 FROM name")
                == "1\n1")
    }
}
