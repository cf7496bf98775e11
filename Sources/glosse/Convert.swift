import ArgumentParser
import Articles
import Formats
import Glibc

/// Turns files of one format into another, without the library.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn annotated files from one format into another, without the library.",
        discussion: """
            What the format cannot carry is counted on stderr, and everything that is written is read back and \
            compared. Folders are searched for files of the format that --from names, or for articles.
            """)

    @Argument(
        help: "Files, folders and, with --fetch, addresses; - is standard input. For brat name the .ann file."
    )
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The format of the files, when names and contents do not tell.", valueName: "format"))
    var from: String?

    @Flag(help: .hidden)
    var timing = false

    @OptionGroup var placing: PlacingOptions
    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("name files to convert, or - for standard input") }
    }

    func run() throws {
        if timing { return try printTiming() }
        var source = try DocumentSource(
            arguments: paths, format: try Format.toRead(from), properties: article.properties,
            web: fetching.web)
        var sink = DocumentSink(output)
        source.paths.forEach { sink.protect($0) }
        try sink.checkTarget()
        var placing = try Placing(self.placing)
        try source.forEach { document in try sink.add(placing.placed(document)) }
        try sink.finish()
        if !source.errors.isEmpty || placing.lostCount > 0 { throw ExitCode(1) }
    }

    /// Prints how long reading and writing take the processor, from memory to memory, for the measurement of formats.
    private func printTiming() throws {
        var (read, write) = (0.0, 0.0)
        var byteCount = 0
        for path in paths {
            let bytes = try FileBytes.read(path)
            let format = try Format.toRead(from) ?? Format.reading(path, bytes)
            let input = format.input(path, bytes)
            let start = Self.processorSeconds
            let imported = try format.read(input)
            let middle = Self.processorSeconds
            byteCount += bytes.count + input.companions.values.reduce(0) { $0 + $1.count }
            var export = Export(to: output.chosen, output.export)
            var written = 0
            for document in imported.documents { written += try export.add(document).bytes.count }
            read += middle - start
            write += Self.processorSeconds - middle
        }
        print("{\"bytes\": \(byteCount), \"read_seconds\": \(read), \"write_seconds\": \(write)}")
    }

    /// What this program has used so far: on a busy machine time on the clock says little.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
