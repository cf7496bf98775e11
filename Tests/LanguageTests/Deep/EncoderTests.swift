import Testing

@testable import Language

@Suite struct EncoderTests {
    private static func model(_ bytes: [UInt8]) throws -> DeepModel {
        try DeepModel(ModelFile(ModelMemory(copying: bytes)))
    }

    private static func segment(_ length: Int, _ chance: inout Chance) -> [Int] {
        (0..<length).map { _ in Int.random(in: 0..<TinyModel.pieces.count + 3, using: &chance) }
    }

    private static func scores(
        _ model: DeepModel, _ segments: [[Int]], _ kernels: Kernels
    ) throws -> [Float] {
        var batch = PieceBatch()
        for segment in segments { batch.add(segment.map { Int32($0) }[...], model.shape) }
        var scores: [Float] = []
        try Encoder(model, kernels).run(batch, scores: &scores)
        return scores
    }

    @Test("in single precision every set of kernels gives what the definition gives")
    func definition() throws {
        let tiny = TinyModel()
        let model = try Self.model(tiny.bytes())
        var chance = Chance(7)
        for length in [1, 5, 13, 22] {
            let segment = Self.segment(length, &chance)
            for set in Kernels.usable {
                #expect(distance(try Self.scores(model, [segment], set), tiny.scores(segment)) < 1e-3)
            }
        }
    }

    @Test("8-bit layers are near, and the same to the last digits in every set")
    func bytes() throws {
        let tiny = TinyModel(isFloat: false)
        let model = try Self.model(tiny.bytes())
        var chance = Chance(8)
        let segment = Self.segment(17, &chance)
        let right = tiny.scores(segment)
        let size = right.map(abs).max() ?? 0
        let first = try Self.scores(model, [segment], Kernels.usable[0])
        #expect(distance(first, right) < 0.1 * size)
        for set in Kernels.usable {
            #expect(distance(try Self.scores(model, [segment], set), first.map(Double.init)) < 0.02 * size)
        }
    }

    @Test("a segment does not see the others of its batch, however many rows there are")
    func batches() throws {
        let model = try Self.model(TinyModel().bytes())
        let set = try #require(Kernels.best)
        var chance = Chance(9)
        let segments = (0..<30).map { Self.segment($0 % 22 + 1, &chance) }
        let together = try Self.scores(model, segments, set)
        #expect(together.count > 2 * Encoder.chunk * TinyModel.labels.count)
        let apart = try segments.flatMap { try Self.scores(model, [$0], set) }
        #expect(distance(together, apart.map(Double.init)) < 1e-4)
    }

    @Test("a segment beyond the positions is cut, an empty batch has no scores")
    func limits() throws {
        let tiny = TinyModel(positions: 16)
        let model = try Self.model(tiny.bytes())
        let set = try #require(Kernels.best)
        let scores = try Self.scores(model, [Array(repeating: 1, count: 40)], set)
        #expect(scores.count == 16 * TinyModel.labels.count)
        #expect(try Self.scores(model, [], set).isEmpty)
    }

    @Test("a cancelled task stops before the next step")
    func cancellation() async throws {
        let model = try Self.model(TinyModel().bytes())
        let set = try #require(Kernels.best)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try Self.scores(model, [[1, 2, 3]], set)
        }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }
}
