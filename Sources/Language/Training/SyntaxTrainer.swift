/// Trains the models of parts of speech and of dependencies from treebanks; the same data give the same bytes.
public struct SyntaxTrainer: Sendable {
    let language: String
    public var seed: UInt64 = 1
    /// Passes over the treebank; nil is as many as measurement found best.
    public var epochs: Int?
    /// For a parser: the widths of the search while learning and parsing.
    public var beam = 4

    /// - Parameter language: a code such as `de`; German has a lexicon.
    public init(language: String) { self.language = language }

    private var lexicon: FormLexicon? { TagModel.lexicon(for: language) }

    /// The bytes of a model of word classes and lemmas.
    public func tagModel(
        from treebank: Treebank, progress: (String) -> Void = { _ in }
    ) -> [UInt8] {
        var training = TagTraining(lexicon: lexicon, seed: seed)
        if let epochs { training.options.epochs = epochs }
        let trained = training.trained(treebank.sentences) { step in
            progress("pass \(step.epoch): loss \(Self.rounded(step.loss)), \(step.featureCount) features")
        }
        var writer = ModelWriter()
        trained.write(to: &writer)
        LemmaTraining(lexicon: lexicon).write(treebank.sentences, to: &writer)
        return writer.bytes()
    }

    /// The bytes of a model of dependencies.
    ///
    /// The parser learns from classes as a tagger guesses them that has not seen the sentence, one of five each time.
    public func parserModel(
        from treebank: Treebank, progress: (String) -> Void = { _ in }
    ) throws -> [UInt8] {
        let sentences = treebank.sentences.filter { $0.count <= ParserModel.longestSentence }
        let prepared = try prepare(sentences, progress)
        let names = Self.relations(of: sentences)
        let numbers = Dictionary(zip(names, 0...)) { first, _ in first }
        var training = ParseTraining()
        training.seed = seed
        training.width = beam
        if let epochs { training.epochs = epochs }
        let actions = training.weights(
            prepared.compactMap { sentence in
                ParseTraining.actions(for: ParseTraining.projective(sentence.heads)).map {
                    ParseTraining.Sentence(tokens: sentence.tokens, actions: $0)
                }
            }
        ) { epoch, right in
            progress("heads, pass \(epoch + 1): \(Self.rounded(100 * right)) % of trees right")
        }
        var labels = RelationTraining()
        labels.seed = seed
        let rows = labels.weights(
            zip(prepared, sentences).map { sentence, words in
                RelationTraining.Sentence(
                    tokens: sentence.tokens, heads: sentence.heads,
                    relations: words.map { word in
                        let base = String(word.relation.prefix { $0 != ":" })
                        return numbers[word.relation] ?? numbers[base] ?? 0
                    })
            }, names: names
        ) { epoch, right in progress("relations, pass \(epoch + 1): \(Self.rounded(100 * right)) % right") }
        var writer = ModelWriter()
        writer.add("relations", lines: names)
        writer.add("beam", [UInt32(beam)])
        ByteRows.write(actions, columns: ParseSearch.actionCount, as: "actions", to: &writer)
        ByteRows.write(rows, columns: RelationLabeller.columns, as: "relation-rows", to: &writer)
        return writer.bytes()
    }

    private struct Prepared {
        let tokens: ParseSentence
        let heads: [Int32]
    }

    /// Sentences with the classes that a tagger guesses which has learned from the other four fifths.
    private func prepare(_ sentences: [[TreebankWord]], _ progress: (String) -> Void) throws -> [Prepared] {
        let folds = 5
        var prepared = [Prepared?](repeating: nil, count: sentences.count)
        for fold in 0..<folds {
            progress("word classes, part \(fold + 1) of \(folds)")
            var training = TagTraining(lexicon: lexicon, seed: seed)
            training.options.epochs = 5
            let others = sentences.indices.filter { $0 % folds != fold }.map { sentences[$0] }
            var writer = ModelWriter()
            training.trained(others).write(to: &writer)
            LemmaTable.write([], to: &writer)
            let model = try TagModel(ModelFile(ModelMemory(copying: writer.bytes())), lexicon: lexicon)
            var workspace = TagModel.Workspace()
            for index in sentences.indices where index % folds == fold {
                let atoms = SentenceAtoms(sentences[index], lexicon: lexicon)
                let classes = model.classes(atoms, &workspace)
                let agreements = model.morphologies(atoms, classes).map(\.agreement)
                prepared[index] = Prepared(
                    tokens: ParseSentence(
                        atoms, classes: classes, agreements: lexicon == nil ? [] : agreements,
                        range: 0..<atoms.count),
                    heads: sentences[index].map { Int32($0.head) - 1 })
            }
        }
        return prepared.compactMap { $0 }
    }

    /// The names of relations, the most frequent first; a rare subtype counts as its type.
    private static func relations(of sentences: [[TreebankWord]]) -> [String] {
        var counts: [String: Int] = [:]
        for word in sentences.joined() where word.head > 0 { counts[word.relation, default: 0] += 1 }
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return Array(sorted.map(\.key).filter { $0 != "root" }.prefix(RelationLabeller.columns))
    }

    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
