import Testing

@testable import Language

/// Short codes of what the transformer says of words.
@Suite struct StateCoderTests {
    private static let width = 64

    /// Random states with a large part that all have in common, as a transformer's have.
    private func states(_ count: Int, seed: UInt64) -> [Float] {
        var random = SplitMix(seed: seed)
        return (0..<count * Self.width).map { index in
            Float(index % Self.width % 7) + Float.random(in: -1...1, using: &random)
        }
    }

    private func codes(_ states: [Float], _ coder: StateCoder) throws -> [[UInt8]] {
        let kernels = try #require(Kernels.best)
        let count = states.count / Self.width
        let codes = states.withUnsafeBufferPointer { states in
            states.baseAddress.map { coder.codes($0, rows: Array(0..<count), kernels) } ?? []
        }
        return (0..<count).map { Array(codes[$0 * StateCoder.groups..<($0 + 1) * StateCoder.groups]) }
    }

    private func shared(_ left: [UInt8], _ right: [UInt8]) -> Int { zip(left, right).count { $0 == $1 } }

    @Test("a state like another has many codes with it in common, any other one few")
    func likeness() throws {
        let coder = StateCoder(states: states(200, seed: 1), width: Self.width)
        let first = states(1, seed: 2)
        var random = SplitMix(seed: 3)
        let near = first.map { $0 + Float.random(in: -0.2...0.2, using: &random) }
        let found = try codes(first + near + states(1, seed: 4), coder)
        #expect(shared(found[0], found[1]) > StateCoder.groups / 3)
        #expect(shared(found[0], found[2]) < StateCoder.groups / 6)
    }

    @Test("the same states give the same coder, and codes use all their signs")
    func steady() throws {
        let (first, second) = (
            StateCoder(states: states(100, seed: 5), width: Self.width),
            StateCoder(states: states(100, seed: 5), width: Self.width)
        )
        let words = states(300, seed: 6)
        let found = try codes(words, first)
        #expect(found == (try codes(words, second)))
        #expect(Set(found.map { $0[0] }).count > 32)
    }
}
