import Articles

/// Writes a token a line with its tags, an empty line between sentences.
struct CoNLLWriter {
    /// What stands in a line beside the word.
    enum Layout {
        /// `word B-PER`
        case two
        /// `word _ _ B-PER`
        case four
        /// `1⇥word⇥B-PER⇥O`, outer and inner mentions.
        case germEval
    }

    /// - Parameter mentions: in reading order, with the labels that are written; beside each other, or on two levels
    ///   where there are two columns.
    static func write(
        _ article: Article, _ mentions: [Mention], _ layout: Layout, _ scheme: TagScheme,
        to output: inout [UInt8]
    ) {
        let text = article.text
        output.reserveCapacity(output.count + text.byteCount * 3)
        let outer = layout.isGermEval ? Layers(mentions, in: text, for: []).kept : mentions
        let isOuter = Set(layout.isGermEval ? outer.map(\.id) : [])
        let inner = layout.isGermEval ? mentions.filter { !isOuter.contains($0.id) } : []
        var (first, second) = (TagColumn(outer, scheme), TagColumn(inner, scheme))
        let source = layout.isGermEval ? Array(GermEvalSource(article).line.utf8) : []
        if !layout.isGermEval {
            output.append(layout == .two ? "-DOCSTART- O\n\n" : "-DOCSTART- -X- O O\n\n")
        }
        var number = 0
        text.withBytes { bytes in
            for word in Words(text, cutBy: mentions, blanks: .leftOut).words {
                if word.beginsSentence {
                    if number > 0 { output.append(10) }
                    number = 0
                    if layout.isGermEval { output += source }
                }
                number += 1
                if layout.isGermEval {
                    output.appendDecimal(number)
                    output.append(9)
                }
                output.append(bytes, word.range)
                switch layout {
                case .two: output.append(32)
                case .four: output.append(" _ _ ")
                case .germEval: output.append(9)
                }
                first.append(word, to: &output)
                if layout.isGermEval {
                    output.append(9)
                    second.append(word, to: &output)
                }
                output.append(10)
            }
        }
        output.append(10)
    }
}

extension CoNLLWriter.Layout {
    var isGermEval: Bool {
        switch self {
        case .two, .four: false
        case .germEval: true
        }
    }
}

/// Where the sentences of a GermEval file come from: `#⇥http://de.wikipedia.org/wiki/X [2009-10-17]`.
struct GermEvalSource {
    let source: String
    let date: String?

    init(_ article: Article) {
        let source = article.source ?? article.name
        self.source = source.isEmpty ? "_" : source.mapScalars { $0.isSeparator ? "_" : $0 }
        date = article.date.flatMap { UTCTime.isDay($0) ? $0 : nil }
    }

    init(line: String) {
        var rest = line.dropFirst().drop { $0 == "\t" || $0 == " " }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        var date: String?
        if rest.hasSuffix("]"), let bracket = rest.lastIndex(of: "[") {
            let day = rest[rest.index(after: bracket)...].dropLast()
            date = UTCTime.isDay(day) ? String(day) : nil
            rest = rest[..<bracket].trimmed
        }
        self.date = date
        source = String(rest)
    }

    var line: String { "#\t\(source) [\(date ?? "")]\n" }
}
