import ArgumentParser
import Language

/// `glosse evaluate`: a tagger's names against the right ones.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare names with the right ones: scores, confusions, errors.",
        discussion: """
            Strict scores want the same words and the same label, partial ones the same label and a word in common. Both \
            files have the same tokens; without a second one the program tags the first, and a second table says how many \
            of the names are right that it is so sure of.

            TimeML files (.tml, or a folder of them) hold dates, times, durations and sets with their values: the engine \
            is judged by place and value, and a second file or folder of another tagger stands beside it.
            """)

    @Argument(help: "The file with the right labels.")
    var gold: String

    @Argument(help: "The file to judge.")
    var found: String?

    @Option(help: "own compares labels as they are, news maps known corpora to PER, LOC, ORG, MISC.")
    var labels = LabelScheme.news

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Only these labels count.", valueName: "label"))
    var only: [String] = []

    @Option(help: "So many errors are listed at most.")
    var errors = 50

    @OptionGroup var names: NameModelOptions

    func validate() throws {
        if names.engine == .deep, found != nil {
            throw ValidationError("give a second file or --engine deep, not both")
        }
    }

    func run() throws {
        if let times = try TimeEvaluation(gold: gold, found: found) {
            times.printScores(errors: errors)
            return
        }
        let right = try GoldFile(argument: gold).sentences().map(counted)
        let judged: [TaggedSentence]
        var reliability = Reliability()
        var inner = InnerScores()
        /// What counts of a sentence's names, each noted as right or wrong.
        func judge(_ gold: TaggedSentence, _ names: [TaggedName]) -> TaggedSentence {
            let found = counted(TaggedSentence(words: gold.words, names: names))
            for name in found.names {
                guard let tagged = names.first(where: { $0.tokens == name.words }) else { continue }
                reliability.add(
                    confidence: tagged.confidence,
                    isRight: gold.names.contains { $0.words == name.words && $0.label == name.label })
            }
            return found
        }
        if let found {
            judged = try GoldFile(argument: found).sentences().map(counted)
        } else if names.engine == .fast {
            var run = TaggingRun(try names.tagger(), language: names.language?.rawValue)
            judged = right.map { gold in
                let names = run.names(in: gold.words)
                inner.add(gold, found: names) { run.names(inside: $0, $1, of: gold.words) }
                return judge(gold, names)
            }
        } else {
            var run = try names.run()
            judged = zip(right, try run.names(of: right.map(\.words))).map { judge($0, $1) }
        }
        guard right.map(\.words.count) == judged.map(\.words.count) else {
            throw FileError(
                "\(found ?? gold): has other sentences or tokens than \(gold); tag that file again")
        }
        let scores = NameScores(zip(right, judged).map { (gold: $0, found: $1) })
        print(scores.table())
        print("\n" + scores.confusion())
        if found == nil { print("\n" + reliability.table()) }
        if !inner.isEmpty { print("\n" + inner.table()) }
        let listed = scores.errors()
        if errors > 0, !listed.isEmpty { print() }
        for line in listed.prefix(errors) { print(line.printable) }
        if listed.count > errors, errors > 0 {
            print("… and \(listed.count - errors) more; --errors lists them")
        }
    }

    private func counted(_ sentence: TaggedSentence) -> TaggedSentence {
        sentence.mapping { name in
            labels.label(name).flatMap { only.isEmpty || only.contains($0) ? $0 : nil }
        }
    }
}
