/// Rows times panels. A block of rows meets one or two panels at a time: its sums stay in registers.
///
/// A set of kernels defines FLOAT_ROWS, FLOAT_PANELS, BYTE_ROWS, BYTE_PANELS and `byte_sums` before it includes this.

/// Where panels lie: `step` from one place to the next, `distance` from one panel to the next, in elements.
typedef struct {
    const float *start;
    long step, distance;
} float_panels;

INLINE void float_block(
    const int rows, const int panels, const float *in, long stride, const long place_stride, int depth,
    float_panels weights, const float *bias, const int adds, float *out, long out_stride
) {
    lanes sums[FLOAT_ROWS][FLOAT_PANELS];
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            sums[row][panel] = adds ? load(out + row * out_stride + 16 * panel)
                : bias ? load(bias + 16 * panel) : filled(0);
    for (int place = 0; place < depth; place++) {
        lanes weight[FLOAT_PANELS];
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            weight[panel] = load(weights.start + panel * weights.distance + place * weights.step);
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
            for (int panel = 0; panel < panels; panel++)
                sums[row][panel] = in[row * stride + place * place_stride] * weight[panel] + sums[row][panel];
    }
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            store(out + row * out_stride + 16 * panel, sums[row][panel]);
}

INLINE void float_column(
    const int panels, const float *in, long stride, const long place_stride, int rows, int depth,
    float_panels weights, const float *bias, const int adds, float *out, long out_stride
) {
#define BLOCK(count) \
    float_block( \
        count, panels, in + row * stride, stride, place_stride, depth, weights, bias, adds, \
        out + row * out_stride, out_stride)
    int row = 0;
    for (; row + FLOAT_ROWS <= rows; row += FLOAT_ROWS) BLOCK(FLOAT_ROWS);
    for (; row + 2 <= rows; row += 2) BLOCK(2);
    for (; row < rows; row++) BLOCK(1);
#undef BLOCK
}

/// All columns of panels; `place_stride` and `adds` are known where this is used, so that each use has its own code.
INLINE void float_columns(
    const float *in, long stride, const long place_stride, int rows, int depth, float_panels weights,
    const float *bias, const int adds, int outs, float *out, long out_stride
) {
    int first = 0;
    for (; first + 16 * FLOAT_PANELS <= outs; first += 16 * FLOAT_PANELS) {
        float_column(
            FLOAT_PANELS, in, stride, place_stride, rows, depth, weights, bias ? bias + first : 0, adds,
            out + first, out_stride);
        weights.start += FLOAT_PANELS * weights.distance;
    }
    for (; first < outs; first += 16, weights.start += weights.distance)
        float_column(
            1, in, stride, place_stride, rows, depth, weights, bias ? bias + first : 0, adds, out + first,
            out_stride);
}

static void float_product(
    const float *in, long stride, int rows, int depth, float_panels weights, const float *bias, int outs,
    float *out, long out_stride
) {
    float_columns(in, stride, 1, rows, depth, weights, bias, 0, outs, out, out_stride);
}

static void multiply_floats(
    const float *in, int rows, int depth, const float *panels, const float *bias, int outs, float *out
) {
    float_panels weights = {panels, 16, 16 * (long)depth};
    float_product(in, depth, rows, depth, weights, bias, outs, out, outs);
}

/// Sums to floats: sum * both scales + bias, rounded twice on every processor.
INLINE void byte_block(
    const int rows, const int panels, const int8_t *in, const glosse_row *in_rows, int depth,
    const int8_t *weights, const float *scales, const float *bias, float *out, long out_stride
) {
#pragma STDC FP_CONTRACT OFF
    int_lanes sums[BYTE_ROWS][BYTE_PANELS];
    byte_sums(rows, panels, in, in_rows, depth, weights, sums);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++) {
            lanes scale = load(scales + 16 * panel) * in_rows[row].scale;
            lanes value = __builtin_convertvector(sums[row][panel], lanes) * scale + load(bias + 16 * panel);
            store(out + row * out_stride + 16 * panel, value);
        }
}

INLINE void byte_column(
    const int panels, const int8_t *in, const glosse_row *in_rows, int rows, int depth, const int8_t *weights,
    const float *scales, const float *bias, float *out, long outs
) {
#define BLOCK(count) \
    byte_block( \
        count, panels, in + (long)row * depth, in_rows + row, depth, weights, scales, bias, out + row * outs, \
        outs)
    int row = 0;
    for (; row + BYTE_ROWS <= rows; row += BYTE_ROWS) BLOCK(BYTE_ROWS);
    for (; row + 2 <= rows; row += 2) BLOCK(2);
    for (; row < rows; row++) BLOCK(1);
#undef BLOCK
}

static void multiply_bytes(
    const int8_t *in, const glosse_row *in_rows, int rows, int depth, const int8_t *panels,
    const float *scales, const float *bias, int outs, float *out
) {
    int first = 0;
    for (; first + 16 * BYTE_PANELS <= outs; first += 16 * BYTE_PANELS)
        byte_column(
            BYTE_PANELS, in, in_rows, rows, depth, panels + (long)first * depth, scales + first, bias + first,
            out + first, outs);
    for (; first < outs; first += 16)
        byte_column(
            1, in, in_rows, rows, depth, panels + (long)first * depth, scales + first, bias + first,
            out + first, outs);
}
