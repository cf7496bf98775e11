import ArgumentParser
import Articles
import Language

/// `glosse parse FILE`: what grammar says about a text, as CoNLL-U.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Print parts of speech, lemmas and dependencies of a text as CoNLL-U.",
        discussion: """
            With --gold the file is CoNLL-U, its words are parsed as they stand, and scores are printed. With --engine \
            deep a transformer of glosse train deep says parts of speech and dependencies; lemmas and inflections are \
            those of the fast engine, as is all else where the transformer is silent.
            """)

    @Argument(help: "The text file; - is standard input.")
    var file: String

    @Option(help: "The language: de or en. Without it the text tells; treebanks are taken for German.")
    var language: String?

    @Option(help: ArgumentHelp("A model of train pos instead of the embedded one.", valueName: "file"))
    var tagger: String?

    @Option(help: ArgumentHelp("A model of train dep instead of the embedded one.", valueName: "file"))
    var parser: String?

    @Option(
        help: "fast is linear models, deep a transformer, which is better and some thirty times slower.")
    var engine = NameModelOptions.Engine.fast

    @Option(help: ArgumentHelp("A model of train deep instead of the embedded one.", valueName: "file"))
    var model: String?

    @Flag(help: "Score the models on a treebank.")
    var gold = false

    @Flag(help: "Print only how fast the text is parsed, alone and with names, to standard error.")
    var timing = false

    func validate() throws {
        if model != nil, engine == .fast { throw ValidationError("--model goes with --engine deep") }
        if engine == .deep, model == nil, !DeepTagger.isEmbedded {
            throw ValidationError("this program was built without the deep engine; name a model with --model")
        }
    }

    func run() throws {
        let bytes = file == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(file)
        let text = Text(bytes: bytes)
        let language = language ?? (gold ? nil : text.likelyLanguage) ?? "de"
        guard let syntax = try models(language) else {
            throw FileError("“\(language)” is no language that glosse parses; there are: de, en")
        }
        let deep = engine == .deep ? try deepRun() : nil
        if gold {
            try score(String(decoding: bytes, as: UTF8.self), syntax, deep)
        } else if timing {
            try time(text, syntax, deep, language)
        } else {
            try print(text, syntax, deep)
        }
    }

    private func models(_ language: String) throws -> Syntax? {
        let embedded = Syntax.embedded(language: language)
        let tagger = try tagger.map { try TagModel(bytes: FileBytes.read($0), language: language) }
        let parser = try parser.map { try ParserModel(bytes: FileBytes.read($0)) }
        guard let chosen = tagger ?? embedded?.tagger else { return nil }
        return Syntax(tagger: chosen, parser: parser ?? embedded?.parser)
    }

    private func deepRun() throws -> DeepRun {
        let tagger = try model.map { path in
            try FileBytes.model(path) { bytes throws(ModelError) in try DeepTagger(bytes: bytes) }
        }
        guard let tagger = tagger ?? DeepTagger.embedded, tagger.hasSyntax else {
            throw FileError(
                "\(model ?? "the program"): has a model that knows names only; train one with a treebank: glosse train deep"
            )
        }
        return DeepRun(tagger)
    }

    private func score(_ text: String, _ syntax: Syntax, _ deep: DeepRun?) throws {
        do throws(TreebankError) {
            let score = SyntaxScore(
                try Treebank(conllu: text), tagger: syntax.tagger, parser: syntax.parser, deep: deep)
            Swift.print("words                \(score.words)")
            Swift.print("part of speech       \(Share(score.accuracy))")
            Swift.print("lemma                \(Share(score.lemmaAccuracy))")
            Swift.print("inflection           \(Share(score.featureAccuracy))")
            Swift.print("head                 \(Share(score.heads))")
            Swift.print("head and relation    \(Share(score.relations))")
            let confusions = score.confusions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            for (pair, count) in confusions.prefix(10) { Swift.print("\(pair)\t\(count)") }
        } catch {
            throw FileError("\(file):\(error)")
        }
    }

    /// Twice over the text: parts of speech and dependencies alone, then names as well, paragraph by paragraph.
    private func time(_ text: Text, _ syntax: Syntax, _ deep: DeepRun?, _ language: String) throws {
        try report("parsed", text) { paragraph in
            try sentences(of: text, paragraph, syntax, deep)
        }
        guard let names = NameTagger.embedded else { return }
        var run = TaggingRun(names, language: language)
        var lines: [UInt8] = []
        try report("parsed, with names", text) { paragraph in
            lines.removeAll(keepingCapacity: true)
            run.appendLines(ofParagraph: paragraph, in: text, to: &lines)
            return try sentences(of: text, paragraph, syntax, deep)
        }
    }

    private func report(
        _ task: String, _ text: Text, _ work: (_ paragraph: Int) throws -> [ParsedSentence]
    ) throws {
        var words = 0
        let duration = try ContinuousClock().measure {
            for paragraph in 0..<text.paragraphCount {
                words += try work(paragraph).reduce(0) { $0 + $1.words.count }
            }
        }
        let speed = Double(words) / max(1e-9, duration / .seconds(1))
        StandardError.lines("\(words) words \(task), \(Int(speed)) a second")
    }

    private func sentences(
        of text: Text, _ paragraph: Int, _ syntax: Syntax, _ deep: DeepRun?
    ) throws -> [ParsedSentence] {
        let paragraphs = paragraph..<paragraph + 1
        guard let deep else { return try syntax.sentences(of: text, paragraphs: paragraphs) }
        return try syntax.sentences(of: text, paragraphs: paragraphs, deep)
    }

    private func print(_ text: Text, _ syntax: Syntax, _ deep: DeepRun?) throws {
        var output = StandardOutput()
        var start = 0
        var number = 0
        var waiting: ParsedSentence?
        for paragraph in 0..<text.paragraphCount {
            for sentence in try sentences(of: text, paragraph, syntax, deep) {
                if let waiting {
                    let next = sentence.span.start
                    number += 1
                    try output.write(
                        CoNLLU.lines(waiting, number: number, of: text, from: start, to: next).utf8)
                    start = next
                }
                waiting = sentence
            }
        }
        if let waiting {
            let end = text.bounds.end
            try output.write(
                CoNLLU.lines(waiting, number: number + 1, of: text, from: start, to: end).utf8)
        }
        try output.flush()
    }
}
