@testable import Language

/// The smallest model of the deep engine, as `convert` would write it: one layer by chance, a piece a letter.
enum TinyBase {
    static func bytes() -> [UInt8] {
        let pieces = ["\u{2581}"] + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.".map(String.init)
        let sorted = pieces.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let (width, inner, positions) = (32, 32, 64)
        var random = SplitMix(seed: 5)
        func floats(_ count: Int, around center: Float = 0) -> [Float] {
            (0..<count).map { _ in center + Float.random(in: -0.3...0.3, using: &random) }
        }
        var writer = ModelWriter()
        writer.add(
            "deep", [1, 1, UInt32(width), 1, UInt32(inner), UInt32(positions), UInt32(sorted.count), 1])
        writer.add("labels", lines: ["O"])
        writer.add("calibration", [1, 0] as [Double])
        writer.add("pieces", sorted.flatMap { Array($0.utf8) })
        var end: UInt32 = 0
        writer.add(
            "piece-ends",
            sorted.map { piece in
                end += UInt32(piece.utf8.count)
                return end
            })
        writer.add("scores", Array(repeating: Float(-1), count: sorted.count) + [-20])
        writer.add("rules", [0xFF41, 0, 0x61, 0, 0, 0] as [UInt32])
        // Half-precision scales of 1/8, then the values.
        writer.add(
            "table",
            (0..<sorted.count + 3).flatMap { _ in
                [0x00, 0x30] + (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
            } as [UInt8])
        writer.add("positions", Array(repeating: UInt16(0x2C00), count: positions * width))
        writer.add("embedding", floats(width) + floats(width, around: 1) + floats(width))
        writer.add("weights", floats(4 * width * width + 2 * width * inner))
        writer.add(
            "numbers",
            floats(3 * width) + floats(width) + floats(width, around: 1) + floats(width) + floats(inner)
                + floats(width) + floats(width, around: 1) + floats(width))
        writer.add("head", Array(repeating: Float(0), count: width + 1))
        writer.add("epsilon", [1e-6] as [Float])
        return writer.bytes()
    }
}
