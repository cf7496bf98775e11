import CKernels

/// The steps back, from the gradient of what came out to that of what went in; `kernels.h` tells each.
extension Kernels {
    /// The step back through a layer: adds to the gradients of weights and bias, and gives or adds that of the input,
    /// which is `grad` times the weights turned over.
    /// - Parameters:
    ///   - grad: that of what came out; rows x outs, one behind the other.
    ///   - turned: room for the weights.
    func multiplyBack(
        _ input: Rows, _ grad: UnsafePointer<Float>, _ rows: Int, by dense: Dense,
        _ values: UnsafePointer<Float>, _ grads: UnsafeMutablePointer<Float>,
        turned: UnsafeMutablePointer<Float>, to inputGrad: Rows, adds: Int32
    ) {
        let (depth, outs) = (dense.depth, dense.outs)
        addRows(of: grad, rows: rows, width: outs, to: grads + dense.bias)
        multiply(
            glosse_product(
                in: input.start, in_row: 1, in_place: input.stride, weights: grad, step: outs, bias: nil,
                out: grads + dense.start, out_row: outs, rows: Int32(depth), depth: Int32(rows),
                outs: Int32(outs), adds: 1))
        transpose(values + dense.start, rows: depth, columns: outs, to: turned)
        multiply(
            glosse_product(
                in: grad, in_row: outs, in_place: 1, weights: turned, step: depth, bias: nil,
                out: inputGrad.start, out_row: inputGrad.stride, rows: Int32(rows), depth: Int32(outs),
                outs: Int32(depth), adds: adds))
    }

    /// `out` (columns x rows) = `matrix` (rows x columns) turned over.
    func transpose(
        _ matrix: UnsafePointer<Float>, rows: Int, columns: Int, to out: UnsafeMutablePointer<Float>
    ) {
        set.pointee.transpose(matrix, Int32(rows), Int32(columns), out)
    }

    /// `to` (count) = `to` + `from`.
    func add(_ from: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>, count: Int) {
        set.pointee.add(to, from, count)
    }

    /// Adds all rows to `sums` (width).
    func addRows(
        of x: UnsafePointer<Float>, rows: Int, width: Int, to sums: UnsafeMutablePointer<Float>
    ) {
        set.pointee.add_rows(x, Int32(rows), Int32(width), sums)
    }

    /// Drops the numbers that the chance names; twice the same.
    func drop(_ x: UnsafeMutablePointer<Float>, count: Int, _ chance: Dropout, at site: Int) {
        guard chance.share > 0 else { return }
        set.pointee.drop(x, count, chance.key(site), chance.share)
    }

    /// `grad` becomes that of GELU's input `x`.
    func geluBack(_ x: UnsafePointer<Float>, _ grad: UnsafeMutablePointer<Float>, count: Int) {
        set.pointee.gelu_back(x, grad, count)
    }

    /// `grad` becomes that of the norm's input `x`; those of weight and bias are added to.
    func normalizeBack(
        _ x: UnsafePointer<Float>, _ grad: UnsafeMutablePointer<Float>, rows: Int, width: Int,
        weight: UnsafePointer<Float>, epsilon: Float, weightGrad: UnsafeMutablePointer<Float>,
        biasGrad: UnsafeMutablePointer<Float>
    ) {
        set.pointee.normalize_back(
            x, grad, Int32(rows), Int32(width), weight, epsilon, weightGrad, biasGrad)
    }

    /// `head.out` holds the gradient of what the head gave; those of query, key and value are filled.
    func attendBack(
        _ head: glosse_head, query: UnsafeMutablePointer<Float>, key: UnsafeMutablePointer<Float>,
        value: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
    ) {
        withUnsafePointer(to: head) { set.pointee.attend_back($0, query, key, value, scratch) }
    }
}
