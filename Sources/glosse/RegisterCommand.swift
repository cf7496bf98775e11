import ArgumentParser
import Articles
import Formats
import Language
import Storage

/// `glosse register`: people, organisations and places of many articles with their facts, and where articles differ.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "List who and what many articles are about, with all facts, and where they differ.",
        discussion: """
            Each person, organisation and place with the articles that name it and its facts by date; then what articles \
            say differently of the same: one has 40 injured, another 43. What you decided in the library counts; what you \
            have not looked at yet the engine suggests.
            """)

    @Argument(help: "Files, folders and, with --fetch, addresses; without any, the library.")
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "The format of the files, when names and contents do not tell.", valueName: "format"))
    var from: String?

    @Option(help: "How the register is written: text, jsonl or markdown.")
    var to: RegisterListing.Style = .text

    @Option(help: ArgumentHelp("Only names with these words in them.", valueName: "words"))
    var name = ""

    @Option(
        name: .customLong("label"),
        help: ArgumentHelp("Only PER, ORG or LOC; may be given several times.", valueName: "label"))
    var labels: [String] = []

    @Option(
        name: .customLong("kind"),
        help: ArgumentHelp(
            "Only facts of this kind, such as quote; may be given several times.", valueName: "kind"))
    var kinds: [String] = []

    @Option(help: ArgumentHelp("At most so many names.", valueName: "number"))
    var limit = 1000

    @Flag(help: "Only what articles say differently.")
    var differences = false

    @OptionGroup var article: ArticleOptions
    @OptionGroup var fetching: FetchOptions
    @OptionGroup var personal: PersonalOptions
    @OptionGroup var facts: PatternOptions
    @OptionGroup var reading: EngineOptions

    func validate() throws {
        let all = Register.usualLabels.map(\.name)
        for label in labels where !all.contains(label) {
            throw ValidationError(
                "a register has no “\(label)”; there are: \(all.sorted().joined(separator: ", "))")
        }
        for kind in kinds where Schema.news.fact(kind) == nil {
            let names = Schema.news.facts.map(\.name).joined(separator: ", ")
            throw ValidationError("no kind of fact “\(kind)”; there are: \(names)")
        }
        if limit < 0 { throw ValidationError("--limit must not be negative") }
    }

    func run() throws {
        let (layer, patterns) = (try personal.layer(.embedded), try facts.tables())
        var register = Register()
        var hasErrors = false
        func add(_ document: Document) throws {
            var document = document
            try document.suggestAll(reading.pipeline(for: document.text, personal: layer, patterns))
            register.add(document)
        }
        if paths.isEmpty {
            let library = try Library.open(at: personal.kept.path, for: .reading)
            for row in try library.list(by: ArticleOrder(by: .added), limit: 1_000_000) {
                do {
                    let annotations = try library.load(row.key).annotations
                    try add(Document(article: try library.wholeArticle(row.key), annotations: annotations))
                } catch let error as LibraryError {
                    StandardError.line("error: \(error)")
                    hasErrors = true
                }
            }
        } else {
            let format = try Format.toRead(from)
            var source = try DocumentSource(
                arguments: paths, format: format, properties: article.properties, web: fetching.web)
            try source.forEach { try add($0) }
            hasErrors = !source.errors.isEmpty
        }
        try write(register)
        if hasErrors { throw ExitCode(1) }
    }

    private func write(_ register: Register) throws {
        let listing = RegisterListing(to, register)
        var output = StandardOutput()
        var wanted = differences ? [] : register.entries
        if !labels.isEmpty { wanted.removeAll { !labels.contains($0.label.name) } }
        let words = name.lowercased()
        if !words.isEmpty { wanted.removeAll { !$0.name.lowercased().contains(words) } }
        for var entry in wanted.prefix(limit) {
            if !kinds.isEmpty { entry = entry.only(kinds: Set(kinds)) }
            try output.write(listing.text(of: entry).utf8)
        }
        try output.write(listing.text(of: register.differences.filter(isWanted)).utf8)
        try output.flush()
    }

    private func isWanted(_ difference: Difference) -> Bool {
        (kinds.isEmpty || kinds.contains(difference.kind))
            && (name.isEmpty || difference.about.lowercased().contains(name.lowercased()))
    }
}
