import CKernels

/// Fine-tunes a transformer for names and syntax: a step a batch, an epoch over all sentences, the best epoch kept.
///
/// The table of pieces is frozen. A batch is worked on in two halves whose gradients are added in order, and all chance
/// comes from seed and step: so the same data and options give the same model, byte for byte, on one core or two, in
/// one go or resumed. Another set of kernels rounds otherwise.
public final class DeepTrainer {
    public struct Options: Hashable, Sendable {
        /// How many of the base's layers are used, from below; all when nil.
        public var layers: Int?
        public var epochs = 4
        /// The largest step.
        public var rate: Float = 1.5e-4
        /// The share of steps in which the step grows; then it falls to nothing.
        public var warmUp: Float = 0.1
        public var decay: Float = 0.01
        /// How much larger the steps of the heads are.
        public var headFactor: Float = 10
        /// Pieces a step learns from.
        public var batch = 640
        /// The share of numbers that a step overlooks.
        public var dropout: Float = 0.1
        public var seed: UInt64 = 1
        /// After so many epochs in a row without a better score it ends.
        public var patience = 3
        /// How wide the views of words are in trees, for arcs and for relations; multiples of 16.
        public var arcWidth = 128
        public var relationWidth = 64
        /// Whether layers are written in single precision, not in 8 bits.
        public var isFloat = false
        /// Whether only the head of the corpus that is followed is written.
        public var isBare = false

        public init() {}
    }

    public let options: Options
    /// Steps that there are in all epochs.
    public let steps: Int

    let text: TrainingText
    let parameters: Parameters
    let values: Buffer<Float>
    var adam: Adam
    var course = TrainingCourse()
    let kernels: Kernels
    let base: DeepBase
    /// Nil where no names are learned.
    let followed: Int?
    private let order: EpochOrder
    private let halves: [TrainingPass]
    private let grads: Buffer<Float>
    private let otherGrads: Buffer<Float>
    private(set) var place = Place()
    /// Those of the present epoch.
    private var batches: [[Int]]

    /// How far the training is: steps of an epoch, and the sum of their losses.
    struct Place: Hashable {
        var epoch = 0
        var steps = 0
        var loss = 0.0
    }

    /// - Parameters:
    ///   - following: the corpus whose head for names the program uses; the first of the text when nil.
    ///   - kernels: what to compute with; the fastest that this processor can.
    public init(
        _ base: DeepBase, _ text: TrainingText, following corpus: String? = nil,
        options: Options = Options(), kernels: Kernels? = Kernels.best
    ) throws(DeepTrainingError) {
        guard let kernels, !text.segments.isEmpty else { throw .empty }
        let layers = options.layers ?? base.layers
        guard 1...base.layers ~= layers else { throw .layers(layers, base.layers) }
        let followed = text.heads.firstIndex { head in
            head.kind == .names && corpus.map { $0 == head.corpus } ?? true
        }
        if let corpus, followed == nil { throw .follow(corpus) }
        for head in text.heads where head.labels.count > head.mostLabels {
            throw .labels(head)
        }
        (self.base, self.text, self.options, self.kernels, self.followed) = (
            base, text, options, kernels, followed
        )
        let shape = base.model.shape
        let outs = text.heads.reduce(0) { $0 + $1.outs }
        let relations = text.heads.first { $0.kind == .tree }?.labels.count
        let parameters = Parameters(
            layers: layers, heads: shape.heads, inner: shape.inner, positions: shape.positions,
            outs: (outs + DeepShape.lanes - 1) / DeepShape.lanes * DeepShape.lanes,
            tree: relations.map { ($0, options.arcWidth, options.relationWidth) })
        self.parameters = parameters
        values = Buffer(count: parameters.count)
        grads = Buffer(count: parameters.count)
        otherGrads = Buffer(count: parameters.count)
        grads.start.initialize(repeating: 0, count: parameters.count)
        otherGrads.start.initialize(repeating: 0, count: parameters.count)
        halves = (0..<2).map { _ in TrainingPass(parameters, kernels, epsilon: base.epsilon) }
        let order = EpochOrder(text, size: options.batch, seed: options.seed)
        self.order = order
        steps = (0..<options.epochs).reduce(0) { $0 + order.batches(inEpoch: $1).count }
        batches = order.batches(inEpoch: 0)
        adam = Adam(
            count: parameters.count, head: parameters.head.start, steps: steps, kernels,
            options: Adam.Options(
                rate: options.rate, decay: options.decay, warmUp: options.warmUp,
                headFactor: options.headFactor))
        base.fill(values.start, parameters)
        fillHeads()
    }

    /// The heads: as the base has them, else small numbers by chance.
    private func fillHeads() {
        let matrix = parameters.head
        (values.start + matrix.start).update(repeating: 0, count: matrix.end - matrix.start)
        var random = SplitMix(seed: options.seed)
        for (index, head) in text.heads.enumerated() {
            for (out, label) in zip(text.heads.outs(of: index), head.labels) {
                let known =
                    head.kind == .names ? base.label(label, of: head.corpus) : base.part(label)
                for place in 0..<matrix.depth {
                    values.start[matrix.start + place * matrix.outs + out] =
                        known?.weights[place] ?? Float.random(in: -0.05...0.05, using: &random)
                }
                values.start[matrix.bias + out] = known?.bias ?? 0
            }
        }
        if let tree = parameters.tree { fill(tree, &random) }
    }

    /// The head for trees: small numbers by chance, then what the base knows.
    private func fill(_ tree: TreeLayout, _ random: inout SplitMix) {
        (values.start + tree.start).update(repeating: 0, count: tree.count)
        // Places that only fill up a layer stay nothing.
        let used = tree.relations * tree.relationWidth
        let layers = [
            (tree.views, tree.views.outs, Float(0.08)), (tree.arcs, tree.arcs.outs, 0.05),
            (tree.products, used, 0.02),
        ]
        for (layer, outs, size) in layers {
            for place in 0..<layer.depth {
                for out in 0..<outs {
                    values.start[layer.start + place * layer.outs + out] =
                        Float.random(in: -size...size, using: &random)
                }
            }
        }
        let relations = text.heads.first { $0.kind == .tree }?.labels ?? []
        base.fill(values.start, tree, relations)
    }

    /// Steps that were taken.
    public var step: Int { adam.step }
    /// Epochs that are finished.
    public var epoch: Int { place.epoch + (place.steps == batches.count ? 1 : 0) }
    /// Steps of the present epoch, or of the last one when it has just ended: those that were taken, and all.
    public var stepsOfEpoch: (taken: Int, all: Int) { (place.steps, batches.count) }
    /// Their mean loss.
    public var loss: Double { place.steps == 0 ? 0 : place.loss / Double(place.steps) }
    /// Whether all epochs are done, or the score has not grown for too long.
    public var isDone: Bool { epoch >= options.epochs || course.epochsWithoutGain >= options.patience }

    /// Takes a step; the last one of an epoch ends it.
    /// - Parameter share: runs the two halves of the work.
    /// - Returns: the pieces that it learned from; none when all is done.
    @discardableResult
    public func takeStep(sharing share: WorkShare = WorkShares.oneByOne) -> Int {
        guard !isDone else { return 0 }
        if place.steps == batches.count {
            place = Place(epoch: place.epoch + 1)
            batches = order.batches(inEpoch: place.epoch)
        }
        let batch = batches[place.steps]
        let parts = order.halves(batch)
        let total = batch.reduce(0) { $0 + text.segments[$1].targets.count }
        let seed = options.seed ^ UInt64(adam.step + 1) &* 0x9E37_79B9_7F4A_7C15
        var losses: [Float] = [0, 0]
        losses.withUnsafeMutableBufferPointer { losses in
            let losses = losses.baseAddress
            share(2) { half in
                losses?[half] = halves[half].run(
                    self.batch(parts[half]), values.start,
                    adding: half == 0 ? grads.start : otherGrads.start, over: total,
                    Dropout(share: options.dropout, seed: seed &+ UInt64(half)))
            }
        }
        adam.take(grads.start, otherGrads.start, to: values.start, sharing: share)
        place.loss += Double(losses[0] + losses[1])
        place.steps += 1
        return batch.reduce(0) { $0 + text.segments[$1].pieces.count }
    }

    /// Goes on from a place.
    /// - Returns: false for one that this training never comes to.
    func resume(at place: Place) -> Bool {
        guard 0..<options.epochs ~= place.epoch else { return false }
        let batches = order.batches(inEpoch: place.epoch)
        guard 0...batches.count ~= place.steps else { return false }
        (self.place, self.batches) = (place, batches)
        return true
    }

    /// What the frozen table and the labels say of some segments.
    private func batch(_ indices: [Int]) -> TrainingBatch {
        let shape = base.model.shape
        let rows = indices.reduce(0) { $0 + text.segments[$1].pieces.count }
        var batch = TrainingBatch(
            inputs: Array(repeating: 0, count: rows * shape.width), segments: [], targets: [])
        let nowhere = Array(repeating: UInt16(0), count: shape.width)
        base.model.withParts { parts in
            batch.inputs.withUnsafeMutableBufferPointer { inputs in
                guard let inputs = inputs.baseAddress else { return }
                var row = 0
                for index in indices {
                    let segment = text.segments[index]
                    let outs = text.heads.outs(of: segment.head)
                    batch.targets += text.targets[segment.targets].map {
                        (row + Int($0.place), outs, Int($0.label))
                    }
                    if !segment.links.isEmpty { batch.trees.append(tree(text.links[segment.links], row)) }
                    batch.segments.append(row..<row + segment.pieces.count)
                    for piece in text.pieces[segment.pieces] {
                        kernels.embed(
                            parts.table + Int(piece) * shape.tableRow, position: nowhere, type: parts.type,
                            width: shape.width, to: inputs + row * shape.width)
                        row += 1
                    }
                }
            }
        }
        return batch
    }

    private func tree(_ links: ArraySlice<TrainingText.Link>, _ row: Int) -> TrainingBatch.Tree {
        TrainingBatch.Tree(
            rows: [row] + links.map { row + Int($0.place) },
            links: links.map { link in link.head.map { (Int($0), Int(link.relation)) } })
    }
}
