import CKernels

/// A set of kernels in C: the arithmetic of the deep engine for one family of processors.
///
/// `kernels.h` tells what each kernel computes and how weights are laid out.
public struct Kernels: Sendable {
    nonisolated(unsafe) let set: UnsafePointer<glosse_kernels>

    /// What runs on this processor, the portable set first and the fastest last.
    public static let usable: [Kernels] = (0..<glosse_kernels_count()).compactMap { index in
        glosse_kernels_at(index).map(Kernels.init(set:))
    }

    /// The fastest set for this processor.
    public static let best: Kernels? = usable.last

    /// Which set is used and which others this processor could run.
    public static var summary: String {
        let names = usable.map(\.name)
        guard let best = names.last else { return "deep engine: no kernels" }
        guard names.count > 1 else {
            return "deep engine: portable kernels; this processor lacks the instructions of the faster ones"
        }
        return "deep engine: \(best) kernels (also \(names.dropLast().joined(separator: ", ")))"
    }

    /// `portable`, `AVX2`, `AVX-512 VNNI`, `NEON with dot product`.
    public var name: String { String(cString: set.pointee.name) }

    /// `out` (rows x outs) = `input` (rows x depth) times the layer's weights, plus its bias.
    func multiply(
        _ input: UnsafePointer<Float>, rows: Int, by linear: Linear, scratch: borrowing ByteScratch,
        to out: UnsafeMutablePointer<Float>
    ) {
        switch linear.weights {
        case .floats(let panels):
            set.pointee.multiply_floats(
                input, Int32(rows), Int32(linear.depth), panels, linear.bias, Int32(linear.outs), out)
        case .bytes(let panels, let scales):
            set.pointee.quantize(
                input, Int32(rows), Int32(linear.depth), scratch.bytes.start, scratch.rows.start)
            set.pointee.multiply_bytes(
                scratch.bytes.start, scratch.rows.start, Int32(rows), Int32(linear.depth), panels, scales,
                linear.bias, Int32(linear.outs), out)
        }
    }

    /// Layer norm of `x` + `added`, in place; rows x width.
    func normalize(
        _ x: UnsafeMutablePointer<Float>, adding added: UnsafePointer<Float>?, rows: Int, by norm: LayerNorm
    ) {
        set.pointee.normalize(
            x, added, Int32(rows), Int32(norm.width), norm.weight, norm.bias, norm.epsilon)
    }

    func gelu(_ x: UnsafeMutablePointer<Float>, count: Int) { set.pointee.gelu(x, count) }

    /// One head of attention over one segment.
    func attend(_ head: glosse_head, scratch: UnsafeMutablePointer<Float>) {
        withUnsafePointer(to: head) { set.pointee.attend($0, scratch) }
    }

    /// A row of the 4-bit table, plus position and type.
    func embed(
        _ row: UnsafePointer<UInt8>, position: UnsafePointer<UInt16>, type: UnsafePointer<Float>, width: Int,
        to out: UnsafeMutablePointer<Float>
    ) {
        set.pointee.embed(row, position, type, Int32(width), out)
    }
}

/// Room for the 8-bit form of an input.
struct ByteScratch: ~Copyable {
    let bytes: Buffer<Int8>
    let rows: Buffer<glosse_row>

    init(rows count: Int, depth: Int) {
        bytes = Buffer(count: count * depth)
        rows = Buffer(count: count)
    }
}
