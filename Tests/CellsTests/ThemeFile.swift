import Cells
import Foundation

/// The theme files of the package, read by a reader of the tests' own that accepts nothing doubtful.
enum ThemeFile {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../themes").standardized

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
        .filter { $0.hasSuffix(".theme") }
        .map { String($0.dropLast(".theme".count)) }
        .sorted()

    struct Mistake: Error { let line: String }

    static func read(_ name: String) throws -> Theme {
        let text = try String(contentsOf: folder.appending(path: name + ".theme"), encoding: .utf8)
        var styles: [Role: Style] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 2, words[1] == "=", styles[Role(words[0])] == nil else {
                throw Mistake(line: String(line))
            }
            styles[Role(words[0])] = try style(Array(words[2...]))
        }
        return Theme(name: name, styles: styles)
    }

    private static let attributes: [String: Style.Attributes] = [
        "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]

    private static func style(_ words: [String]) throws -> Style {
        var style = Style()
        var rest = words[...]
        while let word = rest.first, let attribute = attributes[word] {
            style.attributes.insert(attribute)
            rest.removeFirst()
        }
        if let word = rest.first, word != "on" {
            style.foreground = try color(word)
            rest.removeFirst()
        }
        if rest.first == "on" {
            style.background = try color(rest.dropFirst().joined(separator: " "))
            rest = []
        }
        guard rest.isEmpty else { throw Mistake(line: words.joined(separator: " ")) }
        return style
    }

    private static func color(_ word: String) throws -> Color? {
        if word == "default" { return nil }
        guard word.count == 7, word.hasPrefix("#"), let value = UInt32(word.dropFirst(), radix: 16) else {
            throw Mistake(line: word)
        }
        return .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
    }
}
