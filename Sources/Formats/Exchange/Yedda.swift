import Articles

/// YEDDA's inline marks: `[@Angela Merkel#PER*]` is what a person marked, `[$Bonn#LOC*]` what YEDDA recommends.
///
/// The text is what is left when the marks are gone. Source: Yang et al., "YEDDA: A Lightweight Collaborative Text Span
/// Annotation Tool", 2018.
extension Format {
    static let yedda = Format(
        name: "yedda", title: "YEDDA, marks in the text", extensions: ["anns", "yedda"],
        read: Reader(recognises: Yedda.isLikely, Yedda.read))
}

private enum Yedda {
    /// Whether a mark stands in the beginning of the file.
    @Sendable static func isLikely(_ start: ArraySlice<UInt8>) -> Bool {
        var index = start.startIndex
        while let open = start[index...].firstIndex(of: UInt8(ascii: "[")), open + 1 < start.endIndex {
            if "@$".utf8.contains(start[open + 1]), mark(start, at: open) != nil { return true }
            index = open + 1
        }
        return false
    }

    /// The parts of a mark that begins at a bracket: words, label, and where the text goes on.
    private static func mark(
        _ bytes: ArraySlice<UInt8>, at open: Int
    ) -> (words: Range<Int>, label: Range<Int>, next: Int)? {
        var index = open + 2
        var hash: Int?
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "#"): hash = index
            case UInt8(ascii: "*") where index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "]"):
                guard let hash, hash > open + 2, index > hash + 1 else { return nil }
                return (open + 2..<hash, hash + 1..<index, index + 2)
            case UInt8(ascii: "[") where index + 1 < bytes.endIndex && "@$".utf8.contains(bytes[index + 1]):
                return nil
            case 10 where hash != nil: return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    @Sendable static func read(_ input: Input) throws(FormatError) -> Imported {
        let (source, warning) = try TextEncoding.utf8(input.bytes, name: input.name)
        if let broken = IllFormedUTF8.first(in: source) {
            throw FormatError(
                file: input.name, line: input.firstLine + source[..<broken].count { $0 == 10 }, "is not UTF-8"
            )
        }
        var findings = Findings(input.name)
        if let warning { findings.warn(warning) }
        var bytes: [UInt8] = []
        var mentions: [Mention] = []
        var index = 0
        // The line is counted on from the last place that was asked for.
        var (line, counted) = (input.firstLine, 0)
        while index < source.count {
            let open = source.firstIndex(of: UInt8(ascii: "["), from: index) ?? source.count
            bytes += source[index..<open]
            index = open
            guard open + 1 < source.count, "@$".utf8.contains(source[open + 1]) else {
                if open < source.count { bytes.append(source[open]) }
                index = open + 1
                continue
            }
            guard let mark = mark(source[...], at: open) else {
                line += source[counted..<open].count { $0 == 10 }
                counted = open
                findings.add(
                    FormatError(
                        line: line, "a mark begins here that is not complete; it looks like [@words#LABEL*]"))
                bytes.append(source[open])
                index = open + 1
                continue
            }
            let start = bytes.count
            bytes += source[mark.words]
            let isRecommended = source[open + 1] == UInt8(ascii: "$")
            mentions.append(
                Mention(
                    id: ID("m\(mentions.count + 1)"), spans: SpanSet(start, bytes.count),
                    label: Label(String(decoding: source[mark.label], as: UTF8.self)),
                    status: isRecommended ? .suggested : .accepted,
                    origin: isRecommended ? .engine("YEDDA") : .person()))
            index = mark.next
        }
        var article = Article(name: input.stem, source: input.name, text: Text(bytes: bytes))
        article.takeHeader()
        return findings.imported([Document(article: article, annotations: Annotations(mentions: mentions))])
    }
}
