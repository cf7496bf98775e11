import ArgumentParser
import Articles
import Formats
import Glibc
import Language

/// Runs the engine over articles and prints what it finds, without the library.
struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the mentions, chains and facts of articles, without touching the library.")

    @Argument(help: "Files, folders and, with --fetch, addresses; - is standard input.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The format of the files, when names and contents do not tell.", valueName: "format"))
    var from: String?

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var personal: PersonalOptions
    @OptionGroup var facts: PatternOptions
    @OptionGroup var reading: EngineOptions

    @Option(
        help: ArgumentHelp(
            "How many articles are read side by side; as many as there are cores when absent.",
            valueName: "count"))
    var jobs: Int?

    func validate() throws {
        guard jobs.map({ $0 > 0 }) ?? true else { throw ValidationError("--jobs is at least 1") }
        if paths.isEmpty { throw ValidationError("name files to read, or - for standard input") }
    }

    func run() throws {
        let format = try Format.toRead(from)
        var source = try DocumentSource(
            arguments: paths, format: format, properties: article.properties, web: fetching.web)
        var sink = DocumentSink(output)
        source.paths.forEach { sink.protect($0) }
        try sink.checkTarget()
        let layer = try personal.layer(.embedded)
        let patterns = try facts.tables()
        let reading = reading
        var work = OrderedWork<Result<Document, CancellationError>>(width: jobs ?? Self.coreCount)
        try source.forEach { document in
            let finished = work.add {
                Result { () throws(CancellationError) in
                    var document = document
                    try document.suggestAll(reading.pipeline(for: document.text, personal: layer, patterns))
                    return document
                }
            }
            for document in finished { try sink.add(document.get()) }
        }
        for document in work.finish() { try sink.add(document.get()) }
        try sink.finish()
        if !source.errors.isEmpty { throw ExitCode(1) }
    }

    private static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension Document {
    /// Lets an engine read the whole text.
    /// - Parameter schema: what may be suggested; nil for all that the engine knows.
    mutating func suggestAll(_ pipeline: Pipeline, within schema: Schema? = nil) throws(CancellationError) {
        let found = try pipeline.suggestions(for: article, paragraphs: 0..<text.paragraphCount)
        suggest(schema.map(found.limited) ?? found, in: text.bounds)
    }
}

extension Format {
    /// The format of a file, by its name or its first bytes.
    static func reading(_ name: String, _ bytes: [UInt8]) throws(FormatError) -> Format {
        guard let format = matching(fileName: name, bytes: bytes.prefix(headSize)) else {
            throw FormatError(file: name, "is in no format that glosse reads; name one with --from")
        }
        return format
    }

    /// A file's bytes with those of the files that lie beside it and belong to it.
    func input(_ path: String, _ bytes: [UInt8]) -> Input {
        var beside: [String: [UInt8]] = [:]
        for ending in companions {
            let stem = DocumentExport.stem(of: path)
            // SLATE calls the annotations of a.txt a.txt.annotations.
            beside[ending] = try? FileBytes.read(ending.isEmpty ? stem : stem + "." + ending)
        }
        return Input(name: path, bytes: bytes, companions: beside)
    }

    /// The format with this name to read with; nil for nil.
    static func toRead(_ name: String?) throws -> Format? {
        guard let name else { return nil }
        guard let format = named(name), format.reader != nil else {
            let names = all.filter { $0.reader != nil }.map(\.name).joined(separator: ", ")
            throw ValidationError("no format “\(name)” to read; there are: \(names)")
        }
        return format
    }
}
