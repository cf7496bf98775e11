/// Which segments are learned from together, and in what order: by chance, the same for the same seed.
struct EpochOrder {
    private let text: TrainingText
    /// So many pieces a batch has, or a little fewer.
    private let size: Int
    private let seed: UInt64

    init(_ text: TrainingText, size: Int, seed: UInt64) {
        self.text = text
        self.size = size
        self.seed = seed
    }

    /// The batches of an epoch as numbers of segments. Rows need no padding, so lengths are mixed freely.
    func batches(inEpoch epoch: Int) -> [[Int]] {
        var random = SplitMix(seed: seed &+ UInt64(epoch) &* 0xD6E8_FEB8_6659_FD93)
        var order: [Int] = []
        for (index, segment) in text.segments.enumerated() {
            let whole = segment.times.rounded(.down)
            let isOnceMore = Float.random(in: 0..<1, using: &random) < segment.times - whole
            order += repeatElement(index, count: Int(whole) + (isOnceMore ? 1 : 0))
        }
        // Where chance leaves nothing of a little text, all of it counts.
        if order.isEmpty { order = Array(text.segments.indices) }
        order.shuffle(using: &random)
        var batches: [[Int]] = []
        var batch: [Int] = []
        var pieces = 0
        for index in order {
            let count = text.segments[index].pieces.count
            if pieces + count > size, !batch.isEmpty {
                batches.append(batch)
                batch = []
                pieces = 0
            }
            batch.append(index)
            pieces += count
        }
        // A small rest would count as much as a whole batch.
        if pieces * 2 < size, let last = batches.popLast() { batch = last + batch }
        if !batch.isEmpty { batches.append(batch) }
        return batches
    }

    /// A batch in two parts with nearly as many pieces: the longest first, each to the part that has fewer.
    func halves(_ batch: [Int]) -> [[Int]] {
        let lengths = batch.map { text.segments[$0].pieces.count }
        var halves: [[Int]] = [[], []]
        var sums = [0, 0]
        for place in batch.indices.sorted(by: { (-lengths[$0], $0) < (-lengths[$1], $1) }) {
            let half = sums[0] <= sums[1] ? 0 : 1
            halves[half].append(batch[place])
            sums[half] += lengths[place]
        }
        return halves
    }
}
