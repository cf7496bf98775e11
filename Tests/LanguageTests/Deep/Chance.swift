/// Numbers by chance that are the same in every run (xorshift).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func floats(_ count: Int, _ size: Float = 1) -> [Float] {
        (0..<count).map { _ in Float.random(in: -size...size, using: &self) }
    }

    mutating func bytes(_ count: Int) -> [Int8] {
        (0..<count).map { _ in Int8.random(in: -127...127, using: &self) }
    }
}

/// Weights (outs x depth) in the order of the kernels: panels of 16 outs, `group` places of an out side by side.
func panels<Number>(_ weights: [Number], outs: Int, depth: Int, group: Int) -> [Number] {
    var packed: [Number] = []
    for first in stride(from: 0, to: outs, by: 16) {
        for place in stride(from: 0, to: depth, by: group) {
            for out in first..<first + 16 {
                packed += weights[out * depth + place..<out * depth + place + group]
            }
        }
    }
    return packed
}

/// The largest distance between two rows of numbers.
func distance(_ some: [Float], _ others: [Double]) -> Double {
    zip(some, others).reduce(some.count == others.count ? 0 : .infinity) { max($0, abs(Double($1.0) - $1.1)) }
}
