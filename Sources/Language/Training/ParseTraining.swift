/// Learns the weights of the parser: a structured perceptron over the beam search.
///
/// A sentence whose best path is not the right one changes the weights where the right path falls behind most (maximum
/// violation: Huang, Fayong, Guo, "Structured perceptron with inexact search", 2012).
struct ParseTraining {
    /// Two to this power rows: one bit more is two megabytes for half a point of heads in English.
    var bits: UInt64 = 18
    var epochs = 12
    var width = 8
    var seed: UInt64 = 1

    struct Sentence {
        let tokens: ParseSentence
        let actions: [Int]
        /// It is learned from in each so many passes.
        let period: Int
    }

    func weights(_ sentences: [Sentence], progress: (Int, Double) -> Void = { _, _ in }) -> [Int16] {
        let learned = AveragedWeights(rowCount: 1 << bits, columns: ParseSearch.actionCount)
        let hash = FeatureRow(bits: bits)
        var search = ParseSearch(width: width)
        var order = SplitMix(seed: seed)
        var indices = Array(sentences.indices)
        for epoch in 0..<epochs {
            indices.shuffle(using: &order)
            var (right, count) = (0, 0)
            for index in indices {
                let sentence = sentences[index]
                guard (index + epoch).isMultiple(of: sentence.period) else { continue }
                count += 1
                let isRight: Bool? = sentence.tokens.withTokens { tokens in
                    learn(sentence, tokens, &search, learned, hash)
                }
                if isRight == true { right += 1 }
            }
            progress(epoch, Double(right) / Double(max(1, count)))
        }
        return learned.averages(scale: 64, limit: 32767)
    }

    private func learn(
        _ sentence: Sentence, _ tokens: UnsafePointer<ParseToken>, _ search: inout ParseSearch,
        _ learned: AveragedWeights, _ hash: FeatureRow
    ) -> Bool {
        let count = sentence.tokens.count
        learned.advance()
        search.begin()
        var gold: [Int32] = [0]
        var isGold: [Int32: Bool] = [0: true]
        var (worst, worstState, worstStep) = (Int64.min, Int32(0), 0)
        var state: Int32 = 0
        var bestIsGold = true
        for (step, action) in sentence.actions.enumerated() {
            let score = search.score(
                of: state, action: action, tokens, count: count, weights: learned.rows, hash: hash)
            let goldScore = search.states[Int(state)].score + Int64(score)
            search.advance(tokens, count: count, weights: learned.rows, hash: hash)
            guard let best = search.beam.first else { return false }
            var next: [Int32: Bool] = [:]
            var inBeam: Int32?
            for candidate in search.beam {
                let found = search.states[Int(candidate)]
                if isGold[found.previous] == true, Int(found.action) == action {
                    next[candidate] = true
                    inBeam = candidate
                }
            }
            if let inBeam {
                state = inBeam
            } else {
                state = search.follow(state, action: action, score: goldScore)
            }
            isGold = next
            gold.append(state)
            bestIsGold = next[best] == true
            if !bestIsGold {
                let violation = search.states[Int(best)].score - goldScore
                if violation >= worst { (worst, worstState, worstStep) = (violation, best, step) }
            }
        }
        guard !bestIsGold else { return true }
        let path = search.path(to: worstState)
        var isApart = false
        for step in 0...worstStep {
            let (right, wrong) = (gold[step], path[step])
            let (rightAction, wrongAction) = (
                sentence.actions[step], Int(search.states[Int(path[step + 1])].action)
            )
            if rightAction != wrongAction { isApart = true }
            guard isApart else { continue }
            for row in search.rows(of: right, tokens, count: count, hash: hash) {
                learned.change(row, rightAction, by: 1)
            }
            for row in search.rows(of: wrong, tokens, count: count, hash: hash) {
                learned.change(row, wrongAction, by: -1)
            }
        }
        return false
    }

    /// The actions that lead to a tree, or nil for one that they cannot make.
    ///
    /// - Parameter heads: -1 for the root.
    static func actions(for heads: [Int32]) -> [Int]? {
        let count = heads.count
        guard count > 0, heads.count(where: { $0 < 0 }) == 1 else { return nil }
        var missing = [Int](repeating: 0, count: count)
        for head in heads where head >= 0 { missing[Int(head)] += 1 }
        var actions: [Int] = []
        var stack: [Int] = []
        var next = 0
        while next < count || stack.count > 1 {
            if let top = stack.last, missing[top] == 0 {
                if next < count, heads[top] == next {
                    actions.append(1)
                    stack.removeLast()
                    missing[next] -= 1
                    continue
                }
                if stack.count > 1, Int(heads[top]) == stack[stack.count - 2] {
                    actions.append(2)
                    stack.removeLast()
                    missing[stack[stack.count - 1]] -= 1
                    continue
                }
            }
            guard next < count else { return nil }
            actions.append(0)
            stack.append(next)
            next += 1
        }
        return actions
    }

    /// The same tree with crossing arcs moved up to the head of their head, until none cross (Nivre and Nilsson,
    /// "Pseudo-projective dependency parsing", 2005).
    static func projective(_ heads: [Int32]) -> [Int32] {
        var heads = heads
        for _ in 0..<heads.count * 2 {
            var shortest: (length: Int, word: Int)?
            for (word, head) in heads.enumerated() where head >= 0 {
                let range = min(word, Int(head)) + 1..<max(word, Int(head))
                let crosses = range.contains { inner in !isAncestor(Int(head), of: inner, heads) }
                if crosses, shortest == nil || range.count < (shortest?.length ?? 0) {
                    shortest = (range.count, word)
                }
            }
            guard let word = shortest?.word else { break }
            heads[word] = heads[Int(heads[word])]
            if heads[word] < 0 { break }
        }
        return heads
    }

    private static func isAncestor(_ ancestor: Int, of word: Int, _ heads: [Int32]) -> Bool {
        var word = word
        for _ in 0...heads.count {
            if word == ancestor { return true }
            guard heads[word] >= 0 else { return false }
            word = Int(heads[word])
        }
        return false
    }
}
