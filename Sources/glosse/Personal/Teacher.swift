import Articles
import Dispatch
import Language
import Storage
import Synchronization

/// Teaches the engine what a person decides, keeps it in the library, and gives the engine what it has learned.
///
/// Lessons are learned one after the other, beside the loop. The library keeps each sentence at once; what was made of
/// them all is written when an article is closed, and learned anew from the sentences if that is lost.
final class Teacher: Sendable {
    private struct Content {
        var layer = PersonalLayer()
        var learner: PersonalLearner?
        /// The last lesson of the library that is in the layer.
        var sequence = 0
        var generation = 0
        var isLoaded = false
        var isSaved = true
        /// Whether the library holds what cannot be read; nothing more is learned on top of it.
        var isBroken = false
    }

    private let library: Library
    private let schema: String
    private let tagger: NameTagger
    private let content = Mutex(Content())
    /// One lesson after the other.
    let queue = DispatchQueue(label: "lessons")

    /// Nil without a model of names to teach.
    init?(_ library: Library, schema: String, tagger: NameTagger? = .embedded) {
        guard let tagger else { return nil }
        self.library = library
        self.schema = schema
        self.tagger = tagger
    }

    /// The engine with what it has learned; reads the library when that has not been done. For the background.
    /// - Throws: when the library holds something that cannot be used; the shipped engine works without it.
    /// - Parameters:
    ///   - patterns: of facts, the person's own.
    ///   - deep: what the deep engine says beside it.
    func pipeline(
        _ patterns: [PatternTable] = [], deep: (SecondReading, SecondReading.Effort)? = nil
    ) throws -> Pipeline {
        let layer = try layer()
        if layer.isEmpty, patterns.isEmpty, deep == nil { return .news }
        return .news(tagger, personal: layer.isEmpty ? nil : layer, patterns: patterns, deep: deep)
    }

    /// What it has learned.
    func layer() throws -> PersonalLayer {
        try content.withLock { content in
            try load(&content)
            return content.layer
        }
    }

    /// Learns from what was decided at some places of an article.
    /// - Returns: whether the engine may find something else now.
    /// - Parameter deep: what the deep engine says of the article, when it has a say.
    func learn(
        _ article: Article, _ annotations: Annotations, at places: [Span],
        _ deep: (SecondReading, SecondReading.Effort)? = nil
    ) throws -> Bool {
        let lessons = try DecidedSentence.lessons(of: article, annotations, touching: places, deep)
        return try content.withLock { content in
            try load(&content)
            var hasChanged = false
            for (sentence, opinion) in lessons {
                if try learn(sentence, opinion, &content) { hasChanged = true }
            }
            return hasChanged
        }
    }

    /// Takes in sentences from elsewhere.
    func learn(_ sentences: [DecidedSentence]) throws {
        try content.withLock { content in
            try load(&content)
            for sentence in sentences { _ = try learn(sentence, nil, &content) }
        }
    }

    /// All that was learned, the oldest first.
    func sentences() throws -> [DecidedSentence] {
        try Self.sentences(library.lessons(of: schema).lessons, library)
    }

    /// Writes down what was made of the lessons.
    func save() throws(LibraryError) {
        let (bytes, sequence, generation) = content.withLock { content in
            defer { content.isSaved = true }
            let bytes = content.isSaved ? nil : content.layer.bytes(with: tagger)
            return (bytes, content.sequence, content.generation)
        }
        guard let bytes else { return }
        try library.saveLayer(bytes, of: schema, upTo: sequence, generation: generation)
    }

    func forget() throws(LibraryError) {
        let generation = try library.forgetLessons(of: schema)
        content.withLock { $0 = Content(generation: generation, isLoaded: true) }
    }

    private func learn(
        _ sentence: DecidedSentence, _ opinion: SecondOpinion?, _ content: inout Content
    ) throws -> Bool {
        guard !content.isBroken else { return false }
        let isDecided = !sentence.decisions.isEmpty
        guard isDecided || content.layer.knows(sentence) else { return false }
        let sequence = try library.teach(
            isDecided ? sentence.line : nil, key: sentence.key, of: schema, generation: content.generation)
        guard let sequence else {
            // Another program has forgotten everything: this is where it begins anew.
            content = Content()
            try load(&content)
            return try learn(sentence, opinion, &content)
        }
        if sequence > content.sequence + 1 { try catchUp(&content, except: sentence.key) }
        content.sequence = max(content.sequence, sequence)
        content.isSaved = false
        return learnInMemory(sentence, opinion, &content)
    }

    private func learnInMemory(
        _ sentence: DecidedSentence, _ opinion: SecondOpinion?, _ content: inout Content
    ) -> Bool {
        var learner = content.learner ?? PersonalLearner(tagger)
        // Handed over, not copied.
        content.learner = nil
        defer { content.learner = learner }
        return learner.learn(sentence, with: opinion, into: &content.layer)
    }

    /// Learns what other programs have taught meanwhile.
    private func catchUp(_ content: inout Content, except own: UInt64) throws {
        let others = try library.lessons(
            of: schema, after: content.sequence, generation: content.generation)
        for lesson in others ?? [] where lesson.key != own {
            if let sentence = try? DecidedSentence(line: lesson.sentence) {
                _ = learnInMemory(sentence, nil, &content)
            }
        }
    }

    private func load(_ content: inout Content) throws {
        guard !content.isLoaded else { return }
        content.isLoaded = true
        content.isBroken = true
        let stored = try library.lessons(of: schema)
        content.generation = stored.generation
        content.sequence = stored.lessons.last?.sequence ?? stored.sequence
        let sentences = try Self.sentences(stored.lessons, library)
        let made = stored.lessons.prefix { $0.sequence <= stored.sequence }.count
        if let bytes = stored.layer,
            let layer = try? PersonalLayer(
                bytes: bytes, sentences: Array(sentences[..<made]), with: tagger)
        {
            content.layer = layer
            for sentence in sentences[made...] { _ = learnInMemory(sentence, nil, &content) }
        } else {
            // Nobody has written it down, or another version of the program has.
            for sentence in sentences { _ = learnInMemory(sentence, nil, &content) }
        }
        content.isBroken = false
        content.isSaved = made == sentences.count && stored.layer != nil
    }

    private static func sentences(
        _ lessons: [StoredLessons.Lesson], _ library: Library
    ) throws -> [DecidedSentence] {
        try lessons.map { lesson in
            do throws(LessonError) {
                return try DecidedSentence(line: lesson.sentence)
            } catch {
                throw FileError(
                    "what the engine has learned is damaged; :forget all begins anew (lesson \(lesson.sequence) of "
                        + "\(library.path) \(error))")
            }
        }
    }
}
