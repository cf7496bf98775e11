import Articles

/// Writes a document as CoNLL-U, a sentence a block.
struct CoNLLUWriter {
    private let document: Document
    private let words: [Words.Word]
    /// What the names of entities and of sentences begin with, which occur in one document of a file only.
    private let entity: String
    private let sentence: String
    private var entities: CoNLLUBrackets
    private var names: TagColumn
    private var output: [UInt8] = []

    @Sendable static func write(_ document: Document, _ options: ExportOptions, _ output: inout Output) {
        var writer = CoNLLUWriter(document, options.number)
        swap(&writer.output, &output.bytes)
        writer.writeHead()
        document.text.withBytes { writer.writeSentences($0) }
        swap(&writer.output, &output.bytes)
    }

    private init(_ document: Document, _ number: Int) {
        self.document = document
        words = Words(document.text, cutBy: document.annotations.mentions, blanks: .leftOut).words
        (entity, sentence) = number == 1 ? ("e", "s") : ("d\(number)e", "d\(number)s")
        entities = CoNLLUBrackets(document.annotations, words, prefix: entity)
        names = TagColumn(document.flatMentions, .iob2)
    }

    private mutating func writeHead() {
        output.append("# newdoc id = \(Percent.encoded(document.article.name, keeping: "/:"))\n")
        output.append("# global.Entity = eid-etype-head-other\n")
        for (key, value) in ArticleFields().fields(of: document.article) {
            let value = Self.commented(value)
            output.append("# meta::\(Percent.encoded(key)) =\(value.isEmpty ? "" : " ")\(value)\n")
        }
    }

    private mutating func writeSentences(_ source: UnsafeBufferPointer<UInt8>) {
        output.reserveCapacity(output.count + 8 * source.count)
        var (first, number) = (0, 1)
        while first < words.count {
            var next = first + 1
            while next < words.count, !words[next].beginsSentence { next += 1 }
            write(first..<next, number, source)
            first = next
            number += 1
        }
    }

    private mutating func write(
        _ range: Range<Int>, _ number: Int, _ source: UnsafeBufferPointer<UInt8>
    ) {
        output.append("# sent_id = ")
        output.append(sentence)
        output.appendDecimal(number)
        output.append("\n# text = ")
        for index in range {
            output.append(source, words[index].range)
            if index + 1 < range.upperBound, words[index].end < words[index + 1].start { output.append(32) }
        }
        output.append(10)
        for index in range { write(index, in: range, source) }
        output.append(10)
    }

    private mutating func write(
        _ index: Int, in range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>
    ) {
        let word = words[index]
        let isPunctuation = !source[word.range].contains { $0 >= 0x80 || $0.isInName }
        output.appendDecimal(index - range.lowerBound + 1)
        output.append(9)
        output.append(source, word.range)
        output.append(9)
        output.append(source, word.range)
        let isFirst = index == range.lowerBound
        output.append(isPunctuation ? "\tPUNCT\t_\t_\t" : "\tX\t_\t_\t")
        output.append(isFirst ? "0\troot\t_\t" : isPunctuation ? "1\tpunct\t_\t" : "1\tdep\t_\t")
        let start = output.count
        entities.write(index, to: &output)
        writeSpace(index, start, source)
        if let (letter, label) = names.tag(word) {
            separate(start)
            output.append("name=")
            output.append(letter)
            output.append(UInt8(ascii: "-"))
            Percent.append(label, sparing: "-._~/:+", to: &output)
        }
        if output.count == start { output.append(UInt8(ascii: "_")) }
        output.append(10)
    }

    /// Puts a stroke between what stands in MISC already, from `start` on, and what comes.
    private mutating func separate(_ start: Int) {
        if output.count > start { output.append(UInt8(ascii: "|")) }
    }

    /// Writes the white space behind a word, and of the first word that before it, unless it is one blank.
    private mutating func writeSpace(_ index: Int, _ start: Int, _ source: UnsafeBufferPointer<UInt8>) {
        let word = words[index]
        let isLast = index == words.count - 1
        let end = isLast ? source.count : words[index + 1].start
        if word.end == end {
            separate(start)
            output.append("SpaceAfter=No")
        } else if isLast || end != word.end + 1 || source[word.end] != 32 {
            separate(start)
            output.append("SpacesAfter=")
            appendEscaped(source[word.end..<end])
        }
        if index == 0, word.start > 0 {
            separate(start)
            output.append("SpacesBefore=")
            appendEscaped(source[..<word.start])
        }
    }

    private mutating func appendEscaped(_ space: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in space {
            switch byte {
            case 32: output.append("\\s")
            case 9: output.append("\\t")
            case 10: output.append("\\n")
            case 13: output.append("\\r")
            default: output.append(byte)
            }
        }
    }

    /// A value that a comment's line can hold.
    static func commented(_ value: String) -> String {
        value.unicodeScalars.contains { $0.isSeparator && $0 != " " || $0 == "%" } || value.hasPrefix(" ")
            || value.hasSuffix(" ") ? Percent.encoded(value, keeping: ":/,;!?()") : value
    }
}
