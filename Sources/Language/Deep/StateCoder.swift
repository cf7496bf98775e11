import CKernels
import Synchronization

/// Turns what the transformer's last layer says of a word into a few short codes that are alike for words used alike:
/// what a person's own labels are learned from beside the word itself.
///
/// Each code has the signs of some random projections of the state (Charikar, "Similarity Estimation Techniques from
/// Rounding Algorithms", 2002), after each place was brought to mean 0 and spread 1. So a code is a feature like any
/// other, and the personal layer needs no second mechanism for them.
struct StateCoder: Sendable {
    /// Codes a word has.
    static let groups = 32
    /// Signs a code has.
    private static let bits = 6

    private let matrix: Dense
    /// Width x projections, then what centres them.
    private let numbers: [Float]

    /// - Parameter states: rows x width, of words as they are used, to learn mean and spread of each place from.
    init(states: [Float], width: Int) {
        let rows = max(1, states.count / max(1, width))
        var means = Array(repeating: Float(0), count: width)
        var spreads = Array(repeating: Float(0), count: width)
        for (index, value) in states.enumerated() { means[index % width] += value / Float(rows) }
        for (index, value) in states.enumerated() {
            let distance = value - means[index % width]
            spreads[index % width] += distance * distance / Float(rows)
        }
        matrix = Dense(start: 0, depth: width, outs: Self.groups * Self.bits)
        var numbers = Array(repeating: Float(0), count: matrix.end)
        var random = SplitMix(seed: 0x5EED)
        for place in 0..<width {
            let scale = 1 / max(1e-6, spreads[place].squareRoot())
            for out in 0..<matrix.outs {
                let weight = random.next() & 1 == 0 ? scale : -scale
                numbers[place * matrix.outs + out] = weight
                numbers[matrix.bias + out] -= weight * means[place]
            }
        }
        self.numbers = numbers
    }

    /// The codes of some rows of states, one behind the other.
    func codes(_ states: UnsafePointer<Float>, rows: [Int], _ kernels: Kernels) -> [UInt8] {
        var gathered: [Float] = []
        gathered.reserveCapacity(rows.count * matrix.depth)
        for row in rows {
            gathered.append(
                contentsOf: UnsafeBufferPointer(start: states + row * matrix.depth, count: matrix.depth))
        }
        var signs = Array(repeating: Float(0), count: rows.count * matrix.outs)
        gathered.withUnsafeMutableBufferPointer { gathered in
            signs.withUnsafeMutableBufferPointer { signs in
                numbers.withUnsafeBufferPointer { numbers in
                    guard let from = gathered.baseAddress, let to = signs.baseAddress,
                        let numbers = numbers.baseAddress
                    else { return }
                    kernels.multiply(
                        Rows(start: from, stride: matrix.depth), rows.count, by: matrix, numbers,
                        to: Rows(start: to, stride: matrix.outs))
                }
            }
        }
        return stride(from: 0, to: signs.count, by: Self.bits).map { first in
            signs[first..<first + Self.bits].reduce(0) { $0 << 1 | ($1 > 0 ? 1 : 0) }
        }
    }
}

extension StateCoder {
    /// Made when it is first asked for, by whoever asks first.
    final class Cache: Sendable {
        private let made = Mutex<StateCoder?>(nil)

        func coder(_ make: () throws(CancellationError) -> StateCoder) throws(CancellationError) -> StateCoder
        {
            if let known = made.withLock({ $0 }) { return known }
            let coder = try make()
            made.withLock { $0 = coder }
            return coder
        }
    }

    /// Plain sentences, in which words of all kinds are used: mean and spread are learned from them.
    static let sentences: [[String]] = [
        "Die Stadt hat im vergangenen Jahr drei neue Schulen gebaut , sagte die Bürgermeisterin am Montag .",
        "Nach Angaben der Polizei wurde bei dem Unfall auf der Landstraße niemand schwer verletzt .",
        "Der Konzern Aldra & Söhne will bis 2027 rund 40 Millionen Euro in das Werk bei Bremen investieren .",
        "Heute beginnt in Wien das Treffen der Verkehrsminister ; Ergebnisse werden erst im Herbst erwartet .",
        "Er kam aus einem kleinen Dorf , lernte Tischler und zog mit seiner Schwester nach Norden .",
        "The council approved the budget on Tuesday after a long debate about the cost of the new bridge .",
        "Shares in the company fell by 4 percent when its chief executive , Ann Pell , announced her departure .",
        "Nobody was hurt , but the road between the harbour and the old market stayed closed for six hours .",
    ].map { $0.split(separator: " ").map(String.init) }
}
