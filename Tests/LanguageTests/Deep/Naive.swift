#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The transformer as its definition reads, in double precision, to compare with.
enum Naive {
    /// Rows x depth times (outs x depth) transposed, plus a bias.
    static func product(_ input: [Double], _ weights: [Float], _ bias: [Float], depth: Int) -> [Double] {
        let outs = bias.count
        return (0..<input.count / depth).flatMap { row in
            (0..<outs).map { out in
                (0..<depth).reduce(Double(bias[out])) {
                    $0 + input[row * depth + $1] * Double(weights[out * depth + $1])
                }
            }
        }
    }

    static func normalized(
        _ x: [Double], _ weight: [Double], _ bias: [Double], epsilon: Double
    ) -> [Double] {
        let width = weight.count
        return stride(from: 0, to: x.count, by: width).flatMap { start in
            let row = x[start..<start + width]
            let mean = row.reduce(0, +) / Double(width)
            let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
            return zip(row, zip(weight, bias)).map {
                ($0 - mean) / (variance + epsilon).squareRoot() * $1.0 + $1.1
            }
        }
    }

    static func gelu(_ x: Double) -> Double { x / 2 * erfc(-x / 2.0.squareRoot()) }

    /// - Parameter parts: length x (query, key, value), each heads x 32.
    static func attention(_ parts: [Double], length: Int, heads: Int) -> [Double] {
        let width = 32 * heads
        func row(_ piece: Int, _ part: Int, _ head: Int) -> ArraySlice<Double> {
            let start = piece * 3 * width + part * width + head * 32
            return parts[start..<start + 32]
        }
        var out = Array(repeating: 0.0, count: length * width)
        for head in 0..<heads {
            for piece in 0..<length {
                let scores = (0..<length).map { key in
                    zip(row(piece, 0, head), row(key, 1, head)).reduce(0) { $0 + $1.0 * $1.1 }
                        / 32.0.squareRoot()
                }
                let top = scores.max() ?? 0
                let shares = scores.map { exp($0 - top) }
                let total = shares.reduce(0, +)
                for key in 0..<length {
                    for (place, value) in row(key, 2, head).enumerated() {
                        out[piece * width + head * 32 + place] += shares[key] / total * value
                    }
                }
            }
        }
        return out
    }
}
