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
        let ways = [false, true].flatMap { turned in [false, true].map { (turned, $0) } }
        let shapes = [(1, 1, 16), (3, 7, 32), (13, 40, 48), (25, 33, 80)]
        for (set, (rows, depth, outs)) in Kernels.usable.flatMap({ set in shapes.map { (set, $0) } }) {
            for (isTransposed, adds) in ways {
                var chance = Chance(UInt64(rows + depth + outs))
                let (input, weights) = (chance.floats(rows * depth), chance.floats(depth * outs))
                let (before, bias) = (chance.floats(rows * outs), chance.floats(outs))
                var out = before
                input.withUnsafeBufferPointer { input in
                    weights.withUnsafeBufferPointer { weights in
                        bias.withUnsafeBufferPointer { bias in
                            out.withUnsafeMutableBufferPointer { out in
                                set.multiply(
                                    glosse_product(
                                        in: input.baseAddress, in_row: isTransposed ? 1 : depth,
                                        in_place: isTransposed ? rows : 1, weights: weights.baseAddress,
                                        step: outs, bias: adds ? nil : bias.baseAddress,
                                        out: out.baseAddress, out_row: outs, rows: Int32(rows),
                                        depth: Int32(depth), outs: Int32(outs), adds: adds ? 1 : 0))
                            }
                        }
                    }
                }
                let right = (0..<rows * outs).map { index in
                    let (row, column) = (index / outs, index % outs)
                    return (0..<depth).reduce(Double(adds ? before[index] : bias[column])) { sum, place in
                        let from = isTransposed ? place * rows + row : row * depth + place
                        return sum + Double(input[from]) * Double(weights[place * outs + column])
                    }
                }
                #expect(distance(out, right) < 1e-4, "\(set.name) \(rows) x \(depth) x \(outs)")
            }
        }
    }

    @Test("a matrix is turned over")
    func transposed() {
        let matrix = (0..<32 * 48).map(Float.init)
        for set in Kernels.usable {
            var out = Array(repeating: Float.nan, count: matrix.count)
            set.transpose(matrix, rows: 32, columns: 48, to: &out)
            let right = matrix.indices.map { matrix[$0 % 32 * 48 + $0 / 32] }
            #expect(out == right)
        }
    }

    @Test("rows are added, and gradients of two halves are joined")
    func sums() {
        for set in Kernels.usable {
            var chance = Chance(12)
            let x = chance.floats(3 * 32)
            var sums = Array(repeating: Float(1), count: 32)
            set.addRows(of: x, rows: 3, width: 32, to: &sums)
            let columns = (0..<32).map { column in (0..<3).reduce(1.0) { $0 + Double(x[32 * $1 + column]) } }
            #expect(distance(sums, columns) < 1e-6)
            var (grads, others) = (chance.floats(4128), chance.floats(4128))
            let right = zip(grads, others).map { Double($0) + Double($1) }
            let squares = set.set.pointee.join(&grads, &others, 4128)
            #expect(distance(grads, right) < 1e-6 && others.allSatisfy { $0 == 0 })
            #expect(abs(squares - right.reduce(0) { $0 + $1 * $1 }) < 1e-2)
        }
    }

    @Test("what is dropped is a share, told by key and place alone, and the same in every set")
    func drop() {
        let (count, share) = (16_000, Float(0.1))
        var found: [[Float]] = []
        for set in Kernels.usable {
            let ones = Array(repeating: Float(1), count: count)
            var (x, again, other) = (ones, ones.map { 2 * $0 }, ones)
            set.drop(&x, count: count, Dropout(share: share, seed: 5), at: 3)
            set.drop(&again, count: count, Dropout(share: share, seed: 5), at: 3)
            set.drop(&other, count: count, Dropout(share: share, seed: 5), at: 4)
            #expect(zip(x, again).allSatisfy { 2 * $0 == $1 })
            let dropped = x.indices.filter { x[$0] == 0 }
            #expect((1450...1750).contains(dropped.count))
            #expect((100...230).contains(dropped.count { other[$0] == 0 }), "sites are independent")
            #expect((100...230).contains(dropped.count { $0 > 0 && x[$0 - 1] == 0 }), "so are neighbours")
            #expect(x.allSatisfy { $0 == 0 || abs($0 - 1 / 0.9) < 1e-6 })
            found.append(x)
        }
        #expect(found.allSatisfy { $0 == found[0] })
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
