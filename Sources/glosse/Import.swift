import ArgumentParser
import Articles
import Formats
import Storage

/// Takes articles and annotations into the library.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take articles and their annotations into the library.",
        discussion: """
            An article whose text is in the library already gets the annotations added, as one change that undo takes \
            back in the reader. Where the text there has other white space, line ends or signs, as with files of tokens, \
            they are placed on it, and what has no place is named.
            """)

    @Argument(
        help: "Files, folders and, with --fetch, addresses; - is standard input. For brat name the .ann file."
    )
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The format of the files, when names and contents do not tell.", valueName: "format"))
    var from: String?

    @OptionGroup var placing: PlacingOptions

    @Flag(help: "Keep a text that the library has with other white space or signs as an article of its own.")
    var apart = false

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var kept: LibraryOptions

    func run() throws {
        let library = try Library.open(at: kept.path)
        var source = try DocumentSource(
            arguments: paths, format: try Format.toRead(from), properties: article.properties,
            web: fetching.web)
        var articles = 0
        var annotations = 0
        var placing = try Placing(self.placing, in: apart ? nil : library)
        var keptCount = 0
        try source.forEach { document in
            let added = try Self.add(placing.placed(document), to: library)
            annotations += added.count
            articles += 1
            guard added.keptCount > 0 else { return }
            keptCount += added.keptCount
            StandardError.line(
                "warning: \(document.article.name): \(added.keptCount.of("annotation")) not taken in, because somebody has "
                    + "decided otherwise in the library; glosse compare shows where")
        }
        let moved = placing.movedCount == 0 ? "" : ", \(placing.movedCount) placed on texts that are there"
        StandardError.line(
            "\(articles.of("article")), \(annotations.of("annotation")) imported into \(kept.path)\(moved)")
        if !source.errors.isEmpty || placing.lostCount > 0 || keptCount > 0 { throw ExitCode(1) }
    }

    /// - Returns: how many annotations are new or changed, and how many others stay as somebody else decided them.
    private static func add(
        _ document: Document, to library: Library
    ) throws -> (count: Int, keptCount: Int) {
        let now = Effects.now
        let key = try library.add(document.article, at: now)
        let stored = try library.load(key)
        let counts = Counts(of: document.annotations)
        guard stored.sequence > 0 || !stored.annotations.isEmpty else {
            guard !document.annotations.isEmpty else { return (0, 0) }
            try library.importAnnotations(document.annotations, onto: key, counts: counts, at: now)
            return (document.annotations.all.count, 0)
        }
        var merged = Document(
            article: document.article, annotations: stored.annotations, session: try library.session())
        merged.restoreHistory(stored.steps)
        let (changes, others) = merged.merge(of: document.annotations)
        guard let step = merged.perform(Edit("import", changes)) else { return (0, others.count) }
        try library.save(step, of: key, counts: Counts(of: merged.annotations), at: now)
        try library.saveSnapshot(of: key)
        return (changes.count, others.count)
    }
}
