import Testing

@testable import Language

@Suite struct PackedRowsTests {
    private func packed(_ weights: [Int16], columns: Int) throws -> PackedRows {
        var writer = ModelWriter()
        PackedRows.write(weights, columns: columns, as: "rows", to: &writer)
        return try PackedRows(ModelFile(ModelMemory(copying: writer.bytes())), "rows", columns: columns)
    }

    @Test("small weights are packed and summed without loss")
    func sums() throws {
        var random = SplitMix(seed: 3)
        let weights = (0..<20 * 48).map { _ in Int16.random(in: -127...127, using: &random) }
        let rows = try packed(weights, columns: 48)
        #expect(rows.count == 20)
        let chosen: [UInt32] = [0, 19, 7, 7, 3]
        var sums = [Int32](repeating: 0, count: 48)
        chosen.withUnsafeBufferPointer { chosen in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let sums = sums.baseAddress else { return }
                rows.sum(chosen, columns: 48, to: sums)
            }
        }
        let expected = (0..<48).map { column in
            chosen.reduce(Int32(0)) { $0 + Int32(weights[Int($1) * 48 + column]) }
        }
        #expect(sums == expected)
    }

    @Test("large weights share a step, and those beyond a byte are cut")
    func steps() {
        var weights = [Int16](repeating: 1_270, count: 20_000)
        weights[0] = .max
        weights[1] = .min
        weights[2] = 0
        weights[3] = -1_270
        let packed = PackedRows.packed(weights, step: PackedRows.step(for: weights))
        #expect(packed.prefix(5).elementsEqual([255, 0, 128, 1, 255]))
    }

    @Test("no weights at all, and only zeros")
    func empty() {
        #expect(PackedRows.step(for: []) == 1)
        #expect(PackedRows.step(for: [0, 0]) == 1)
        #expect(PackedRows.packed([], step: 1).isEmpty)
        #expect(PackedRows.packed([0, 0], step: 1) == [128, 128])
    }

    @Test("the scores of actions are those of the weights", arguments: [1, 92, 250])
    func actions(count: Int) throws {
        var random = SplitMix(seed: 5)
        let weights = (0..<64 * 3).map { _ in Int16.random(in: -127...127, using: &random) }
        var writer = ModelWriter()
        ActionRows.write(weights, step: 1, as: "actions", to: &writer)
        let rows = try ActionRows(ModelFile(ModelMemory(copying: writer.bytes())), "actions")
        let chosen = (0..<count).map { _ in UInt32.random(in: 0..<64, using: &random) }
        let scores = chosen.withUnsafeBufferPointer { rows.scores($0) }
        for action in 0..<3 {
            #expect(scores[action] == chosen.reduce(Int32(0)) { $0 + Int32(weights[Int($1) * 3 + action]) })
        }
    }
}
