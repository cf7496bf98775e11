/// Trains the models of parts of speech and of dependencies from treebanks; the same data give the same bytes.
public struct SyntaxTrainer: Sendable {
    let language: String
    public var seed: UInt64 = 1
    /// Passes over the treebank; nil is as many as measurement found best.
    public var epochs: Int?
    /// For a parser: so many readings are kept while parsing, and twice as many while learning.
    public var beam = 4
    /// While parsing, readings so far behind the best one are given up, in steps of the packed weights.
    var margin = 1000
    /// A silver sentence is learned in each so many passes.
    public var silverPeriod = 1

    /// - Parameter language: a code such as `de`; German has a lexicon.
    public init(language: String) { self.language = language }

    private var lexicon: FormLexicon? { TagModel.lexicon(for: language) }

    /// The bytes of a model of word classes and lemmas.
    public func tagModel(
        from treebank: Treebank, progress: (String) -> Void = { _ in }
    ) -> [UInt8] {
        var training = TagTraining(lexicon: lexicon, seed: seed)
        if let epochs { training.options.epochs = epochs }
        let trained = training.trained(examples(treebank)) { step in
            progress("pass \(step.epoch): loss \(Self.rounded(step.loss)), \(step.featureCount) features")
        }
        var writer = ModelWriter()
        trained.write(to: &writer)
        LemmaTraining(lexicon: lexicon).write(treebank.sentences, to: &writer)
        return writer.bytes()
    }

    /// The bytes of a model of dependencies and inflections.
    ///
    /// The parser learns from classes as a tagger guesses them that has not seen the sentence.
    public func parserModel(
        from treebank: Treebank, progress: (String) -> Void = { _ in }
    ) throws -> [UInt8] {
        let examples = examples(treebank).filter { $0.words.count <= ParserModel.longestSentence }
        let prepared = try prepare(examples, progress)
        let names = Self.relations(of: examples.map(\.words))
        var writer = ModelWriter()
        writer.add("relations", lines: names)
        let actions = headWeights(prepared, progress)
        let step = PackedRows.step(for: actions)
        ActionRows.write(actions, step: step, as: "actions", to: &writer)
        writer.add("beam", [UInt32(beam), UInt32(margin)])
        let numbers = Dictionary(zip(names, 0...)) { first, _ in first }
        let relations = examples.map { example in
            example.words.map { word in
                let base = String(word.relation.prefix { $0 != ":" })
                return numbers[word.relation] ?? numbers[base] ?? 0
            }
        }
        PackedRows.write(
            relationWeights(prepared, relations, names, progress), columns: RelationLabeller.columns,
            as: "relation-rows", to: &writer)
        inflections(prepared, relations, names, progress, to: &writer)
        return writer.bytes()
    }

    /// A sentence, and in which passes it is learned from.
    struct Example {
        let words: [TreebankWord]
        let period: Int
        /// Whether a model annotated it; its inflections are not learned.
        var isSilver = false
    }

    private func examples(_ treebank: Treebank) -> [Example] {
        treebank.sentences.map { Example(words: $0, period: 1) }
            + treebank.silver.map { Example(words: $0, period: max(1, silverPeriod), isSilver: true) }
    }

    private struct Prepared {
        let example: Example
        let atoms: SentenceAtoms
        let classes: [UInt8]
        /// What the lexicon says of the words in their tree.
        let forms: [UInt32]
        let tokens: ParseSentence
        let heads: [Int32]
    }

    private func headWeights(_ prepared: [Prepared], _ progress: (String) -> Void) -> [Int16] {
        var training = ParseTraining(bits: lexicon == nil ? 19 : 18)
        training.seed = seed
        training.width = 2 * beam
        if let epochs { training.epochs = epochs }
        let sentences = prepared.compactMap { sentence in
            ParseTraining.actions(for: ParseTraining.projective(sentence.heads)).map {
                ParseTraining.Sentence(
                    tokens: sentence.tokens, actions: $0, period: sentence.example.period)
            }
        }
        return training.weights(sentences) { epoch, right in
            progress("heads, pass \(epoch + 1): \(Self.rounded(100 * right)) % of trees right")
        }
    }

    private func relationWeights(
        _ prepared: [Prepared], _ relations: [[Int]], _ names: [String], _ progress: (String) -> Void
    ) -> [Int16] {
        var training = RelationTraining(bits: 15)
        training.seed = seed
        let sentences = zip(prepared, relations).map { sentence, relations in
            RelationTraining.Sentence(
                tokens: sentence.tokens, heads: sentence.heads, relations: relations,
                period: sentence.example.period)
        }
        return training.weights(sentences, names: names) { epoch, right in
            progress("relations, pass \(epoch + 1): \(Self.rounded(100 * right)) % right")
        }
    }

    private func inflections(
        _ prepared: [Prepared], _ relations: [[Int]], _ names: [String], _ progress: (String) -> Void,
        to writer: inout ModelWriter
    ) {
        var training = InflectionTraining(bits: lexicon == nil ? 14 : 15)
        training.seed = seed
        let sentences = zip(prepared, relations).filter { !$0.0.example.isSilver }.map {
            sentence, relations in
            let found = zip(sentence.heads, relations).map { head, relation in
                head < 0 ? nil : UInt8(truncatingIfNeeded: relation)
            }
            return InflectionTraining.Sentence(
                atoms: sentence.atoms,
                tree: InflectionLabeller.Tree(
                    classes: sentence.classes, heads: sentence.heads, relations: found, forms: sentence.forms),
                features: sentence.example.words.map(\.features), period: sentence.example.period)
        }
        let inventory = InflectionTraining.inventory(sentences)
        let weights = training.weights(
            sentences, inventory: inventory, subjects: InflectionLabeller.subjects(of: names)
        ) { epoch, right in progress("inflections, pass \(epoch + 1): \(Self.rounded(100 * right)) % right") }
        let all = Set(inventory.joined()).sorted()
        let numbers = Dictionary(zip(all, 0...)) { first, _ in first }
        writer.add("inflections", lines: all)
        writer.add("inflection-sets", inventory.flatMap { kind in kind.map { UInt16(numbers[$0] ?? 0) } })
        writer.add(
            "inflection-ends",
            inventory.map(\.count).reduce(into: [UInt32]()) { ends, count in
                ends.append((ends.last ?? 0) + UInt32(count))
            })
        PackedRows.write(weights, columns: InflectionLabeller.columns, as: "inflection-rows", to: &writer)
    }

    /// Sentences with the classes that a tagger guesses which has learned from the other parts.
    private func prepare(_ examples: [Example], _ progress: (String) -> Void) throws -> [Prepared] {
        // From 100,000 words on, half of them teach nearly as well as four fifths, in a quarter of the time.
        let folds = examples.reduce(0) { $0 + $1.words.count } < 100_000 ? 5 : 2
        var prepared = [Prepared?](repeating: nil, count: examples.count)
        for fold in 0..<folds {
            progress("word classes, part \(fold + 1) of \(folds)")
            var training = TagTraining(lexicon: lexicon, seed: seed)
            training.options.epochs = 5
            let others = examples.indices.filter { $0 % folds != fold }.map { examples[$0] }
            var writer = ModelWriter()
            training.trained(others).write(to: &writer)
            LemmaTable.write([], to: &writer)
            let model = try TagModel(ModelFile(ModelMemory(copying: writer.bytes())), lexicon: lexicon)
            var workspace = TagModel.Workspace()
            for index in examples.indices where index % folds == fold {
                prepared[index] = prepare(examples[index], model, &workspace)
            }
        }
        return prepared.compactMap { $0 }
    }

    private func prepare(
        _ example: Example, _ model: TagModel, _ workspace: inout TagModel.Workspace
    ) -> Prepared {
        let atoms = SentenceAtoms(example.words, lexicon: lexicon)
        let classes = model.classes(atoms, &workspace)
        var morphologies = model.morphologies(atoms, classes)
        let agreements = lexicon == nil ? [] : morphologies.map(\.agreement)
        let heads = example.words.map { Int32($0.head) - 1 }
        Morphology.narrow(&morphologies, heads: heads)
        return Prepared(
            example: example, atoms: atoms, classes: classes, forms: morphologies.map(\.bits),
            tokens: ParseSentence(atoms, classes: classes, agreements: agreements, range: 0..<atoms.count),
            heads: heads)
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
