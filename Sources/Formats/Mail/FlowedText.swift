/// Makes paragraphs of lines that a mail program broke.
struct FlowedText {
    /// Lines of text are at most so long where they are broken by hand or program; in code points.
    private static let widths = 45...100

    private(set) var prose = Prose()
    /// Whether lines were joined that the format does not say belong together.
    private(set) var hasJoinedLines = false

    /// - Parameter parameters: those of the content type; `format=flowed` says which line breaks count.
    init(_ bytes: [UInt8], _ parameters: MailParameters?) {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.last == 13 ? line.dropLast() : line
        }
        if parameters?["format"]?.lowercased() == "flowed" {
            addFlowed(lines, deletesBlank: parameters?["delsp"]?.lowercased() == "yes" ? 1 : 0)
        } else {
            addFixed(lines)
        }
    }

    /// A line that ends in a blank goes on in the next one of the same depth of quotation. Source: RFC 3676.
    private mutating func addFlowed(_ lines: [ArraySlice<UInt8>], deletesBlank count: Int) {
        var lastDepth = 0
        var goesOn = false
        for line in lines {
            let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
            var content = line.dropFirst(depth)
            if content.first == 32 { content = content.dropFirst() }
            if depth != lastDepth {
                prose.end(.paragraph)
                goesOn = false
            }
            lastDepth = depth
            let isSignature = content.elementsEqual("-- ".utf8)
            let isFlowed = content.last == 32 && !isSignature
            guard content.contains(where: { $0 != 32 }) else {
                prose.end(.paragraph)
                goesOn = false
                continue
            }
            if depth > 0, !goesOn { prose.add(String(repeating: ">", count: min(depth, 20)) + " ") }
            prose.add(isFlowed ? content.dropLast(count) : content)
            if !isFlowed { prose.end(.line) }
            goesOn = isFlowed
        }
    }

    /// A line break between two words that would not have fitted on one line is one that a program made.
    private mutating func addFixed(_ lines: [ArraySlice<UInt8>]) {
        let lengths = lines.map { line in line.count { $0 & 0xC0 != 0x80 } }
        // A line of one word, such as an address, could not be broken.
        let longest = zip(lines, lengths).filter { $0.0.contains(32) }.map(\.1).max() ?? 0
        for (index, line) in lines.enumerated() {
            guard line.contains(where: { !$0.isSpace }) else {
                prose.end(.paragraph)
                continue
            }
            prose.add(line)
            guard index + 1 < lines.count else { continue }
            let next = lines[index + 1]
            let word = next.prefix { !$0.isSpace }.count { $0 & 0xC0 != 0x80 }
            let isWrapped =
                Self.widths.contains(longest) && lengths[index] + 1 + word > longest - 4
                && Self.isContinuation(next)
            if isWrapped { hasJoinedLines = true }
            prose.end(isWrapped ? .blank : .line)
        }
    }

    /// Whether a line may go on with the one before: it does not begin a list, a quotation or a signature.
    private static func isContinuation(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, !first.isSpace else { return false }
        let marks = [">", "-", "*", "+", "•", "_", "="].map { Array($0.utf8) }
        return !marks.contains { line.starts(with: $0) }
    }
}
