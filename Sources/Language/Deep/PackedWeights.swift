/// Weights of 8 bits kept in little more than 6: in each block of 64 they are whole multiples of one step.
///
///     block  step · 64 x 6 bits, four in three bytes        weight = (six bits - 32) * step
///
/// The step is the least with which the block's largest weight still fits into 6 bits. What fewer bits cost tells the
/// README beside this file.
enum PackedWeights {
    static let block = 64
    /// The bytes of a block.
    static let stride = 1 + 48
    private static let largest: Float = 31

    /// - Parameter weights: as many as whole blocks, from -127 to 127.
    static func packed(_ weights: [Float]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(weights.count / block * stride)
        for start in Swift.stride(from: 0, to: weights.count, by: block) {
            let block = weights[start..<min(weights.count, start + block)]
            let top = block.reduce(0) { max($0, abs($1)) }
            let step = max(1, (top / largest).rounded(.up))
            bytes.append(UInt8(step))
            let sixes = block.map { UInt32(Int32((min(127, max(-127, $0)) / step).rounded()) + 32) }
            for place in Swift.stride(from: 0, to: sixes.count, by: 4) {
                let word = (0..<4).reduce(UInt32(0)) { $0 | sixes[place + $1] << UInt32(6 * $1) }
                for shift in [UInt32(0), 8, 16] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
            }
        }
        return bytes
    }

    /// The weights in memory of their own, which the result keeps.
    /// - Throws: `damaged` for a step that no weights need.
    static func unpacked(_ bytes: ModelArray<UInt8>) throws(ModelError) -> ModelArray<Int8> {
        let count = bytes.count / stride * block
        guard bytes.count % stride == 0 else { throw .damaged }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, count), alignment: 64)
        let weights = memory.bindMemory(to: Int8.self)
        var isSound = true
        for index in 0..<count / block {
            let from = index * stride
            let step = Int32(bytes.buffer[from])
            isSound = isSound && 1...5 ~= step
            for place in 0..<block / 4 {
                let start = from + 1 + 3 * place
                let word =
                    Int32(bytes.buffer[start]) | Int32(bytes.buffer[start + 1]) << 8
                    | Int32(bytes.buffer[start + 2]) << 16
                for six in 0..<4 {
                    let weight = ((word >> Int32(6 * six)) & 63 - 32) * step
                    weights[index * block + 4 * place + six] = Int8(max(-127, min(127, weight)))
                }
            }
        }
        let owned = ModelMemory(owning: UnsafeRawBufferPointer(memory))
        guard isSound else { throw .damaged }
        return ModelArray(owned, 0..<count)
    }
}
