import Articles
import Glibc
import Language

/// What a simulated person teaches, and how well the engine does meanwhile on articles that the person does not see.
struct LearningCourse {
    private let tagger: NameTagger
    private let schema: Schema
    private let own: Set<Label>
    private let judged: [SimulatedPerson.Assignment]
    /// The deep engine's part in it; what it says of an article is kept.
    private let deep: DeepTagger?
    private var readings: [String: SecondReading] = [:]
    private var layer = PersonalLayer()
    private var learner: PersonalLearner
    private(set) var corrections = 0
    private var seen = 0
    private var accepted = 0
    /// The same for the engine as it came, on the same articles.
    private var shipped = (seen: 0, accepted: 0)
    private var milliseconds: [Double] = []

    init(
        _ tagger: NameTagger, schema: Schema, own: Set<Label>, judged: [SimulatedPerson.Assignment],
        deep: DeepTagger? = nil
    ) {
        self.deep = deep
        self.tagger = tagger
        self.schema = schema
        self.own = own
        self.judged = judged
        learner = PersonalLearner(tagger)
    }

    /// Lets the person decide about all of an article.
    /// - Parameter look: called after each decision; false ends the work.
    mutating func work(
        through assignment: SimulatedPerson.Assignment, look: (inout LearningCourse) throws -> Bool
    ) throws {
        let person = SimulatedPerson(gold: assignment.gold)
        var document = Document(article: assignment.article)
        let right = Set(assignment.gold.map(SimulatedPerson.Key.init))
        let untaught = try suggestions(for: assignment.article, PersonalLayer()).mentions
        shipped.seen += untaught.count
        shipped.accepted += untaught.count { right.contains(SimulatedPerson.Key($0)) }
        document.suggest(try suggestions(for: assignment.article, layer), in: document.text.bounds)
        while let decision = person.next(in: &document) {
            guard document.perform(Edit("decide", decision.changes)) != nil else { return }
            seen += decision.seen
            accepted += decision.accepted
            corrections += decision.corrections
            let start = Self.processorTime
            var hasChanged = false
            let lessons = try DecidedSentence.lessons(
                of: document.article, document.annotations, touching: [decision.place],
                second(document.article))
            for (sentence, opinion) in lessons
            where learner.learn(sentence, with: opinion, into: &layer) {
                hasChanged = true
            }
            milliseconds.append((Self.processorTime - start) * 1000)
            if hasChanged {
                document.suggest(try suggestions(for: document.article, layer), in: document.text.bounds)
            }
            guard try look(&self) else { return }
        }
    }

    /// The seconds that this thread has worked, whatever else the machine does.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Scores after so many corrections.
    mutating func line() throws -> String {
        var counts: [Bool: (right: Int, found: Int, gold: Int)] = [:]
        for assignment in judged {
            let right = Set(assignment.gold.map(SimulatedPerson.Key.init))
            for mention in assignment.gold {
                counts[own.contains(mention.label), default: (0, 0, 0)].gold += 1
            }
            for mention in try suggestions(for: assignment.article, layer).mentions {
                let isOwn = own.contains(mention.label)
                counts[isOwn, default: (0, 0, 0)].found += 1
                if right.contains(SimulatedPerson.Key(mention)) {
                    counts[isOwn, default: (0, 0, 0)].right += 1
                }
            }
        }
        let sorted = milliseconds.sorted()
        func quantile(_ share: Double) -> String {
            sorted.isEmpty ? "–" : Self.tenths(sorted[Int(Double(sorted.count - 1) * share)])
        }
        return [
            String(corrections), Self.scores(counts[true] ?? (0, 0, 0)),
            Self.scores(counts[false] ?? (0, 0, 0)),
            "\(Self.percent(accepted, seen)) (\(Self.percent(shipped.accepted, shipped.seen)))",
            "\(quantile(0.5)) \(quantile(0.95)) ms",
        ].joined(separator: " | ")
    }

    private mutating func second(_ article: Article) -> (SecondReading, SecondReading.Effort)? {
        guard let deep else { return nil }
        let text = article.text.string(in: article.text.bounds)
        let reading = readings[text] ?? SecondReading(with: tagger) { deep }
        readings[text] = reading
        return (reading, .all)
    }

    private mutating func suggestions(for article: Article, _ layer: PersonalLayer) throws -> Suggestions {
        try Pipeline.news(tagger, personal: layer, deep: second(article)).suggestions(
            for: article, paragraphs: 0..<article.text.paragraphCount
        ).limited(to: schema)
    }

    private static func scores(_ count: (right: Int, found: Int, gold: Int)) -> String {
        let f1 = percent(2 * count.right, count.found + count.gold)
        return "\(percent(count.right, count.found)) \(percent(count.right, count.gold)) \(f1)"
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        tenths(100 * Double(part) / Double(max(1, whole)))
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
