/// The search for the best tree of a sentence: from left to right, with the best few states kept (beam search).
///
/// Made to be used again; a sentence of n words takes 2n - 1 steps whatever the tree is.
struct ParseSearch {
    /// Shift, attach to the left, attach to the right.
    static let actionCount = 3

    let width: Int
    /// States so far behind the best one are given up; learning gives up none.
    let margin: Int64
    private(set) var states: [ParseState] = []
    private(set) var cells: [ParseCell] = []
    private var rows = [UInt32](repeating: 0, count: ParseFeatures.count)
    /// The states of the last step, the best first.
    private(set) var beam: [Int32] = []
    private var candidates: [(score: Int64, state: Int32, action: Int32)] = []

    init(width: Int, margin: Int64 = .max) {
        self.width = max(1, width)
        self.margin = margin
    }

    /// Begins anew with a sentence.
    mutating func begin() {
        states.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        states.append(ParseState(next: ParseItem(word: 0)))
        beam = [0]
    }

    /// Goes one step further with each state of the beam.
    mutating func advance(
        _ tokens: UnsafePointer<ParseToken>, count: Int, weights: some ActionWeights, hash: FeatureRow
    ) {
        candidates.removeAll(keepingCapacity: true)
        for state in beam {
            let scores = scores(of: state, tokens, count: count, weights: weights, hash: hash)
            let base = states[Int(state)].score
            for action in 0..<Self.actionCount where isLegal(action, in: state, count: count) {
                keep(base + Int64(scores[action]), state, Int32(action))
            }
        }
        beam.removeAll(keepingCapacity: true)
        guard let best = candidates.first?.score else { return }
        for candidate in candidates where best - candidate.score <= margin {
            beam.append(follow(candidate.state, action: Int(candidate.action), score: candidate.score))
        }
    }

    /// Puts a candidate in its place, if it is among the best.
    @inline(__always)
    private mutating func keep(_ score: Int64, _ state: Int32, _ action: Int32) {
        var place = candidates.count
        if place == width {
            guard score > candidates[place - 1].score else { return }
            place -= 1
            candidates.removeLast()
        }
        while place > 0, candidates[place - 1].score < score { place -= 1 }
        candidates.insert((score, state, action), at: place)
    }

    @inline(__always)
    func isLegal(_ action: Int, in state: Int32, count: Int) -> Bool {
        let state = states[Int(state)]
        switch action {
        case 0: return Int(state.next.word) < count
        case 1: return Int(state.next.word) < count && state.top >= 0
        default: return state.top >= 0 && cells[Int(state.top)].below >= 0
        }
    }

    /// Makes the state that an action leads to.
    @inline(__always)
    mutating func follow(_ index: Int32, action: Int, score: Int64) -> Int32 {
        var state = states[Int(index)]
        state.score = score
        state.previous = index
        state.action = Int32(action)
        switch action {
        case 0:
            cells.append(ParseCell(item: state.next, below: state.top))
            state.top = Int32(cells.count - 1)
            state.next = ParseItem(word: state.next.word + 1)
        case 1:
            let cell = cells[Int(state.top)]
            state.next.attachLeft(cell.item.word)
            state.top = cell.below
        default:
            let cell = cells[Int(state.top)]
            var head = cells[Int(cell.below)]
            head.item.attachRight(cell.item.word)
            cells.append(head)
            state.top = Int32(cells.count - 1)
        }
        states.append(state)
        return Int32(states.count - 1)
    }

    /// Writes the rows of a state's features.
    @inline(__always)
    private mutating func write(
        _ index: Int32, _ tokens: UnsafePointer<ParseToken>, count: Int, hash: FeatureRow
    ) {
        let state = states[Int(index)]
        var (top, below, third) = (ParseItem.none, ParseItem.none, ParseItem.none)
        if state.top >= 0 {
            let cell = cells[Int(state.top)]
            top = cell.item
            if cell.below >= 0 {
                let second = cells[Int(cell.below)]
                below = second.item
                if second.below >= 0 { third = cells[Int(second.below)].item }
            }
        }
        rows.withUnsafeMutableBufferPointer { rows in
            guard let rows = rows.baseAddress else { return }
            ParseFeatures.write(
                top, below, third, state.next, count: count, tokens: tokens, hash: hash, to: rows)
        }
    }

    @inline(__always)
    private mutating func scores(
        of index: Int32, _ tokens: UnsafePointer<ParseToken>, count: Int, weights: some ActionWeights,
        hash: FeatureRow
    ) -> ActionScores {
        write(index, tokens, count: count, hash: hash)
        return rows.withUnsafeBufferPointer { weights.scores($0) }
    }

    /// The rows of a state, for training.
    mutating func rows(
        of index: Int32, _ tokens: UnsafePointer<ParseToken>, count: Int, hash: FeatureRow
    ) -> [UInt32] {
        write(index, tokens, count: count, hash: hash)
        return rows
    }

    /// The score of one action, for training.
    mutating func score(
        of index: Int32, action: Int, _ tokens: UnsafePointer<ParseToken>, count: Int,
        weights: some ActionWeights, hash: FeatureRow
    ) -> Int32 {
        scores(of: index, tokens, count: count, weights: weights, hash: hash)[action]
    }

    /// The states on the way to a state, first to last.
    func path(to index: Int32) -> [Int32] {
        var path: [Int32] = []
        var index = index
        while index >= 0 {
            path.append(index)
            index = states[Int(index)].previous
        }
        return path.reversed()
    }

    /// The heads that the way to a state gives; -1 for the root.
    func heads(at index: Int32, count: Int) -> [Int32] {
        var heads = [Int32](repeating: -1, count: count)
        var index = index
        while index > 0 {
            let state = states[Int(index)]
            let before = states[Int(state.previous)]
            if state.action == 1, before.top >= 0 {
                heads[Int(cells[Int(before.top)].item.word)] = before.next.word
            } else if state.action == 2, before.top >= 0 {
                let cell = cells[Int(before.top)]
                heads[Int(cell.item.word)] = cells[Int(cell.below)].item.word
            }
            index = state.previous
        }
        return heads
    }
}
