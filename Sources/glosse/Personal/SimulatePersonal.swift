import ArgumentParser
import Articles
import Language

/// `glosse personal simulate`: how fast the engine learns, on gold data; not in the help, since only
/// `Tests/bench/learning` calls it.
struct SimulatePersonal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Measure how fast the engine learns, on gold data.",
        shouldDisplay: false)

    @Argument(help: "JSON lines with right mentions.")
    var gold: String

    @Option(
        parsing: .upToNextOption, help: "Labels that the model knows, as in the data and as in the model.")
    var known: [String] = ["person=PER", "location=LOC", "organization=ORG"]

    @Option(parsing: .upToNextOption, help: "Labels of the person's own; others in the data do not count.")
    var own: [String]

    @Option(parsing: .upToNextOption, help: "After how many corrections to look.")
    var after: [Int] = [10, 50, 200, 1000]

    @Option(help: "The order of the articles, of which the last third is judged.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Let the deep engine with this model take part.", valueName: "file"))
    var deep: String?

    @OptionGroup var names: NameModelOptions

    func run() throws {
        let tagger = try names.tagger()
        var random = SplitMix(seed: seed)
        let assignments = try self.assignments().shuffled(using: &random)
        let cut = assignments.count * 2 / 3
        var course = LearningCourse(
            tagger, schema: schema, own: Set(own.map { Label($0) }), judged: Array(assignments[cut...]),
            deep: try deep.map { path in
                try FileBytes.model(path) { bytes throws(ModelError) in try DeepTagger(bytes: bytes) }
            })
        print(
            "corrections  new labels: P R F1   known labels: P R F1   accepted (shipped)   update, processor time p50 p95"
        )
        print(try course.line())
        var looks = after.sorted()
        for assignment in assignments[..<cut] {
            try course.work(through: assignment) { course in
                guard let look = looks.first, course.corrections >= look else { return !looks.isEmpty }
                looks.removeFirst()
                print(try course.line())
                return !looks.isEmpty
            }
            if looks.isEmpty { return }
        }
        print(try course.line())
    }

    private var renamed: [String: String] {
        var renamed = Dictionary(own.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        for pair in known {
            let parts = pair.split(separator: "=").map(String.init)
            if parts.count == 2 { renamed[parts[0]] = parts[1] }
        }
        return renamed
    }

    private var schema: Schema {
        Schema(
            name: "simulated",
            labels: Set(renamed.values).sorted().map {
                LabelKind(Label($0), title: $0, role: "entity")
            })
    }

    /// Each text once; of mentions that overlap the longest.
    private func assignments() throws -> [SimulatedPerson.Assignment] {
        let renamed = renamed
        var seen: Set<String> = []
        return try GoldFile(argument: gold).articles().compactMap { text, mentions in
            guard seen.insert(text.string(in: text.bounds)).inserted else { return nil }
            var kept: [Mention] = []
            for mention in mentions.sorted(by: { $0.bounds.count > $1.bounds.count }) {
                guard let label = renamed[mention.label.name],
                    !kept.contains(where: { $0.bounds.overlaps(mention.bounds) })
                else { continue }
                var mention = mention
                mention.label = Label(label)
                kept.append(mention)
            }
            return SimulatedPerson.Assignment(
                article: Article(name: gold, text: text), gold: kept.sorted { $0.bounds < $1.bounds })
        }
    }
}
