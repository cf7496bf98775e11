import Testing

@testable import Language

@Suite struct SyntaxTrainingTests {
    /// Made up for this test: a verb, its subject and its object.
    private var conllu: String {
        let nouns = ["Hund", "Kater", "Vogel", "Igel"]
        let verbs = [("sieht", "sehen"), ("hört", "hören"), ("sucht", "suchen")]
        var text = ""
        for subject in nouns {
            for object in nouns {
                for (verb, lemma) in verbs {
                    text += """
                        # text = Der \(subject) \(verb) den \(object).
                        1\tDer\tder\tDET\tART\tPronType=Art\t2\tdet\t_\t_
                        2\t\(subject)\t\(subject)\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_
                        3\t\(verb)\t\(lemma)\tVERB\tVVFIN\tVerbForm=Fin\t0\troot\t_\t_
                        4\tden\tder\tDET\tART\tPronType=Art\t5\tdet\t_\t_
                        5\t\(object)\t\(object)\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\t_
                        6\t.\t.\tPUNCT\t$.\t_\t3\tpunct\t_\t_


                        """
                }
            }
        }
        return text
    }

    @Test("a small treebank is learned by heart, and twice the same way")
    func learning() throws {
        let language = "de"
        let treebank = try Treebank(conllu: conllu)
        #expect(treebank.sentences.count == 48)
        var trainer = SyntaxTrainer(language: language)
        trainer.epochs = 3
        let (tagging, parsing) = (
            trainer.tagModel(from: treebank), try trainer.parserModel(from: treebank)
        )
        let score = SyntaxScore(
            treebank, tagger: try TagModel(bytes: tagging, language: language),
            parser: try ParserModel(bytes: parsing))
        #expect(score.accuracy == 1)
        #expect(score.lemmaAccuracy == 1)
        #expect(score.heads == 1)
        #expect(score.relations == 1)
        #expect(score.featureAccuracy == 1)
        #expect(trainer.tagModel(from: treebank) == tagging)
        #expect(try trainer.parserModel(from: treebank) == parsing)
    }

    @Test("a damaged model and a model for another task are refused")
    func damaged() throws {
        var trainer = SyntaxTrainer(language: "en")
        trainer.epochs = 1
        let model = trainer.tagModel(from: try Treebank(conllu: conllu))
        #expect(throws: ModelError.self) { try ParserModel(bytes: model) }
        var bytes = model
        bytes[bytes.count / 2] ^= 1
        #expect(throws: ModelError.self) { try TagModel(bytes: bytes, language: "en") }
        #expect(throws: ModelError.self) { try TagModel(bytes: Array(model.dropLast()), language: "en") }
    }

    @Test(
        "the actions for a tree lead back to it",
        arguments: [[-1], [1, -1], [-1, 0], [1, 2, -1, 4, 2, 2], [2, 2, -1, 2, 3], [-1, 0, 1, 2, 3]]
            as [[Int32]])
    func actions(heads: [Int32]) throws {
        let actions = try #require(ParseTraining.actions(for: heads))
        #expect(actions.count == 2 * heads.count - 1)
        var search = ParseSearch(width: 1)
        search.begin()
        var state: Int32 = 0
        for action in actions {
            #expect(search.isLegal(action, in: state, count: heads.count))
            state = search.follow(state, action: action, score: 0)
        }
        #expect(search.heads(at: state, count: heads.count) == heads)
    }

    @Test("crossing arcs are moved up until none cross")
    func projective() {
        #expect(ParseTraining.actions(for: [2, 3, -1, 2]) == nil)
        let moved = ParseTraining.projective([2, 3, -1, 2])
        #expect(moved == [2, 2, -1, 2])
        #expect(ParseTraining.actions(for: moved) != nil)
    }

    @Test(
        "what is no CoNLL-U is refused with its line",
        arguments: [
            ("1\tA\ta\tX\t_\t_\t0\troot\t_", "1: has 9 fields"),
            ("2\tA\ta\tX\t_\t_\t0\troot\t_\t_", "1: has number 2"),
            ("1\tA\ta\tNN\t_\t_\t0\troot\t_\t_", "1: “NN” is no part of speech"),
            ("1\tA\ta\tX\t_\t_\t7\troot\t_\t_", "1: “A” has head 7"),
        ])
    func errors(line: String, message: String) {
        let error = #expect(throws: TreebankError.self) { try Treebank(conllu: line) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test("contractions are put together again")
    func contractions() throws {
        let text = """
            1-2\tam\t_\t_\t_\t_\t_\t_\t_\t_
            1\tan\tan\tADP\t_\t_\t3\tcase\t_\t_
            2\tdem\tder\tDET\t_\t_\t3\tdet\t_\t_
            3\tMontag\tMontag\tNOUN\t_\t_\t0\troot\t_\t_
            """
        let words = try #require(try Treebank.contracted(conllu: text).sentences.first)
        #expect(words.map(\.form) == ["am", "Montag"])
        #expect(words.map(\.head) == [2, 0])
        #expect(try Treebank(conllu: text).wordCount == 3)
    }

    @Test("what a model annotated teaches trees, but no lemmas")
    func silver() throws {
        var treebank = try Treebank(conllu: conllu)
        let silver = conllu.replacing("Hund", with: "Wal").replacing("sehen", with: "falsch")
        treebank.append(silver: try Treebank(conllu: silver))
        var trainer = SyntaxTrainer(language: "de")
        trainer.epochs = 3
        trainer.silverPeriod = 2
        let tagger = try TagModel(bytes: trainer.tagModel(from: treebank), language: "de")
        let parser = try ParserModel(bytes: trainer.parserModel(from: treebank))
        let score = SyntaxScore(
            try Treebank(conllu: conllu.replacing("Hund", with: "Wal")), tagger: tagger, parser: parser)
        #expect(score.accuracy == 1)
        #expect(score.heads == 1)
        let lemmas = SyntaxScore(try Treebank(conllu: conllu), tagger: tagger)
        #expect(lemmas.lemmaAccuracy == 1)
    }
}
