import ArgumentParser
import Articles
import Formats
import Language

/// `glosse facts FILE…`: who says what, who holds which office, what happens, who gives how much.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Print the facts of articles, a line each that reads as a sentence.",
        discussion: """
            Text groups the facts by their kind; jsonl has a fact a line with its slots and offsets in code points; csv \
            and markdown have a row a fact.
            """)

    @Argument(help: "Files, folders and, with --fetch, addresses; - is standard input.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The format of the files, when names and contents do not tell.", valueName: "format"))
    var from: String?

    @Option(help: "How the facts are written: text, jsonl, csv or markdown.")
    var to: FactListing.Style = .text

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp("Only facts of this kind; may be given several times.", valueName: "kind"))
    var kinds: [String] = []

    @Option(help: ArgumentHelp("Leave facts below this confidence out.", valueName: "0…1"))
    var confidence: Float = 0

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var personal: PersonalOptions
    @OptionGroup var facts: PatternOptions
    @OptionGroup var reading: EngineOptions

    func validate() throws {
        if paths.isEmpty { throw ValidationError("name files to read, or - for standard input") }
        guard 0...1 ~= confidence else { throw ValidationError("a confidence is from 0 to 1") }
        for kind in kinds where Schema.news.fact(kind) == nil {
            let names = Schema.news.facts.map(\.name).joined(separator: ", ")
            throw ValidationError("no kind of fact “\(kind)”; there are: \(names)")
        }
    }

    func run() throws {
        let format = try Format.toRead(from)
        var source = try DocumentSource(
            arguments: paths, format: format, properties: article.properties, web: fetching.web)
        let (layer, patterns) = (try personal.layer(.embedded), try facts.tables())
        var listing = FactListing(to, isSingle: source.paths.count == 1)
        var output = StandardOutput()
        try output.write(listing.header.utf8)
        try source.forEach { document in
            var document = document
            try document.suggestAll(reading.pipeline(for: document.text, personal: layer, patterns))
            let wanted = document.annotations.facts.filter { fact in
                fact.status != .rejected && (kinds.isEmpty || kinds.contains(fact.kind))
                    && (fact.origin.confidence ?? 1) >= confidence
            }
            try output.write(listing.lines(of: wanted, in: document).utf8)
        }
        try output.flush()
        if !source.errors.isEmpty { throw ExitCode(1) }
    }
}
