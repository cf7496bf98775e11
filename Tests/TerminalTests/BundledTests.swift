import Foundation
import Testing

@testable import glosse

@Suite("The files inside the program")
struct BundledTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized

    private func files(in folder: String, ending: String) throws -> [String: [UInt8]] {
        let folder = Self.package.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(ending) }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
            })
    }

    @Test("every sample in the folder is inside the program, byte for byte")
    func samplesAreComplete() throws {
        let bundled = Dictionary(uniqueKeysWithValues: Bundled.samples.map { ($0.name, $0.bytes) })
        #expect(try files(in: "Sources/CBundled/samples", ending: ".txt") == bundled)
    }

    @Test("every theme in the folder is inside the program, byte for byte")
    func themesAreComplete() throws {
        let bundled = Dictionary(uniqueKeysWithValues: Bundled.themes.map { ($0.name + ".theme", $0.bytes) })
        #expect(try files(in: "themes", ending: ".theme") == bundled)
    }

    @Test("a sample is a title, a date, a blank line and text", arguments: Bundled.samples.map(\.name))
    func formOfSamples(name: String) throws {
        let sample = try #require(Bundled.samples.first { $0.name == name })
        let text = try #require(String(validating: sample.bytes, as: UTF8.self))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count > 6)
        #expect(!lines[0].isEmpty && lines[0].count < 90)
        #expect(lines[1].wholeMatch(of: /20\d\d-[01]\d-[0-3]\d/) != nil)
        #expect(lines[2].isEmpty && !lines[3].isEmpty)
        #expect(lines.last == "", "ends in a line break")
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test("the German and English samples have the length of a news article")
    func lengthOfSamples() {
        let long = Bundled.samples.map {
            String(decoding: $0.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        }
        .filter { (300...900).contains($0.count) }
        #expect(long.count == 7)
    }
}
