import Articles
import Formats
import Foundation
import Language

/// A file of sentences with right labels: columns, JSON lines, or whatever format holds mentions.
struct GoldFile {
    let path: String
    /// How much its sentences count in training.
    let weight: Float

    /// - Parameter argument: a path, or a path and `@` and a weight.
    init(argument: String) {
        if let at = argument.lastIndex(of: "@"), let weight = Float(argument[argument.index(after: at)...]),
            weight > 0
        {
            path = String(argument[..<at])
            self.weight = weight
        } else {
            path = argument
            weight = 1
        }
    }

    /// What the sentences of one corpus have in common: the file's name up to `-train`, `-dev`, `-test` or a number.
    var corpus: String { Self.corpus(of: path) }

    static func corpus(of path: String) -> String {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        if let dot = name.lastIndex(of: ".") { name = String(name[..<dot]) }
        while let dash = name.lastIndex(of: "-") {
            let end = name[name.index(after: dash)...]
            guard ["train", "dev", "test"].contains(end) || end.allSatisfy(\.isNumber) else { break }
            name = String(name[..<dash])
        }
        return name
    }

    func sentences() throws -> [TaggedSentence] {
        let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
        let sentences: [TaggedSentence]
        if path.hasSuffix(".jsonl") || path.hasSuffix(".json") {
            sentences = try jsonLines(bytes)
        } else {
            let columns = ColumnReader(String(decoding: bytes, as: UTF8.self))
            if let doubt = columns.doubt { StandardError.line("warning: \(path): \(doubt)") }
            sentences = columns.sentences.isEmpty ? try documents(bytes) : columns.sentences
        }
        guard !sentences.isEmpty else {
            throw FileError(
                "\(path): has no sentences with labels; give columns with O and B-…, or JSON lines")
        }
        return sentences
    }

    /// The sentences to learn from, with their labels mapped and without those that stand elsewhere; says on stderr how
    /// many the file has.
    /// - Parameter remark: what else to say of the file.
    func lessons(
        _ labels: LabelScheme, without unwanted: Set<String>, remark: String = ""
    ) throws -> [TaggedSentence] {
        let sentences = try sentences().map { $0.mapping(labels.label) }
        let names = sentences.reduce(0) { $0 + $1.names.count }
        StandardError.line("\(path): \(sentences.count.of("sentence")), \(names.of("name"))\(remark)")
        // What is as short as a greeting may stand anywhere.
        return sentences.filter { $0.words.count < 5 || !unwanted.contains($0.key) }
    }

    /// A document without a single mention is no gold data but a text.
    private func documents(_ bytes: [UInt8]) throws -> [TaggedSentence] {
        guard let format = try? Format.reading(path, bytes) else { return [] }
        let documents = try format.read(format.input(path, bytes)).documents
        guard documents.contains(where: { !$0.annotations.mentions.isEmpty }) else { return [] }
        return documents.flatMap { document in
            TaggedSentence.sentences(
                of: document.article.text, mentions: document.annotations.mentions.filter { !$0.isAnaphor })
        }
    }

    private func jsonLines(_ bytes: [UInt8]) throws -> [TaggedSentence] {
        try articles(bytes).flatMap { TaggedSentence.sentences(of: $0.text, mentions: $0.mentions) }
    }

    /// The texts of a file of JSON lines with their mentions.
    func articles() throws -> [(text: Text, mentions: [Mention])] { try articles(FileBytes.read(path)) }

    /// Our own lines, or those of SmartData, whose mentions have a type and no id.
    private func articles(_ bytes: [UInt8]) throws -> [(text: Text, mentions: [Mention])] {
        var found: [(text: Text, mentions: [Mention])] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
                let string = object["text"] as? String
            else { throw FileError("\(path): a line is no JSON object with a text") }
            let unit = OffsetUnit(rawValue: object["offsets"] as? String ?? "") ?? .codePoints
            let text = Text(string)
            let mentions = (object["mentions"] as? [[String: Any]] ?? []).compactMap { mention -> Mention? in
                guard let label = (mention["label"] ?? mention["type"]) as? String,
                    let first = mention["start"] as? Int, let last = mention["end"] as? Int,
                    mention["status"] as? String != "rejected",
                    let start = text.offset(of: first, unit), let end = text.offset(of: last, unit),
                    start < end
                else { return nil }
                let span = Span(start, end)
                return Mention(id: .found(span, as: label), spans: SpanSet(span), label: Label(label))
            }
            found.append((text, mentions))
        }
        return found
    }
}

extension TaggedSentence {
    /// The sentences of a text; of mentions that overlap the longest counts.
    static func sentences(of text: Text, mentions: [Mention]) -> [TaggedSentence] {
        let longest = mentions.sorted {
            ($0.bounds.end - $0.bounds.start, $1.bounds) > ($1.bounds.end - $1.bounds.start, $0.bounds)
        }
        var labels: [Int: String] = [:]
        var sentences: [[Token]] = []
        for paragraph in 0..<text.paragraphCount {
            let tokens = text.tokens(inParagraph: paragraph)
            for sentence in text.sentences(inParagraph: paragraph) {
                sentences.append(tokens.filter { sentence.contains($0.span) })
            }
        }
        for mention in longest {
            let touched = text.tokens(in: mention.bounds).map(\.span.start)
            guard touched.allSatisfy({ labels[$0] == nil }) else { continue }
            for start in touched {
                labels[start] = (start == touched[0] ? "B-" : "I-") + mention.label.name
            }
        }
        return sentences.map { tokens in
            TaggedSentence(
                words: tokens.map { text.string(in: $0.span) },
                labels: tokens.map { labels[$0.span.start] ?? "O" })
        }
    }
}

extension Text {
    /// The UTF-8 offset of a place that is counted in another unit; nil outside the text.
    fileprivate func offset(of count: Int, _ unit: OffsetUnit) -> Int? {
        guard count >= 0 else { return nil }
        return switch unit {
        case .utf8: count <= byteCount ? count : nil
        case .codePoints: offset(ofCodePoint: count)
        case .utf16: offset(ofUTF16: count)
        }
    }
}

// Treebanks.
extension GoldFile {
    /// Whether a trainer of syntax reads it as a treebank.
    var isTreebank: Bool { path.hasSuffix(".conllu") }

    /// Words as the treebank counts them.
    func treebank() throws -> Treebank {
        try treebank { text throws(TreebankError) in try Treebank(conllu: text) }
    }

    /// The sentences to learn from, contractions also as they are written, without those that stand elsewhere; says on
    /// stderr how many the file has.
    func grammarLessons(without unwanted: Set<String>) throws -> Treebank {
        var lessons = try treebank()
        StandardError.line("\(path): \(lessons.keys.count.of("sentence")), \(lessons.wordCount.of("word"))")
        lessons.append(try treebank { text throws(TreebankError) in try Treebank.contracted(conllu: text) })
        lessons.leaveOut(unwanted)
        return lessons
    }

    private func treebank(_ make: (String) throws(TreebankError) -> Treebank) throws -> Treebank {
        let text = try TreebankOptions.text(path)
        do throws(TreebankError) {
            return try make(text)
        } catch {
            throw FileError("\(path):\(error)")
        }
    }
}
