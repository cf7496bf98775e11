import Testing

@testable import Language

@Suite struct WeightRowsTests {
    private func rows(_ weights: [Int16], columns: Int) throws -> ByteRows {
        var writer = ModelWriter()
        ByteRows.write(weights, columns: columns, as: "rows", to: &writer)
        return try ByteRows(ModelFile(ModelMemory(copying: writer.bytes())), "rows", columns: columns)
    }

    @Test("small weights are kept as they are")
    func exact() throws {
        let weights: [Int16] = [0, 1, -1, 127, -127, 5, 0, 0, 0]
        let rows = try rows(weights, columns: 3)
        #expect(rows.count == 3)
        for (place, weight) in weights.enumerated() {
            #expect(rows.weight(place / 3, place % 3) == Int32(weight))
        }
    }

    @Test("a weight is off by at most half a 127th of the largest of its row, rounded up")
    func near() throws {
        var random = SplitMix(seed: 3)
        let weights = (0..<4_000).map { index in
            Int16(truncatingIfNeeded: Int(random.next() % 64_001) - 32_000) >> Int16(index / 4 % 12)
        }
        let rows = try rows(weights, columns: 4)
        for row in 0..<rows.count {
            let gold = weights[row * 4..<row * 4 + 4].map(Int32.init)
            let scale = gold.reduce(0) { max($0, ($1.magnitude + 126) / 127) }
            for column in 0..<4 {
                #expect((rows.weight(row, column) - gold[column]).magnitude <= (scale + 1) / 2)
            }
        }
    }

    @Test("the largest numbers of all are cut to what a row can hold")
    func limit() throws {
        let rows = try rows([.max, .min], columns: 2)
        #expect(rows.weight(0, 0) == 32_385)
        #expect(rows.weight(0, 1) == -32_385)
    }

    @Test("a section that is no whole number of rows is refused")
    func damaged() throws {
        var writer = ModelWriter()
        writer.add("rows", [1, 2, 3, 4, 5] as [UInt8])
        let file = try ModelFile(ModelMemory(copying: writer.bytes()))
        #expect(throws: ModelError.self) { try ByteRows(file, "rows", columns: 2) }
    }

    @Test("rows that are read in one go with what lies behind them end within the section")
    func wide() throws {
        let rows = try rows(Array(repeating: 1, count: 30), columns: 3)
        // Ten rows of four bytes: the sixteen weights of row 5 end at byte 37 of 40, those of row 6 would at 41.
        #expect(rows.countOfRows(with: 16) == 6)
        #expect(rows.countOfRows(with: 39) == 1)
        #expect(rows.countOfRows(with: 40) == 0)
        #expect(rows.countOfRows(with: 64) == 0)
    }
}
