/// Gives each word of a tree its inflection, such as `Case=Dat|Gender=Fem|Number=Sing`, from left to right.
///
/// An inflection is all of a word's FEATS together, one of those that words of its class had in the treebank.
struct InflectionLabeller {
    /// So many inflections a class at most; rows of weights have so many columns.
    static let columns = 32

    let hash: FeatureRow
    /// The number of inflections of each class.
    let counts: [Int]
    /// A bit for each relation that a subject has.
    let subjects: UInt64

    /// Which of the names are relations of subjects.
    static func subjects(of names: [String]) -> UInt64 {
        names.enumerated().reduce(0) { bits, item in
            item.element.hasPrefix("nsubj") ? bits | 1 << UInt64(item.offset) : bits
        }
    }

    /// A sentence whose tree is known.
    struct Tree {
        let classes: [UInt8]
        let heads: [Int32]
        let relations: [UInt8?]
        /// What the lexicon says that each word can be, as the bits of its morphology.
        let forms: [UInt32]
    }

    /// Calls `body` with the best inflection in its class, the rows and the number of each word whose class has several;
    /// what it returns is what later words see.
    func forEach(
        _ tree: Tree, _ sentence: SentenceAtoms, weights: some ColumnWeights,
        _ body: (_ best: Int, _ rows: UnsafeMutablePointer<UInt32>, _ index: Int) -> Int
    ) {
        let phrases = Phrases(tree, subjects: subjects)
        var decided = [UInt16](repeating: 0, count: tree.classes.count)
        var latest = [UInt16](repeating: 0, count: tree.classes.count)
        _ = sentence.withWords { words in
            tree.classes.withUnsafeBufferPointer { classes in
                tree.forms.withUnsafeBufferPointer { forms in
                    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: InflectionFeatures.count) {
                        rows in
                        guard let classes = classes.baseAddress, let forms = forms.baseAddress,
                            let firstRow = rows.baseAddress
                        else { return }
                        for word in tree.classes.indices {
                            let count = counts[Int(classes[word])]
                            guard count > 1 else { continue }
                            let center = Int(phrases.center[word])
                            let above = Int(tree.heads[center])
                            let place = InflectionFeatures.Place(
                                word: word, center: center,
                                relation: tree.relations[center].map { UInt64($0) + 1 } ?? 0,
                                preposition: Int(phrases.preposition[center]),
                                determiner: Int(phrases.determiner[center]),
                                adjective: Int(phrases.adjective[center]),
                                subject: Int(phrases.subject[word]),
                                firstChild: Int(phrases.firstChild[word]),
                                decided: UInt64(latest[center]),
                                decidedAbove: above < 0 ? 0 : UInt64(decided[above]))
                            InflectionFeatures.write(
                                place, words: words, classes: classes, forms: forms, hash: hash, to: firstRow)
                            let chosen = body(Self.best(rows, count, weights), firstRow, word)
                            decided[word] = UInt16(classes[word]) << 8 | UInt16(chosen + 1)
                            latest[center] = decided[word]
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func best(
        _ rows: UnsafeMutableBufferPointer<UInt32>, _ count: Int, _ weights: some ColumnWeights
    ) -> Int {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: columns) { sums in
            guard let sums = sums.baseAddress else { return 0 }
            weights.sum(
                UnsafeBufferPointer(rows), columns: count > PackedRows.lanes ? columns : PackedRows.lanes,
                to: sums)
            var best = 0
            for column in 1..<count where sums[column] > sums[best] { best = column }
            return best
        }
    }

    /// Which words stand together: a noun with its preposition, determiner and adjectives, a verb with its subject.
    private struct Phrases {
        var center: [Int32]
        var preposition: [Int32]
        var determiner: [Int32]
        var adjective: [Int32]
        var subject: [Int32]
        var firstChild: [Int32]

        init(_ tree: Tree, subjects: UInt64) {
            let count = tree.heads.count
            center = (0..<Int32(count)).map { $0 }
            preposition = Array(repeating: -1, count: count)
            (determiner, adjective, subject) = (preposition, preposition, preposition)
            firstChild = preposition
            for word in 0..<count where tree.heads[word] >= 0 {
                let head = Int(tree.heads[word])
                if firstChild[head] < 0 { firstChild[head] = Int32(word) }
                if let relation = tree.relations[word], subjects & 1 << UInt64(relation) != 0 {
                    subject[head] = Int32(word)
                }
                switch WordClass(rawValue: tree.classes[word]) {
                case .adposition where preposition[head] < 0: preposition[head] = Int32(word)
                case .article, .determiner:
                    if determiner[head] < 0 { determiner[head] = Int32(word) }
                    center[word] = Int32(head)
                case .adjective, .comparedAdjective:
                    guard word < head, Self.isNominal(tree.classes[head]) else { break }
                    adjective[head] = Int32(word)
                    center[word] = Int32(head)
                default: break
                }
            }
        }

        private static func isNominal(_ raw: UInt8) -> Bool {
            switch WordClass(rawValue: raw) {
            case .singularNoun, .pluralNoun, .properNoun: true
            default: false
            }
        }
    }
}
