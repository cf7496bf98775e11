import CKernels
import Testing

@testable import Language

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

@Suite struct KernelTests {
    /// All shapes of blocks: rows below, at and above what the sets take at once, one and several panels.
    static let shapes = [
        (1, 4, 16), (2, 8, 32), (3, 384, 48), (5, 36, 16), (12, 64, 64), (13, 128, 48), (26, 16, 96),
        (2, 1536, 32),
    ]

    private static func floats(_ set: Kernels, _ rows: Int, _ depth: Int, _ outs: Int) -> ([Float], [Double])
    {
        var chance = Chance(UInt64(rows * depth + outs))
        let (input, weights) = (chance.floats(rows * depth), chance.floats(outs * depth))
        let bias = chance.floats(outs)
        var out = Array(repeating: Float.nan, count: rows * outs)
        let packed = panels(weights, outs: outs, depth: depth, group: 1)
        packed.withUnsafeBufferPointer { packed in
            bias.withUnsafeBufferPointer { bias in
                guard let packed = packed.baseAddress, let bias = bias.baseAddress else { return }
                set.multiply(
                    input, rows: rows,
                    by: Linear(outs: outs, depth: depth, weights: .floats(packed), bias: bias),
                    scratch: ByteScratch(rows: 0, depth: 0), to: &out)
            }
        }
        var right: [Double] = []
        for row in 0..<rows {
            for one in 0..<outs {
                right.append(
                    (0..<depth).reduce(Double(bias[one])) {
                        $0 + Double(input[row * depth + $1]) * Double(weights[one * depth + $1])
                    })
            }
        }
        return (out, right)
    }

    @Test("products in single precision are those of the definition, in every set and shape")
    func floatProducts() {
        for set in Kernels.usable {
            for (rows, depth, outs) in Self.shapes {
                let (out, right) = Self.floats(set, rows, depth, outs)
                #expect(distance(out, right) < 1e-4, "\(set.name) \(rows) x \(depth) x \(outs)")
            }
        }
    }

    private static func bytes(_ set: Kernels, _ rows: Int, _ depth: Int, _ outs: Int) -> ([Float], [Double]) {
        var chance = Chance(UInt64(rows + depth * outs))
        var input = chance.floats(rows * depth, 3)
        // The worst case of sums that saturate: all as large as can be.
        for place in 0..<depth { input[place] = 3 }
        var weights = chance.bytes(outs * depth)
        for place in 0..<depth { weights[place] = 127 }
        let (scales, bias) = (chance.floats(outs), chance.floats(outs))
        var out = Array(repeating: Float.nan, count: rows * outs)
        let packed = panels(weights, outs: outs, depth: depth, group: 4)
        packed.withUnsafeBufferPointer { packed in
            scales.withUnsafeBufferPointer { scales in
                bias.withUnsafeBufferPointer { bias in
                    guard let packed = packed.baseAddress, let scales = scales.baseAddress,
                        let bias = bias.baseAddress
                    else { return }
                    set.multiply(
                        input, rows: rows,
                        by: Linear(
                            outs: outs, depth: depth, weights: .bytes(packed, scales: scales), bias: bias),
                        scratch: ByteScratch(rows: rows, depth: depth), to: &out)
                }
            }
        }
        var right: [Double] = []
        for row in 0..<rows {
            let values = input[row * depth..<(row + 1) * depth]
            let largest = values.map(abs).max() ?? 0
            let rounded = values.map { Double(($0 * (127 / largest)).rounded(.toNearestOrEven)) }
            for one in 0..<outs {
                let sum = (0..<depth).reduce(0) { $0 + rounded[$1] * Double(weights[one * depth + $1]) }
                right.append(sum * Double(largest / 127) * Double(scales[one]) + Double(bias[one]))
            }
        }
        return (out, right)
    }

    @Test("products of bytes are the same numbers in every set, and nothing saturates")
    func byteProducts() {
        for (rows, some, outs) in Self.shapes {
            let depth = (some + 15) / 16 * 16
            let first = Self.bytes(Kernels.usable[0], rows, depth, outs)
            let size = first.1.map(abs).max() ?? 0
            #expect(distance(first.0, first.1) < 1e-5 * size + 1e-5, "\(rows) x \(depth) x \(outs)")
            for set in Kernels.usable.dropFirst() {
                #expect(Self.bytes(set, rows, depth, outs).0 == first.0, "\(set.name) \(rows) x \(depth)")
            }
        }
    }

    @Test("a row of zeros becomes the bias")
    func zeros() {
        for set in Kernels.usable {
            var out: [Float] = Array(repeating: .nan, count: 16)
            let (weights, ones) = (
                Array(repeating: Int8(5), count: 256), Array(repeating: Float(1), count: 16)
            )
            weights.withUnsafeBufferPointer { weights in
                ones.withUnsafeBufferPointer { ones in
                    guard let weights = weights.baseAddress, let ones = ones.baseAddress else { return }
                    set.multiply(
                        Array(repeating: 0, count: 16), rows: 1,
                        by: Linear(outs: 16, depth: 16, weights: .bytes(weights, scales: ones), bias: ones),
                        scratch: ByteScratch(rows: 1, depth: 16), to: &out)
                }
            }
            #expect(out == ones)
        }
    }

    @Test("GELU is the exact one to four millionths")
    func gelu() {
        let values = stride(from: Float(-12), through: 12, by: 0.01).map { $0 }
        let padded = values + Array(repeating: 0, count: (16 - values.count % 16) % 16)
        for set in Kernels.usable {
            var out = padded
            set.gelu(&out, count: out.count)
            let right = padded.map { Double($0) / 2 * erfc(-Double($0) / 2.0.squareRoot()) }
            #expect(distance(out, right) < 4e-6, "\(set.name)")
        }
    }

    @Test("layer norm has mean and deviation of its weight and bias")
    func norm() {
        for set in Kernels.usable {
            for (rows, width) in [(1, 16), (3, 384), (7, 1024)] {
                var chance = Chance(UInt64(width))
                let (x, added) = (chance.floats(rows * width, 5), chance.floats(rows * width))
                let numbers = chance.floats(2 * width)
                var out = x
                numbers.withUnsafeBufferPointer { numbers in
                    guard let numbers = numbers.baseAddress else { return }
                    set.normalize(
                        &out, adding: added, rows: rows,
                        by: LayerNorm(width: width, weight: numbers, bias: numbers + width, epsilon: 1e-5))
                }
                let right = Naive.normalized(
                    zip(x, added).map { Double($0) + Double($1) }, numbers.prefix(width).map(Double.init),
                    numbers.suffix(width).map(Double.init), epsilon: 1e-5)
                #expect(distance(out, right) < 1e-5, "\(set.name) \(rows) x \(width)")
            }
        }
    }

    @Test("a head of attention is that of the definition, whatever the length")
    func attention() {
        for set in Kernels.usable {
            for length in [1, 2, 15, 16, 17, 49, 97] {
                var chance = Chance(UInt64(length))
                let parts = chance.floats(length * 96, 2)
                var out = Array(repeating: Float.nan, count: length * 32)
                var scratch = Array(repeating: Float.nan, count: glosse_attention_scratch(Int32(length)))
                parts.withUnsafeBufferPointer { parts in
                    out.withUnsafeMutableBufferPointer { out in
                        guard let parts = parts.baseAddress, let out = out.baseAddress else { return }
                        set.attend(
                            glosse_head(
                                query: parts, key: parts + 32, value: parts + 64, stride: 96, out: out,
                                out_stride: 32, length: Int32(length)), scratch: &scratch)
                    }
                }
                let right = Naive.attention(parts.map(Double.init), length: length, heads: 1)
                #expect(distance(out, right) < 2e-5, "\(set.name) \(length)")
            }
        }
    }

    @Test("a row of the table is its halves and scales, plus position and type")
    func embedding() {
        // 1.5 as half precision is 0x3E00, -2 is 0xC000, the smallest subnormal 0x0001.
        var row: [UInt8] = [0x00, 0x3E] + (0..<16).map { UInt8($0 | (15 - $0) << 4) }
        row += [0x00, 0xC0] + Array(repeating: 0x80, count: 16)
        var positions = Array(repeating: UInt16(0x3C00), count: 64)
        positions[1] = 0x0001
        positions[2] = 0xBC00
        let type = (0..<64).map(Float.init)
        let right: [Double] = (0..<64).map { place in
            let nibble = place < 16 ? place : place < 32 ? 31 - place : place < 48 ? 0 : 8
            let position = place == 1 ? 0x1p-24 : place == 2 ? -1 : 1
            return Double(nibble - 8) * (place < 32 ? 1.5 : -2) + position + Double(place)
        }
        for set in Kernels.usable {
            var out = Array(repeating: Float.nan, count: 64)
            set.embed(row, position: positions, type: type, width: 64, to: &out)
            #expect(distance(out, right) < 1e-5, "\(set.name)")
        }
    }

    @Test("the portable set comes first and every set has a name")
    func names() {
        #expect(Kernels.usable.first?.name == "portable")
        #expect(Set(Kernels.usable.map(\.name)).count == Kernels.usable.count)
        #expect(Kernels.best?.name == Kernels.usable.last?.name)
    }
}
