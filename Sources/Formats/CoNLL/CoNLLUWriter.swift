import Articles

/// Writes a document as CoNLL-U, a sentence a block.
struct CoNLLUWriter {
    private let document: Document
    private let text: Text
    private let words: [Words.Word]
    private let prefix: String
    /// What each word opens and closes, as `Entity=` has it.
    private var entities: [Int: String] = [:]
    private var names: TagColumn
    private var output = Output()

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = CoNLLUWriter(document, options.number)
        writer.writeAll()
        output.bytes += writer.output.bytes
    }

    private init(_ document: Document, _ number: Int) {
        self.document = document
        text = document.text
        words = Words(text, cutBy: document.annotations.mentions, blanks: .leftOut).words
        // An entity's id occurs in one document of a file only.
        prefix = number == 1 ? "e" : "d\(number)e"
        names = TagColumn(document.flatMentions, .iob2)
    }

    private mutating func writeAll() {
        collectEntities()
        output.write("# newdoc id = \(Percent.encoded(document.article.name, keeping: "/:"))\n")
        output.write("# global.Entity = eid-etype-head-other\n")
        for (key, value) in ArticleFields().fields(of: document.article) {
            let value = Self.commented(value)
            output.write("# meta::\(Percent.encoded(key)) =\(value.isEmpty ? "" : " ")\(value)\n")
        }
        var (first, sentence) = (0, 1)
        while first < words.count {
            var next = first + 1
            while next < words.count, !words[next].beginsSentence { next += 1 }
            write(first..<next, sentence)
            first = next
            sentence += 1
        }
    }

    private mutating func write(_ range: Range<Int>, _ number: Int) {
        output.write("# sent_id = \(prefix == "e" ? "s" : prefix.dropLast() + "s")\(number)\n# text = ")
        for index in range {
            output.bytes += bytes(words[index])
            if index + 1 < range.upperBound, words[index].end < words[index + 1].start {
                output.bytes.append(32)
            }
        }
        output.bytes.append(10)
        for index in range { write(index, in: range) }
        output.bytes.append(10)
    }

    private mutating func write(_ index: Int, in range: Range<Int>) {
        let word = words[index]
        let form = bytes(word)
        let isPunctuation = !form.contains { $0 >= 0x80 || $0.isInName }
        output.bytes.appendDecimal(index - range.lowerBound + 1)
        output.bytes.append(9)
        output.bytes += form
        output.bytes.append(9)
        output.bytes += form
        let isFirst = index == range.lowerBound
        output.write(isPunctuation ? "\tPUNCT\t_\t_\t" : "\tX\t_\t_\t")
        output.write(isFirst ? "0\troot\t_\t" : isPunctuation ? "1\tpunct\t_\t" : "1\tdep\t_\t")
        let start = output.bytes.count
        func separate(_ output: inout Output) { if output.bytes.count > start { output.write("|") } }
        if let entity = entities[index] { output.write("Entity=" + entity) }
        let end = index + 1 < words.count ? words[index + 1].start : text.byteCount
        let isLast = index == words.count - 1
        if word.end == end, !isLast {
            separate(&output)
            output.write("SpaceAfter=No")
        } else if isLast || !(end == word.end + 1 && text.withBytes { $0[word.end] == 32 }) {
            separate(&output)
            output.write(end == word.end ? "SpaceAfter=No" : "SpacesAfter=" + escaped(Span(word.end, end)))
        }
        if index == 0, word.start > 0 {
            separate(&output)
            output.write("SpacesBefore=" + escaped(Span(0, word.start)))
        }
        var tag: [UInt8] = []
        names.append(word, to: &tag)
        if tag != [UInt8(ascii: "O")] {
            separate(&output)
            output.write("name=")
            output.bytes += Percent.encoded(String(decoding: tag, as: UTF8.self), keeping: "/:+").utf8
        }
        if output.bytes.count == start { output.write("_") }
        output.bytes.append(10)
    }

    private func bytes(_ word: Words.Word) -> [UInt8] { text.withBytes { Array($0[word.start..<word.end]) } }

    private func escaped(_ span: Span) -> String {
        text.string(in: span).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case " ": result += "\\s"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// A value that a comment's line can hold.
    static func commented(_ value: String) -> String {
        value.unicodeScalars.contains { $0.isSeparator && $0 != " " || $0 == "%" } || value.hasPrefix(" ")
            || value.hasSuffix(" ") ? Percent.encoded(value, keeping: ":/,;!?()") : value
    }

    // MARK: Entities

    private struct Bracket {
        let first: Int
        let last: Int
        let opening: String
        let closing: String
        let length: Int
    }

    /// Writes what opens and closes at each word in the order that CorefUD asks for: what closes, what opens, what does
    /// both; where nothing opens, what does both comes first.
    private mutating func collectEntities() {
        let brackets = brackets()
        var (closing, opening, single): ([Int: [Bracket]], [Int: [Bracket]], [Int: [Bracket]]) = (
            [:], [:], [:]
        )
        for bracket in brackets {
            if bracket.first == bracket.last {
                single[bracket.first, default: []].append(bracket)
            } else {
                opening[bracket.first, default: []].append(bracket)
                closing[bracket.last, default: []].append(bracket)
            }
        }
        for word in Set(closing.keys).union(opening.keys).union(single.keys) {
            let closes = (closing[word] ?? []).sorted { ($1.first, $0.length) < ($0.first, $1.length) }.map(
                \.closing)
            let opens = (opening[word] ?? []).sorted { $0.last > $1.last }.map(\.opening)
            let both = (single[word] ?? []).map { $0.opening + ")" }
            let parts = opens.isEmpty ? both + closes : closes + opens + both
            entities[word] = parts.joined()
        }
    }

    private func brackets() -> [Bracket] {
        var entityOf: [ID: String] = [:]
        var typeOf: [String: String] = [:]
        var count = 0
        var chainOf: [ID: Chain] = [:]
        for chain in document.annotations.chains {
            for member in chain.mentions { chainOf[member] = chain }
        }
        for mention in document.annotations.mentions where entityOf[mention.id] == nil {
            count += 1
            let entity = "\(prefix)\(count)"
            entityOf[mention.id] = entity
            typeOf[entity] = CoNLLUEntities.type(of: mention.label)
            for member in chainOf[mention.id]?.mentions ?? [] { entityOf[member] = entity }
        }
        return document.annotations.mentions.flatMap { mention -> [Bracket] in
            let entity = entityOf[mention.id] ?? prefix
            let fragments = mention.spans.fragments
            return fragments.enumerated().map { index, span in
                let first = words.partitioningIndex { $0.start >= span.start }
                let last = max(first, words.partitioningIndex { $0.start >= span.end } - 1)
                let part = fragments.count == 1 ? "" : "[\(index + 1)/\(fragments.count)]"
                return Bracket(
                    first: first, last: last,
                    opening: "(\(entity)\(part)-\(typeOf[entity] ?? "other")-1-\(other(mention))",
                    closing: "\(entity)\(part))", length: last - first)
            }
        }
    }

    /// The field `other`: `label:PER,value:2024%2D10%2D17`.
    private func other(_ mention: Mention) -> String {
        var pairs = [("label", mention.label.name)]
        if let value = mention.value { pairs.append(("value", value)) }
        if let link = mention.link { pairs.append(("link", link)) }
        for (name, value) in mention.attributes.sorted(by: { $0.key < $1.key }) {
            pairs.append((CoNLLUReader.names.name(name), value))
        }
        return pairs.map { Self.encoded($0) + ":" + Self.encoded($1) }.joined(separator: ",")
    }

    /// Brackets, hyphens and what separates fields have a meaning of their own.
    private static func encoded(_ string: String) -> String {
        Percent.encoded(string).unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == "-" { result += "%2D" } else { result.unicodeScalars.append(scalar) }
        }
    }
}
