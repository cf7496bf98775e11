import Articles
import Testing

@testable import Language

/// Learning from one person, on top of the shipped model.
@Suite struct PersonalLayerTests {
    private let tagger: NameTagger

    init() throws { tagger = try #require(NameTagger.embedded) }

    /// A text in which a person has tagged everything that the marks say, and rejected what has a `!`.
    private static func document(_ marked: String) -> Document {
        let text = MarkedText(marked)
        let mentions = text.mentions.map { mention in
            var decided = mention
            if mention.label.name.hasSuffix("!") {
                decided.label = Label(String(mention.label.name.dropLast()))
                decided.status = .rejected
                decided.origin = .engine("model")
            }
            return decided
        }
        let article = Article(name: "test", language: "de", text: Text(text.plain))
        return Document(article: article, annotations: Annotations(mentions: mentions))
    }

    private func learn(_ marked: [String], into layer: inout PersonalLayer) {
        var learner = PersonalLearner(tagger)
        for text in marked {
            let document = Self.document(text)
            for sentence in DecidedSentence.alone(
                of: document.article, document.annotations, touching: [document.text.bounds])
            {
                _ = learner.learn(sentence, into: &layer)
            }
        }
    }

    private func suggestions(for text: String, _ layer: PersonalLayer?) throws -> [Mention] {
        let article = Article(name: "test", language: "de", text: Text(text))
        return try Pipeline.news(tagger, personal: layer).suggestions(
            for: article, paragraphs: 0..<article.text.paragraphCount
        ).mentions
    }

    private func marked(_ text: String, _ layer: PersonalLayer?) throws -> String {
        MarkedText.marking(try suggestions(for: text, layer), in: Text(text))
    }

    private static let ships = [
        "Gestern lief die Fähre [Seeadler](SHIP) aus dem Hafen aus.",
        "Am Abend lief die Fähre [Nordstern](SHIP) aus dem Hafen aus.",
        "Danach lief die Fähre [Möwe](SHIP) in den Hafen ein.",
    ]

    @Test("no bare sign is suggested after an office before a bracket was tagged")
    func signs() throws {
        var layer = PersonalLayer()
        let text =
            "Der bayerische [Ministerpräsident Edmund](ROLE) Stoiber (CSU) wird der Regierung nicht angehören."
        for _ in 0..<4 { learn([text, "Der [Kanzler Gerhard](ROLE) Schröder (SPD) geht."], into: &layer) }
        for text in [
            "Auch Stoiber (CSU) und Merkel (CDU) gingen.", "Ministerpräsident Edmund Stoiber (CSU) kam.",
            text,
        ] {
            for mention in try suggestions(for: MarkedText(text).plain, layer) {
                let words = Text(MarkedText(text).plain).string(in: mention.bounds)
                #expect(words.first?.isLetter == true && words.last?.isLetter == true, "\(words)")
            }
        }
    }

    @Test("a label of one's own is learned from three examples, and its origin tells so")
    func ownLabel() throws {
        var layer = PersonalLayer()
        learn(Self.ships, into: &layer)
        #expect(layer.ownLabels == ["SHIP"])
        let text = "Heute lief die Fähre Albatros aus dem Hafen aus."
        #expect(!(try marked(text, nil).contains("SHIP")))
        #expect(try marked(text, layer).contains("[Albatros](SHIP)"))
        let found = try suggestions(for: text, layer).first { $0.label == "SHIP" }
        #expect(found?.origin.name == "personal")
        #expect(found?.status == .suggested)
    }

    @Test("what the model knows stays as it was in other texts")
    func known() throws {
        var layer = PersonalLayer()
        learn(Self.ships, into: &layer)
        let text = "Angela Merkel reiste von Berlin nach Paris. Die NATO und die Europäische Union berieten."
        #expect(try marked(text, layer) == marked(text, nil))
    }

    @Test("an empty layer and one that has forgotten suggest exactly what the shipped engine does")
    func empty() throws {
        let text = "Die Ministerin Anna Berg sprach in Bremen über 40 Millionen Euro."
        #expect(try suggestions(for: text, PersonalLayer()) == suggestions(for: text, nil))
        #expect(PersonalLayer().isEmpty)
    }

    @Test("a finding of the rules that was rejected twice is not suggested again, until it is accepted")
    func refusals() throws {
        let text = "Das kostete damals 40 Millionen Euro."
        #expect(try marked(text, nil).contains("[40 Millionen Euro](MONEY"))
        var layer = PersonalLayer()
        learn(["Er nahm [40 Millionen Euro](MONEY!) ein."], into: &layer)
        #expect(try marked(text, layer).contains("MONEY"))
        learn(["Sie gab [40 Millionen Euro](MONEY!) aus."], into: &layer)
        #expect(!(try marked(text, layer).contains("MONEY")))
        // The same sentence decided otherwise counts once, as it is now.
        learn(["Sie gab [40 Millionen Euro](MONEY) aus."], into: &layer)
        #expect(try marked(text, layer).contains("MONEY"))
    }

    @Test("what a person has decided about is never suggested over")
    func decided() throws {
        var layer = PersonalLayer()
        learn(Self.ships, into: &layer)
        var document = Self.document("Heute lief die Fähre [Albatros](PER) aus dem Hafen aus.")
        let before = document.annotations.mentions.map(\.self)
        let found = try Pipeline.news(tagger, personal: layer).suggestions(
            for: document.article, paragraphs: 0..<1)
        document.suggest(found, in: document.text.bounds)
        #expect(document.annotations.mentions.filter(\.isDecided) == before)
        #expect(!document.annotations.mentions.contains { $0.label == "SHIP" })
    }

    @Test("the same lessons give the same bytes, and the bytes the same layer")
    func bytes() throws {
        var (first, second) = (PersonalLayer(), PersonalLayer())
        learn(Self.ships, into: &first)
        learn(Self.ships, into: &second)
        let bytes = first.bytes(with: tagger)
        #expect(bytes == second.bytes(with: tagger))
        let sentences = first.memory.sentences
        let restored = try PersonalLayer(bytes: bytes, sentences: sentences, with: tagger)
        #expect(restored.bytes(with: tagger) == bytes)
        let text = "Heute lief die Fähre Albatros aus dem Hafen aus."
        #expect(try marked(text, restored) == marked(text, first))
    }

    @Test("bytes that were changed anywhere are refused")
    func damaged() throws {
        var layer = PersonalLayer()
        learn(Self.ships, into: &layer)
        let bytes = layer.bytes(with: tagger)
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
            var changed = bytes
            changed[place] ^= 0x20
            #expect(throws: ModelError.self) {
                try PersonalLayer(bytes: changed, sentences: [], with: tagger)
            }
        }
        #expect(throws: ModelError.self) { try PersonalLayer(bytes: [], sentences: [], with: tagger) }
        #expect(throws: ModelError.self) {
            try PersonalLayer(bytes: Array(bytes.dropLast(9)), sentences: [], with: tagger)
        }
    }

    /// What the deep engine would say of a sentence if it were sure of one label for each word.
    private func opinion(_ labels: [String]) -> SecondOpinion {
        let width = tagger.labels.count
        var logits = Array(repeating: Float(0), count: labels.count * width)
        for (word, label) in labels.enumerated() {
            logits[word * width + (tagger.labels.firstIndex(of: label) ?? 0)] = 30
        }
        return SecondOpinion(
            logits: logits, width: width, places: Array(0..<width),
            isUnknown: Array(repeating: false, count: labels.count))
    }

    @Test("what only the deep engine gets wrong is learned, until both together are right")
    func deepMistake() throws {
        let wrong = opinion(["O", "B-PER", "O", "O"])
        func label(_ words: [String], _ layer: PersonalLayer?, _ opinion: SecondOpinion?) -> String {
            var run = TaggingRun(tagger, language: "de", personal: layer)
            return run.labels(of: words, with: opinion)[1]
        }
        // A word of which the fast engine is right alone, but not too sure.
        let sentences = ["Aus", "In", "Nach"].flatMap { first in
            ["Lindau", "Aalen", "Celle", "Siegen", "Bonn"].map { [first, $0, "kam", "."] }
        }
        let words = try #require(
            sentences.first { label($0, nil, nil) == "B-LOC" && label($0, nil, wrong) == "B-PER" })
        let sentence = DecidedSentence(
            text: words.joined(separator: " "), decisions: [.init(1..<2, "LOC", isAccepted: true)], seen: 4)
        var (alone, layer) = (PersonalLayer(), PersonalLayer())
        var learner = PersonalLearner(tagger)
        for _ in 0..<10 {
            _ = learner.learn(sentence, into: &alone)
            _ = learner.learn(sentence, with: wrong, into: &layer)
        }
        #expect(label(words, alone, wrong) == "B-PER")
        #expect(label(words, layer, wrong) == "B-LOC")
    }

    @Test("the layer never holds more than its limit, however many labels there are", arguments: [3, 100])
    func bounded(width: Int) {
        var weights = PersonalWeights()
        weights.widen(to: 1)
        let slope = [Float](repeating: 0.1, count: 1)
        let count = UInt64(PersonalWeights.rowLimit + 5000)
        for number in 0..<count {
            weights.step([FeatureHash.mixed(7, number)], slope, rate: 0.1, tick: UInt32(number))
        }
        #expect(weights.count <= PersonalWeights.rowLimit)
        #expect(weights.row(of: FeatureHash.mixed(7, count - 1)) != nil)
        weights.widen(to: width)
        #expect(weights.count > 1000)
        #expect(weights.numbers.count <= PersonalWeights.numberLimit)
    }

    @Test("a sentence that never ends is learned around what was decided")
    func endless() {
        let article = Article(
            name: "test", language: "de", text: Text(String(repeating: "wort ", count: 50_000) + "Anna kam"))
        let mention = Mention(id: "m1", spans: SpanSet(250_000, 250_004), label: "PER")
        let found = DecidedSentence.alone(
            of: article, Annotations(mentions: [mention]), touching: [mention.bounds])
        #expect(found.count == 1)
        #expect((found.first?.words.count ?? 0) < 100)
        #expect(found.first?.string(of: found.first?.decisions.first?.words ?? 0..<0) == "Anna")
    }
}
