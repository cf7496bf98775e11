import Articles
import Testing

@testable import Language

@Suite struct TaggingTests {
    private func run(_ language: String? = nil) throws -> TaggingRun {
        TaggingRun(try #require(NameTagger.embedded), language: language)
    }

    @Test("the embedded model tags German and English words in the IOB2 scheme")
    func labels() throws {
        var run = try run()
        #expect(
            run.labels(of: ["Angela", "Merkel", "besuchte", "gestern", "Paris", "."])
                == ["B-PER", "I-PER", "O", "O", "B-LOC", "O"])
        #expect(
            run.labels(
                of: "Yesterday Barack Obama spoke to the people in Chicago .".split(separator: " ").map(
                    String.init))
                == ["O", "B-PER", "I-PER", "O", "O", "O", "O", "O", "B-LOC", "O"])
    }

    @Test("a clear name is found with more confidence than a doubtful one")
    func confidence() throws {
        var run = try run("de")
        let clear = try #require(run.names(in: ["Er", "reiste", "nach", "Berlin", "."]).first)
        #expect(clear.label == "LOC")
        #expect(0.8...1 ~= clear.confidence)
        for name in run.names(in: ["Die", "Quandolin", "Xyra", "und", "der", "Rat", "des", "Brax"]) {
            #expect(0...clear.confidence ~= name.confidence)
        }
    }

    @Test(
        "whatever the words are, each has a label, and no name begins inside",
        arguments: [
            [], [""], ["."], ["日本", "の", "首相"], ["Η", "Αθήνα"], ["ANGELA", "MERKEL", "KOMMT"],
            ["\u{0}", "\u{FFFD}"],
            ["D1e", "Reg1erung", "ln", "Ber1in"], ["в", "Москве"], [String(repeating: "ä", count: 10_000)],
        ])
    func oddWords(words: [String]) throws {
        var run = try run()
        let labels = run.labels(of: words)
        #expect(labels.count == words.count)
        for (before, label) in zip(["O"] + labels, labels) where label.hasPrefix("I-") {
            #expect(before.dropFirst(2) == label.dropFirst(2))
        }
    }

    @Test(
        "100,000 words in one sentence take a hundred times what 1,000 take, not more",
        .timeLimit(.minutes(2)))
    func longSentence() throws {
        var run = try run("de")
        let words = (0..<100_000).map { $0 % 5 == 4 ? "Berlin" : "in" }
        #expect(run.labels(of: words).count { $0 == "B-LOC" } > 15_000)
    }

    @Test("a text is printed token by token, with a blank line behind each sentence")
    func lines() throws {
        var run = try run()
        let text = Text("Er reiste nach Berlin. Sie blieb.")
        var output: [UInt8] = []
        run.appendLines(ofParagraph: 0, in: text, to: &output)
        #expect(
            String(decoding: output, as: UTF8.self)
                == "Er\tO\nreiste\tO\nnach\tO\nBerlin\tB-LOC\n.\tO\n\nSie\tO\nblieb\tO\n.\tO\n\n")
    }

    @Test("a model that is damaged, cut off or of another task is refused with a reason")
    func refused() throws {
        let reader = try #require(WordReader.embedded)
        var trainer = NameTrainer(reader)
        trainer.add(
            TaggedSentence(words: ["Berlin", "liegt", "hier"], labels: ["B-LOC", "O", "O"]), corpus: "a")
        let model = trainer.train(following: .init(german: "a", english: "a"))
        _ = try NameTagger(bytes: model)
        var flipped = model
        flipped[model.count / 2] ^= 1
        #expect(throws: ModelError.damaged) { try NameTagger(bytes: flipped) }
        #expect(throws: ModelError.self) { try NameTagger(bytes: Array(model.dropLast(9))) }
        #expect(throws: ModelError.foreign) { try NameTagger(bytes: []) }
        var other = ModelWriter()
        other.add("labels", lines: ["O"])
        let error = try #require(throws: ModelError.self) { try NameTagger(bytes: other.bytes()) }
        #expect(error.kind == .task)
    }
}
