import Foundation

/// A part of a Markdown file that the program has written, between comments that say how:
///
///     <!-- table: keys -->                 what `glosse list keys --markdown` prints
///     <!-- /table -->
///     <!-- screen: --keys 'jj' -->         what `glosse screen --keys 'jj'` prints, in a fenced block
///     <!-- /screen -->
struct GeneratedBlock: Hashable {
    enum Kind: String, CaseIterable {
        case table, screen
    }

    let kind: Kind
    /// What stands behind the colon.
    let argument: String
    /// The lines in between, without fences, blank lines at the ends, and blanks at the ends of lines.
    let content: String

    /// - Throws: when a block has no end.
    static func all(in markdown: String) throws -> [GeneratedBlock] {
        var blocks: [GeneratedBlock] = []
        var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            guard let begin = line.wholeMatch(of: /<!-- (table|screen): *(.*?) *-->/),
                let kind = Kind(rawValue: String(begin.1))
            else { continue }
            guard let end = lines.firstIndex(of: "<!-- /\(kind.rawValue) -->") else {
                throw Program.Failure(description: "\(line) has no end, <!-- /\(kind.rawValue) -->")
            }
            let inside = lines[..<end].filter { !$0.hasPrefix("```") }
            blocks.append(
                GeneratedBlock(
                    kind: kind, argument: String(begin.2),
                    content: cleaned(inside.joined(separator: "\n"))))
            lines = lines[end...].dropFirst()
        }
        return blocks
    }

    static func cleaned(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
            .joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}
