import Testing

@testable import Language

@Suite("weights in 6 bits")
struct PackedWeightsTests {
    private static func unpacked(_ bytes: [UInt8]) throws(ModelError) -> [Int8] {
        let weights = try PackedWeights.unpacked(ModelArray(ModelMemory(copying: bytes), 0..<bytes.count))
        return (0..<weights.count).map { weights[$0] }
    }

    @Test("a weight comes back at most half a step away, and small blocks as they were")
    func roundTrip() throws {
        var chance = Chance(5)
        for largest in [Float(0), 1, 31, 32, 62, 100, 127] {
            let weights = (0..<256).map { _ in Float.random(in: -largest...largest, using: &chance) }
            let packed = PackedWeights.packed(weights)
            #expect(packed.count == 4 * PackedWeights.stride)
            let step = max(1, (largest / 31).rounded(.up))
            for (weight, back) in zip(weights, try Self.unpacked(packed)) {
                #expect(abs(weight - Float(back)) <= step / 2)
            }
        }
        let whole = (0..<64).map { Float($0 % 63 - 31) }
        #expect(try Self.unpacked(PackedWeights.packed(whole)).map(Float.init) == whole)
    }

    @Test("what is no packed block is refused")
    func damaged() {
        for bytes in [
            [UInt8](repeating: 1, count: 48), [0] + [UInt8](repeating: 9, count: 48),
            [6] + [UInt8](repeating: 9, count: 48),
        ] {
            #expect(throws: ModelError.self) { try Self.unpacked(bytes) }
        }
    }
}
