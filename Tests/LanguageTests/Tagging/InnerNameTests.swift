import Articles
import Testing

@testable import Language

@Suite struct InnerNameTests {
    private static let towns = ["Brandau", "Lindfurt", "Ostheim", "Talbach", "Neuwerder", "Karstadt"]

    /// `die [Universität [Brandau]LOC]ORG` and `die [Deutsche Bank]ORG`, in turns.
    private static let sentences: [TaggedSentence] = (0..<36).map { number in
        number % 2 == 0
            ? TaggedSentence(
                words: ["Er", "lobt", "die", "Universität", towns[number % towns.count], "."],
                labels: ["O", "O", "O", "B-ORG", "I-ORG", "O"], inner: ["O", "O", "O", "O", "B-LOC", "O"])
            : TaggedSentence(
                words: ["Er", "lobt", "die", "Deutsche", "Bank", "."],
                labels: ["O", "O", "O", "B-ORG", "I-ORG", "O"],
                inner: ["O", "O", "O", "B-LOCderiv", "O", "O"])
    }

    private func run(_ sentences: [TaggedSentence]) throws -> TaggingRun {
        var options = NameTrainer.Options()
        options.epochs = 10
        var trainer = try NameTrainer(options: options)
        for sentence in sentences { trainer.add(sentence, corpus: "small") }
        let model = trainer.train(following: .init(german: "small", english: "small"))
        return TaggingRun(try NameTagger(bytes: model), language: "de")
    }

    @Test("a town inside a university's name is found, and no derived form")
    func town() throws {
        var run = try run(Self.sentences)
        let outer = try #require(
            run.names(in: ["Er", "lobt", "die", "Universität", "Quandorf", "."]).first)
        #expect(outer.tokens == 3..<5)
        #expect(outer.inner.map(\.tokens) == [4..<5])
        #expect(outer.inner.map(\.label) == ["LOC"])
        #expect(run.names(in: ["Er", "lobt", "die", "Deutsche", "Bank", "."]).flatMap(\.inner).isEmpty)
    }

    @Test("nothing is found inside a name of one word, of its own class, or outside the sentence")
    func nothing() throws {
        var run = try run(Self.sentences)
        let words = ["Er", "lobt", "Universität", "Brandau"]
        #expect(run.names(inside: 3..<4, "ORG", of: words).isEmpty)
        #expect(run.names(inside: 2..<4, "LOC", of: words).allSatisfy { $0.label != "LOC" })
        #expect(run.names(inside: 2..<9, "ORG", of: words).isEmpty)
        #expect(run.names(inside: 0..<2, "ORG", of: []).isEmpty)
    }

    @Test("a corpus without names inside names makes a model that finds none")
    func withoutInner() throws {
        var run = try run(Self.sentences.map { TaggedSentence(words: $0.words, labels: $0.labels) })
        #expect(run.names(in: Self.sentences[0].words).map(\.inner) == [[]])
    }

    @Test("the engine suggests a town inside an organisation as a mention of its own")
    func engine() throws {
        let text = Text("Sie lehrt an der Universität Köln.")
        let names = try suggestions("Sie lehrt an der Universität Köln.", language: "de").mentions
        #expect(names.map { text.string(in: $0.bounds) } == ["Universität Köln", "Köln"])
        #expect(names.map(\.label) == ["ORG", "LOC"])
        #expect(names.allSatisfy { $0.status == .suggested })
    }

    @Test("GermEval's column of names inside names is read, and mapped like the other")
    func column() throws {
        let file = "1\tFC\tB-ORG\tO\n2\tBonn\tI-ORG\tB-LOC\n3\tsiegt\tO\tO\n"
        let sentence = try #require(ColumnReader(file).sentences.first)
        #expect(sentence.inner == ["O", "B-LOC", "O"])
        #expect(sentence.innerNames.map(\.words) == [1..<2])
        #expect(sentence.mapping { $0 == "ORG" ? $0 : nil }.inner == ["O", "O", "O"])
        #expect(ColumnReader("Bonn\tB-LOC\tO\nruft\tO\tO\n").sentences.first?.inner == [])
    }
}
