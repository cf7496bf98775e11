/// The arithmetic of the deep engine in four sets: portable, AVX2 with FMA, AVX-512 with VNNI, NEON with dot product.
///
/// All sets compute the same; sums of bytes are exact, so that 8-bit products are the same number on every processor.
/// Matrices are rows x columns, one row behind the other unless a stride (in elements) is given.
///
/// Panels: a weight matrix (outs x depth) is kept as panels of 16 outs, so that one load brings the weights of 16 outs
/// for the same place of the input, and no sum runs across lanes (Goto and van de Geijn, "Anatomy of High-Performance
/// Matrix Multiplication", 2008):
///
///     floats  [outs / 16][depth][16]
///     bytes   [outs / 16][depth / 4][16][4]        four places of an out side by side, as VPDPBUSD and SDOT take them
#ifndef GLOSSE_KERNELS_H
#define GLOSSE_KERNELS_H

#include <stdint.h>

enum { GLOSSE_LANES = 16, GLOSSE_BLOCK = 32, GLOSSE_BLOCK_BYTES = 18 };

/// What a row of bytes stands for: value = byte * scale; the sum is that of its bytes.
typedef struct {
    float scale;
    int32_t sum;
} glosse_row;

/// The parts of one attention head over one segment of `length` pieces.
typedef struct {
    const float *query, *key, *value;  // length x 32 each, rows `stride` apart
    long stride;
    float *out;  // length x 32, rows `out_stride` apart
    long out_stride;
    int length;
} glosse_head;

/// A product for training: out (rows x outs, rows `out_row` apart) = in (rows x depth) * weights (depth x outs, rows
/// `step` apart) + bias (outs; may be null), or added to what is there, then without bias. Input (row, place) stands at
/// in[row * in_row + place * in_place], so that in_row = 1 transposes it.
typedef struct {
    const float *in;
    long in_row, in_place;
    const float *weights;
    long step;
    const float *bias;
    float *out;
    long out_row;
    int rows, depth, outs, adds;
} glosse_product;

/// A step of Adam with decay beside the gradient (Loshchilov and Hutter, 2019): what the gradients are multiplied by
/// first, and 1 - 0.9^step and 1 - 0.999^step, by which the moments are divided.
typedef struct {
    float rate, decay, factor, mean_share, square_share;
} glosse_adam;

/// One set of kernels. Outs, counts, widths and the depths of products of bytes are multiples of 16.
typedef struct {
    const char *name;

    /// out (rows x outs) = in (rows x depth) * weights (outs x depth, panels of floats) transposed + bias (outs).
    void (*multiply_floats)(
        const float *in, int rows, int depth, const float *panels, const float *bias, int outs, float *out);

    /// The same for 8-bit weights with a scale an out, and an input from `quantize`.
    void (*multiply_bytes)(
        const int8_t *in, const glosse_row *in_rows, int rows, int depth, const int8_t *panels,
        const float *scales, const float *bias, int outs, float *out);

    /// Rows of floats to rows of bytes: the largest of a row becomes 127.
    void (*quantize)(const float *in, int rows, int width, int8_t *out, glosse_row *out_rows);

    /// x (rows x width) = layer norm of x + added, with weight and bias (width); `added` may be null.
    void (*normalize)(
        float *x, const float *added, int rows, int width, const float *weight, const float *bias,
        float epsilon);

    /// x = x * P(normal variable < x), the exact GELU to 4e-6 (Hendrycks and Gimpel, 2016).
    void (*gelu)(float *x, long count);

    /// out = softmax(query * key transposed / sqrt(32)) * value (Vaswani and others, 2017).
    /// `scratch` has room for `glosse_attention_scratch(length)` floats.
    void (*attend)(const glosse_head *head, float *scratch);

    /// out (width) = a row of the 4-bit table + a row of half-precision positions + the type.
    /// The table's row is blocks of 32 values: a half-precision scale, then 16 bytes, each with value i in its low and
    /// value i + 16 in its high half, both plus 8.
    void (*embed)(
        const uint8_t *row, const uint16_t *position, const float *type, int width, float *out);

    // The steps back, for training: from the gradient of what came out to that of what went in.

    void (*multiply)(const glosse_product *product);

    /// out (columns x rows) = in (rows x columns) turned over; both are multiples of 16.
    void (*transpose)(const float *in, int rows, int columns, float *out);

    /// to (count) = to + from.
    void (*add)(float *to, const float *from, long count);

    /// sums (width) = sums + all rows of x (rows x width).
    void (*add_rows)(const float *x, int rows, int width, float *sums);

    /// Sets a share of x (count) to zero and divides the rest by 1 - share (dropout; Srivastava and others, 2014).
    /// Key and place alone tell which, on every processor the same, so that the step back finds them again.
    void (*drop)(float *x, long count, uint64_t key, float share);

    /// grads = grads + others (count), others = 0.
    /// Gives the sum of the squares of the new gradients.
    double (*join)(float *grads, float *others, long count);

    /// A step of Adam; grads become zero.
    void (*adam)(
        float *values, float *grads, float *means, float *squares, long count, const glosse_adam *step);

    /// grad (count) = grad * the derivative of GELU at x.
    void (*gelu_back)(const float *x, float *grad, long count);

    /// grad (rows x width) becomes that of the sum that was normed, `x`; weight_grad and bias_grad (width) are added to.
    void (*normalize_back)(
        const float *x, float *grad, int rows, int width, const float *weight, float epsilon,
        float *weight_grad, float *bias_grad);

    /// `head->out` holds the gradient of the head's output; those of query, key and value
    /// go where they are named, in rows as far apart. `scratch` has room for `glosse_attention_back_scratch(length)`
    /// floats.
    void (*attend_back)(
        const glosse_head *head, float *query_grad, float *key_grad, float *value_grad, float *scratch);
} glosse_kernels;

static inline long glosse_attention_scratch(int length) {
    long padded = (length + GLOSSE_LANES - 1) / GLOSSE_LANES * GLOSSE_LANES;
    return padded * (32 + 48);
}

static inline long glosse_attention_back_scratch(int length) {
    long padded = (length + GLOSSE_LANES - 1) / GLOSSE_LANES * GLOSSE_LANES;
    return padded * (2 * 32 + 2 * (long)length);
}

/// The sets that run on this processor, the portable one first and the fastest last.
int glosse_kernels_count(void);
const glosse_kernels *glosse_kernels_at(int index);

#endif
