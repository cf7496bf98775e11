import Articles

extension Format {
    /// Every format, in the order in which help lists them and in which a file without a telling name is tried.
    public static let all: [Format] = [
        .jsonLines, .brat, .csv, .tsv, .csvFacts, .tsvFacts, .conll2003, .html, .markdown, .text,
    ]

    /// The format with this name on the command line.
    public static func named(_ name: String) -> Format? { all.first { $0.name == name } }

    /// The format to read a file with: by its ending, else by its first bytes, else as text.
    ///
    /// - Parameters:
    ///   - fileName: a path or name; `-` or anything without a known ending leaves it to the bytes.
    ///   - bytes: the beginning of the file; 4 KB are enough.
    public static func matching(fileName: String, bytes: some Collection<UInt8>) -> Format? {
        let readable = all.filter { $0.reader != nil }
        if let byName = readable.first(where: { $0.claims(fileName) }) { return byName }
        let start = Array(bytes.prefix(4096))
        return readable.first { $0.reader?.recognises(start[...]) ?? false }
    }

    /// The format to write a file with, by its ending; of several with that ending the first.
    public static func matching(outputName: String) -> Format? {
        all.first { $0.writer != nil && $0.claims(outputName) }
    }

    private func claims(_ fileName: String) -> Bool {
        let name = fileName.lowercased()
        return extensions.contains { name.hasSuffix("." + $0) }
    }
}
