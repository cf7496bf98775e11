import Articles
import Testing

@testable import Language

@Suite struct SyntaxTests {
    private func words(_ text: String, _ language: String) throws -> [(text: String, word: ParsedWord)] {
        let syntax = try #require(Syntax.embedded(language: language))
        let text = Text(text)
        return try syntax.sentences(of: text, paragraphs: 0..<text.paragraphCount).flatMap(\.words).map {
            (text.string(in: $0.span), $0)
        }
    }

    @Test("a German sentence has parts of speech, lemmas and a tree")
    func german() throws {
        let words = try words("Die Ministerin sprach gestern mit den Gästen in Berlin.", "de")
        let parts = words.map(\.word.partOfSpeech.name)
        #expect(parts == ["DET", "NOUN", "VERB", "ADV", "ADP", "DET", "NOUN", "ADP", "PROPN", "PUNCT"])
        #expect(words.map(\.word.lemma).prefix(3) == ["der", "Ministerin", "sprechen"])
        #expect(words[6].word.lemma == "Gast")
        #expect(words[2].word.relation == "root")
        #expect(words[1].word.head == 2)
        #expect(words[1].word.relation == "nsubj")
        #expect(words[6].word.morphology.features.contains("Case=Dat"))
        #expect(words[6].word.features?.contains("Case=Dat") == true)
        #expect(words[1].word.features == "Case=Nom|Gender=Fem|Number=Sing")
    }

    @Test("an English sentence has parts of speech, lemmas and a tree")
    func english() throws {
        let words = try words("The minister visited the old ferries in Dover yesterday.", "en")
        let parts = words.map(\.word.partOfSpeech.name)
        #expect(parts.prefix(7) == ["DET", "NOUN", "VERB", "DET", "ADJ", "NOUN", "ADP"])
        #expect(words[2].word.lemma == "visit")
        #expect(words[5].word.lemma == "ferry")
        #expect(words[1].word.relation == "nsubj")
        #expect(words[5].word.relation == "obj")
        #expect(words[5].word.features == "Number=Plur")
        #expect(words[9].word.features == nil)
    }

    @Test("a language without a model has none", arguments: ["", "fr", "x-de"])
    func otherLanguages(code: String) {
        #expect(Syntax.embedded(language: code) == nil)
    }

    @Test(
        "whatever the text is, each sentence has one root and heads that lead to it",
        arguments: [
            "", " ", "\n\n", ".", "...", "„“", "ÄÖÜ", "NATO: ALLES ANDERS, SAGT DER BÜRGERMEISTER", "a-b-c",
            "日本の首相は2024年に訪問した。", "في عام 2024", "🎺 2 % 🎺", "\u{0}\u{1}\u{FFFD}", "17.", "((((((",
            "ist ist ist ist", "und und, und; und", "\u{301}\u{301}",
        ])
    func oddTexts(text: String) throws {
        for language in ["de", "en"] {
            let syntax = try #require(Syntax.embedded(language: language))
            let text = Text(text)
            for sentence in try syntax.sentences(of: text, paragraphs: 0..<text.paragraphCount) {
                #expect(sentence.words.count { $0.head == nil } == 1)
                #expect(sentence.words.allSatisfy { leadsToRoot($0, sentence.words) })
            }
        }
    }

    private func leadsToRoot(_ word: ParsedWord, _ words: [ParsedWord]) -> Bool {
        var word = word
        for _ in words {
            guard let head = word.head else { return true }
            guard words.indices.contains(head) else { return false }
            word = words[head]
        }
        return false
    }

    @Test("random bytes are parsed without a trap")
    func randomBytes() throws {
        let syntax = try #require(Syntax.embedded(language: "de"))
        var random = SplitMix(seed: 7)
        for _ in 0..<40 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Text(bytes: bytes)
            let sentences = try syntax.sentences(of: text, paragraphs: 0..<text.paragraphCount)
            #expect(
                sentences.allSatisfy { text.bounds.start <= $0.span.start && $0.span.end <= text.bounds.end })
        }
    }

    @Test("a sentence without end is parsed piece by piece, in a time that grows with its length only")
    func endless() throws {
        let syntax = try #require(Syntax.embedded(language: "de"))
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for _ in 0..<20_000 {
            ranges.append(bytes.count..<bytes.count + 4)
            bytes += Array("Haus".utf8)
        }
        var workspace = syntax.workspace()
        let words = bytes.withUnsafeBufferPointer { syntax.words(ranges, in: $0, &workspace) }
        #expect(words.count == 20_000)
        #expect(words.count { $0.head == nil } == 1)
        let pieces = ParserModel.pieces(of: Array(repeating: WordClass.singularNoun.rawValue, count: 1_000))
        #expect(pieces.allSatisfy { $0.count <= ParserModel.longestSentence })
        #expect(pieces.flatMap { Array($0) } == Array(0..<1_000))
    }

    @Test("a cancelled task stops between two paragraphs")
    func cancellation() async throws {
        let syntax = try #require(Syntax.embedded(language: "de"))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return (try? syntax.sentences(of: Text("In Berlin.\nIn Paris."), paragraphs: 0..<2)) == nil
        }
        #expect(await task.value)
    }
}
