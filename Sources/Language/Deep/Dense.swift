import CKernels

/// Where a fully connected layer lies among numbers: depth x outs, the bias behind it; both are multiples of 16 where a
/// step back is taken.
struct Dense: Hashable, Sendable {
    let start: Int
    let depth: Int
    let outs: Int
    var bias: Int { start + depth * outs }
    var end: Int { bias + outs }
}

/// Rows of numbers in memory, `stride` apart.
struct Rows {
    let start: UnsafeMutablePointer<Float>
    let stride: Int

    /// The same rows from another column on.
    func from(_ column: Int) -> Rows { Rows(start: start + column, stride: stride) }

    /// The same columns from another row on.
    func below(_ row: Int) -> Rows { Rows(start: start + row * stride, stride: stride) }
}

extension Kernels {
    /// A product in any of the ways that training needs.
    func multiply(_ product: glosse_product) {
        withUnsafePointer(to: product) { set.pointee.multiply($0) }
    }

    /// `out` = `input` times the layer's weights, plus its bias.
    func multiply(
        _ input: Rows, _ rows: Int, by dense: Dense, _ values: UnsafePointer<Float>, to out: Rows
    ) {
        multiply(
            glosse_product(
                in: input.start, in_row: input.stride, in_place: 1, weights: values + dense.start,
                step: dense.outs, bias: values + dense.bias, out: out.start, out_row: out.stride,
                rows: Int32(rows), depth: Int32(dense.depth), outs: Int32(dense.outs), adds: 0))
    }
}
