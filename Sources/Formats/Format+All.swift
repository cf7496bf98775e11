import Articles

extension Format {
    /// Every format, in the order in which help lists them and in which a file without a telling name is tried.
    public static let all: [Format] = [
        .jsonLines, .brat, .csv, .tsv, .csvFacts, .tsvFacts, .conll2003, .conll2002, .germEval, .conllu,
        .doccano, .labelStudio, .prodigy, .spaCy, .huggingFace, .webAnnotation, .pubAnnotation, .gate,
        .casJSON, .casXMI, .webAnnoTSV, .tei, .timeML, .slate, .yedda,
        .turtle, .nif, .nTriples, .jsonLD, .followTheMoney, .graphML, .gexf, .iCalendar, .sqlite,
        .rss, .atom, .jsonFeed, .opml, .newsML, .nitf, .ninjs, .mailbox, .mail,
        .csvArticles, .tsvArticles, .jsonLineArticles, .jsonArticles, .srt, .webVTT,
        .docx, .odt, .epub, .pdf, .warc, .zip, .gz,
        .html, .markdown, .text,
    ]

    /// The format with this name on the command line.
    public static func named(_ name: String) -> Format? { all.first { $0.name == name } }

    /// How much of a file's beginning tells its format.
    public static let headSize = 1 << 16

    /// The format to read a file with: by its ending, of several formats with that ending the one that its first bytes
    /// look like; without a known ending by its first bytes, else as text.
    ///
    /// - Parameters:
    ///   - fileName: a path or name; `-` or anything without a known ending leaves it to the bytes.
    ///   - bytes: the beginning of the file; more than `headSize` is not looked at.
    public static func matching(fileName: String, bytes: some Collection<UInt8>) -> Format? {
        let readable = all.filter { $0.reader != nil }
        let named = readable.filter { $0.claims(fileName) }
        let start = Array(bytes.prefix(headSize))
        func isRecognised(_ format: Format) -> Bool { format.reader?.recognises(start[...]) ?? false }
        if let match = named.first(where: isRecognised) { return match }
        if let first = named.first, !isGeneric(fileName) { return first }
        return readable.first(where: isRecognised)
    }

    /// The format to write a file with, by its ending; of several with that ending the first.
    public static func matching(outputName: String) -> Format? {
        all.first { $0.writer != nil && $0.claims(outputName) && $0.extensions != ["json"] }
    }

    /// Whether a name's ending says nothing of the format: there is JSON and XML of every kind.
    private static func isGeneric(_ fileName: String) -> Bool {
        let name = fileName.lowercased()
        return genericEndings.contains { name.hasSuffix("." + $0) }
    }

    /// Endings of files that may hold anything, articles or not.
    public static let genericEndings: Set<String> = ["csv", "json", "opml", "rdf", "tsv", "xml"]

    private func claims(_ fileName: String) -> Bool {
        let name = fileName.lowercased()
        return extensions.contains { name.hasSuffix("." + $0) }
    }
}
