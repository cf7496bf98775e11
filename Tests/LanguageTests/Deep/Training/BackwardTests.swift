import CKernels
import Testing

@testable import Language

/// Gradients against finite differences: the loss is the sum of all outputs, each times a weight by chance.
@Suite struct BackwardTests {
    /// The differences of a loss for numbers of x, by the central formula.
    private static func differences(
        _ x: [Float], at indices: [Int]? = nil, _ loss: ([Double]) -> Double
    ) -> [Double] {
        let wide = x.map(Double.init)
        return (indices ?? Array(x.indices)).map { index in
            var (more, less) = (wide, wide)
            more[index] += 1e-5
            less[index] -= 1e-5
            return (loss(more) - loss(less)) / 2e-5
        }
    }

    @Test("products of all kinds that training needs are those of the definition")
    func products() {
        for set in Kernels.usable {
            for (rows, depth, outs) in [(1, 1, 16), (3, 7, 32), (13, 40, 48), (25, 33, 80)] {
                for isTransposed in [false, true] {
                    for adds in [false, true] {
                        var chance = Chance(UInt64(rows + depth + outs))
                        let (input, weights) = (chance.floats(rows * depth), chance.floats(depth * outs))
                        let before = chance.floats(rows * outs)
                        var out = before
                        input.withUnsafeBufferPointer { input in
                            weights.withUnsafeBufferPointer { weights in
                                out.withUnsafeMutableBufferPointer { out in
                                    set.multiply(
                                        glosse_product(
                                            in: input.baseAddress, in_row: isTransposed ? 1 : depth,
                                            in_place: isTransposed ? rows : 1, weights: weights.baseAddress,
                                            step: outs, out: out.baseAddress, out_row: outs,
                                            rows: Int32(rows), depth: Int32(depth), outs: Int32(outs),
                                            adds: adds ? 1 : 0))
                                }
                            }
                        }
                        let right = (0..<rows * outs).map { index in
                            (0..<depth).reduce(adds ? Double(before[index]) : 0) { sum, place in
                                let from =
                                    isTransposed
                                    ? place * rows + index / outs : index / outs * depth + place
                                return sum + Double(input[from])
                                    * Double(weights[place * outs + index % outs])
                            }
                        }
                        #expect(distance(out, right) < 1e-4, "\(set.name) \(rows) x \(depth) x \(outs)")
                    }
                }
            }
        }
    }

    @Test("the step back through GELU")
    func gelu() {
        let x = (0..<160).map { Float($0 - 80) / 12 }
        let right = Self.differences(x) { $0.reduce(0) { $0 + Naive.gelu($1) } }
        for set in Kernels.usable {
            var grad = Array(repeating: Float(1), count: x.count)
            set.geluBack(x, &grad, count: x.count)
            #expect(distance(grad, right) < 1e-5, "\(set.name)")
        }
    }

    @Test("the step back through layer norm")
    func norm() {
        let (rows, width) = (2, 32)
        var chance = Chance(11)
        let (x, weight, bias) = (chance.floats(rows * width, 2), chance.floats(width), chance.floats(width))
        let wanted = chance.floats(rows * width)
        func loss(_ x: [Double], _ weight: [Double], _ bias: [Double]) -> Double {
            zip(Naive.normalized(x, weight, bias, epsilon: 1e-5), wanted).reduce(0) {
                $0 + $1.0 * Double($1.1)
            }
        }
        let (wide, wideWeight, wideBias) = (
            x.map(Double.init), weight.map(Double.init), bias.map(Double.init)
        )
        for set in Kernels.usable {
            var grad = wanted
            var weightGrad = Array(repeating: Float(0), count: width)
            var biasGrad = weightGrad
            set.normalizeBack(
                x, &grad, rows: rows, width: width, weight: weight, epsilon: 1e-5, weightGrad: &weightGrad,
                biasGrad: &biasGrad)
            #expect(distance(grad, Self.differences(x) { loss($0, wideWeight, wideBias) }) < 1e-4)
            #expect(distance(weightGrad, Self.differences(weight) { loss(wide, $0, wideBias) }) < 1e-4)
            #expect(distance(biasGrad, Self.differences(bias) { loss(wide, wideWeight, $0) }) < 1e-4)
        }
    }

    @Test("the step back through a head of attention, whatever the length")
    func attention() {
        for length in [1, 5, 16, 19] {
            // Some of query, key and value each, at all pieces.
            let chosen = stride(from: length % 7, to: length * 96, by: 41).map { $0 }
            var chance = Chance(UInt64(length))
            let (parts, wanted) = (chance.floats(length * 96), chance.floats(length * 32))
            let right = Self.differences(parts, at: chosen) { parts in
                zip(Naive.attention(parts, length: length, heads: 1), wanted).reduce(0) {
                    $0 + $1.0 * Double($1.1)
                }
            }
            for set in Kernels.usable {
                var (grads, out) = (Array(repeating: Float.nan, count: parts.count), wanted)
                var scratch = Array(
                    repeating: Float.nan, count: glosse_attention_back_scratch(Int32(length)))
                parts.withUnsafeBufferPointer { parts in
                    grads.withUnsafeMutableBufferPointer { grads in
                        out.withUnsafeMutableBufferPointer { out in
                            guard let parts = parts.baseAddress, let grads = grads.baseAddress else { return }
                            set.attendBack(
                                glosse_head(
                                    query: parts, key: parts + 32, value: parts + 64, stride: 96,
                                    out: out.baseAddress, out_stride: 32, length: Int32(length)),
                                query: grads, key: grads + 32, value: grads + 64, scratch: &scratch)
                        }
                    }
                }
                #expect(distance(chosen.map { grads[$0] }, right) < 1e-4, "\(set.name) \(length)")
            }
        }
    }
}
