@testable import Language

/// A transformer by chance with a few pieces, as a file and as the definition computes it.
struct TinyModel {
    static let pieces = ["\u{2581}", "\u{2581}An", "\u{2581}Angela", "a", "b", "el", "g", "k", "l", "s", "ä"]
        .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    static let labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]

    let layers = 2
    let heads = 2
    let inner = 96
    let positions: Int
    var width: Int { 32 * heads }
    let isFloat: Bool
    private(set) var table: [UInt8] = []
    private(set) var embedding: [Float] = []
    /// For each layer its four matrices, with bias, and two norms' weights and biases.
    private(set) var matrices: [[(weights: [Float], bias: [Float])]] = []
    private(set) var norms: [[[Float]]] = []
    private(set) var head: [Float] = []

    init(isFloat: Bool = true, positions: Int = 24, seed: UInt64 = 1) {
        self.isFloat = isFloat
        self.positions = positions
        var chance = Chance(seed)
        for _ in 0..<Self.pieces.count + 3 {
            for _ in 0..<width / 32 {
                // Scales of 1/8 in half precision.
                table += [0x00, 0x30] + (0..<16).map { _ in UInt8.random(in: 0...255, using: &chance) }
            }
        }
        embedding = chance.floats(3 * width)
        for _ in 0..<layers {
            matrices.append(
                [(3 * width, width), (width, width), (inner, width), (width, inner)].map { outs, depth in
                    (chance.floats(outs * depth, 0.3), chance.floats(outs, 0.3))
                })
            norms.append((0..<4).map { _ in chance.floats(width) })
        }
        head = chance.floats(Self.labels.count * (width + 1))
    }

    func bytes(without missing: String? = nil, changing: (inout [UInt32]) -> Void = { _ in }) -> [UInt8] {
        var shape = [
            1, UInt32(layers), UInt32(width), UInt32(heads), UInt32(inner), UInt32(positions),
            UInt32(Self.pieces.count), isFloat ? 1 : 0,
        ]
        changing(&shape)
        var writer = ModelWriter()
        func add(_ name: String, _ write: (String) -> Void) { if name != missing { write(name) } }
        add("deep") { writer.add($0, shape) }
        add("labels") { writer.add($0, lines: Self.labels) }
        add("pieces") { writer.add($0, Self.pieces.flatMap { Array($0.utf8) }) }
        var end = 0
        let ends = Self.pieces.map { piece in
            end += piece.utf8.count
            return UInt32(end)
        }
        add("piece-ends") { writer.add($0, ends) }
        add("scores") { writer.add($0, Self.scores) }
        add("rules") {
            writer.add(
                $0,
                [0x61, 0x308, 0xE4, 0, 0, 0, 0x2009, 0, 0x20, 0, 0, 0, 0xFF41, 0, 0x61, 0, 0, 0] as [UInt32])
        }
        add("table") { writer.add($0, table) }
        add("positions") { writer.add($0, Array(repeating: UInt16(0x3800), count: positions * width)) }
        add("embedding") { writer.add($0, embedding) }
        add("head") { writer.add($0, head) }
        add("calibration") { writer.add($0, [1, 0] as [Double]) }
        add("epsilon") { writer.add($0, [1e-6] as [Float]) }
        var (weights, bytes, numbers): ([Float], [Int8], [Float]) = ([], [], [])
        for (matrices, norms) in zip(matrices, norms) {
            for (index, matrix) in matrices.enumerated() {
                let (outs, depth) = (matrix.bias.count, matrix.weights.count / matrix.bias.count)
                if isFloat {
                    weights += panels(matrix.weights, outs: outs, depth: depth, group: 1)
                } else {
                    numbers += Array(repeating: Float(0.3 / 127), count: outs)
                    bytes += panels(
                        matrix.weights.map { Int8(($0 * 127 / 0.3).rounded()) }, outs: outs, depth: depth,
                        group: 4)
                }
                numbers += matrix.bias
                if index == 1 { numbers += norms[0] + norms[1] }
                if index == 3 { numbers += norms[2] + norms[3] }
            }
        }
        add("weights") { if isFloat { writer.add($0, weights) } else { writer.add($0, bytes) } }
        add("numbers") { writer.add($0, numbers) }
        return writer.bytes()
    }

    /// The longer a piece, the likelier.
    static var scores: [Float] { pieces.map { -10 + Float($0.unicodeScalars.count) } + [-30] }

    /// Rows x labels for one segment, by the definition.
    func scores(_ pieces: [Int]) -> [Double] {
        let segment = [Self.pieces.count] + pieces + [Self.pieces.count + 1]
        var x = segment.flatMap { piece in
            (0..<width).map { place in
                let block = (piece * width + place) / 32 * 18
                let byte = table[block + 2 + place % 16]
                let nibble = place % 32 < 16 ? byte & 15 : byte >> 4
                return (Double(nibble) - 8) / 8 + 0.5 + Double(embedding[place])
            }
        }
        func norm(_ x: [Double], _ weight: [Float], _ bias: [Float]) -> [Double] {
            Naive.normalized(x, weight.map(Double.init), bias.map(Double.init), epsilon: 1e-6)
        }
        func sum(_ x: [Double], _ y: [Double]) -> [Double] { zip(x, y).map(+) }
        x = norm(x, Array(embedding[width..<2 * width]), Array(embedding[(2 * width)...]))
        for (matrices, norms) in zip(matrices, norms) {
            func linear(_ x: [Double], _ index: Int) -> [Double] {
                let matrix = matrices[index]
                return Naive.product(
                    x, matrix.weights, matrix.bias, depth: matrix.weights.count / matrix.bias.count)
            }
            let seen = Naive.attention(linear(x, 0), length: segment.count, heads: heads)
            x = norm(sum(x, linear(seen, 1)), norms[0], norms[1])
            x = norm(sum(x, linear(linear(x, 2).map(Naive.gelu), 3)), norms[2], norms[3])
        }
        let count = Self.labels.count
        return Naive.product(x, Array(head.prefix(count * width)), Array(head.suffix(count)), depth: width)
    }
}
