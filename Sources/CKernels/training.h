/// What training needs beside rows.h, products.h and attention.h: the steps back, chance, and the optimiser's step.

static void multiply(const glosse_product *p) {
    float_panels weights = {p->weights, p->step, 16};
    if (p->in_place == 1 && !p->adds)
        float_columns(p->in, p->in_row, 1, p->rows, p->depth, weights, p->bias, 0, p->outs, p->out, p->out_row);
    else
        float_columns(
            p->in, p->in_row, p->in_place, p->rows, p->depth, weights, p->bias, p->adds, p->outs, p->out,
            p->out_row);
}

/// Turns 16 x 16 numbers over: row i of `x` becomes column i.
INLINE void turn_over(lanes x[16]) {
#define PAIRS(step, low, high) \
    for (int i = 0; i < 16; i++) \
        if (!(i & step)) { \
            lanes a = x[i], b = x[i + step]; \
            x[i] = low; \
            x[i + step] = high; \
        }
#define SHUFFLE(...) __builtin_shufflevector(a, b, __VA_ARGS__)
#pragma clang loop unroll(full)
    PAIRS(
        1, SHUFFLE(0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30),
        SHUFFLE(1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13, 29, 15, 31))
#pragma clang loop unroll(full)
    PAIRS(
        2, SHUFFLE(0, 1, 16, 17, 4, 5, 20, 21, 8, 9, 24, 25, 12, 13, 28, 29),
        SHUFFLE(2, 3, 18, 19, 6, 7, 22, 23, 10, 11, 26, 27, 14, 15, 30, 31))
#pragma clang loop unroll(full)
    PAIRS(
        4, SHUFFLE(0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27),
        SHUFFLE(4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31))
#pragma clang loop unroll(full)
    PAIRS(
        8, SHUFFLE(0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
        SHUFFLE(8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
#undef SHUFFLE
#undef PAIRS
}

static void transpose(const float *in, int rows, int columns, float *out) {
    for (int row = 0; row < rows; row += 16)
        for (int column = 0; column < columns; column += 16) {
            lanes square[16];
            for (int i = 0; i < 16; i++) square[i] = load(in + (long)(row + i) * columns + column);
            turn_over(square);
            for (int i = 0; i < 16; i++) store(out + (long)(column + i) * rows + row, square[i]);
        }
}

static void add(float *to, const float *from, long count) {
    for (long i = 0; i < count; i += 16) store(to + i, load(to + i) + load(from + i));
}

static void add_rows(const float *x, int rows, int width, float *sums) {
    for (int row = 0; row < rows; row++) add(sums, x + (long)row * width, width);
}

/// A number by chance for each place: rounds of multiplying and folding (Wellons' lowbias32), with half the key before
/// and half between.
static void drop(float *x, long count, uint64_t key, float share) {
    typedef uint32_t words __attribute__((ext_vector_type(16), aligned(4)));
    const words places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const uint32_t border = (uint32_t)((double)share * 4294967296.0);
    const float factor = 1 / (1 - share);
    for (long i = 0; i < count; i += 16) {
        words hash = places + ((uint32_t)i + (uint32_t)key);
        hash = (hash ^ hash >> 16) * 0x7FEB352Du;
        hash = (hash ^ hash >> 15) * 0x846CA68Bu + (uint32_t)(key >> 32);
        hash = (hash ^ hash >> 16) * 0x7FEB352Du;
        hash = (hash ^ hash >> 15) * 0x846CA68Bu;
        hash ^= hash >> 16;
        int_lanes kept = (int_lanes)(hash >= border);
        store(x + i, bits((int_lanes)(load(x + i) * factor) & kept));
    }
}

static double join(float *grads, float *others, long count) {
    double total = 0;
    for (long first = 0; first < count; first += 4096) {
        lanes sum = filled(0);
        long end = first + 4096 < count ? first + 4096 : count;
        for (long i = first; i < end; i += 16) {
            lanes grad = load(grads + i) + load(others + i);
            store(grads + i, grad);
            store(others + i, filled(0));
            sum += grad * grad;
        }
        total += sum_of(sum);
    }
    return total;
}

static void adam(
    float *values, float *grads, float *means, float *squares, long count, const glosse_adam *step
) {
    for (long i = 0; i < count; i += 16) {
        lanes grad = load(grads + i) * step->factor, value = load(values + i);
        lanes mean = load(means + i) * 0.9f + grad * 0.1f;
        lanes square = load(squares + i) * 0.999f + grad * grad * 0.001f;
        store(means + i, mean);
        store(squares + i, square);
        lanes size = __builtin_elementwise_sqrt(square / step->square_share) + 1e-8f;
        lanes change = mean / step->mean_share / size + value * step->decay;
        store(values + i, value - change * step->rate);
        store(grads + i, filled(0));
    }
}

/// The derivative is P(normal variable < x) + x * density(x).
static void gelu_back(const float *x, float *grad, long count) {
    for (long i = 0; i < count; i += 16) {
        lanes value = load(x + i);
        lanes density = exponential(value * value * -0.5f) * 0.398942280f;
        store(grad + i, load(grad + i) * (normal_share(value) + value * density));
    }
}

/// With h = (x - mean) / deviation and g = grad * weight: (g - mean(g) - h * mean(g * h)) / deviation.
static void normalize_back(
    const float *x, float *grad, int rows, int width, const float *weight, float epsilon, float *weight_grad,
    float *bias_grad
) {
    for (int row = 0; row < rows; row++, x += width, grad += width) {
        lanes sum = filled(0), squares = filled(0);
        for (int i = 0; i < width; i += 16) sum += load(x + i);
        float mean = sum_of(sum) / (float)width;
        for (int i = 0; i < width; i += 16) {
            lanes distance = load(x + i) - mean;
            squares += distance * distance;
        }
        float scale = 1 / __builtin_sqrtf(sum_of(squares) / (float)width + epsilon);
        lanes all = filled(0), along = filled(0);
        for (int i = 0; i < width; i += 16) {
            lanes h = (load(x + i) - mean) * scale, out = load(grad + i), g = out * load(weight + i);
            store(weight_grad + i, load(weight_grad + i) + out * h);
            store(bias_grad + i, load(bias_grad + i) + out);
            all += g;
            along += g * h;
        }
        float mean_all = sum_of(all) / (float)width, mean_along = sum_of(along) / (float)width;
        for (int i = 0; i < width; i += 16) {
            lanes h = (load(x + i) - mean) * scale, g = load(grad + i) * load(weight + i);
            store(grad + i, (g - mean_all - h * mean_along) * scale);
        }
    }
}

/// With shares P: dV = Pt dO, dP = dO Vt, dS = P (dP - sum of dP P) / sqrt(32), dQ = dS K, dK = dSt Q.
static void attend_back(
    const glosse_head *head, float *query_grad, float *key_grad, float *value_grad, float *scratch
) {
    int length = head->length, padded = (length + 15) / 16 * 16;
    float *keys = scratch, *values = keys + (long)padded * HEAD, *shares = values + (long)padded * HEAD;
    float *changes = shares + (long)padded * length;
    long stride = head->stride;
    float_panels key_panels = {keys, 16, 16 * HEAD}, value_panels = {values, 16, 16 * HEAD};
    pack(head->key, stride, length, padded, keys);
    pack(head->value, stride, length, padded, values);
    float_product(head->query, stride, length, HEAD, key_panels, 0, padded, shares, padded);
    float_product(head->out, head->out_stride, length, HEAD, value_panels, 0, padded, changes, padded);
    for (int row = 0; row < length; row++) {
        float *share = shares + (long)row * padded, *change = changes + (long)row * padded;
        soften(share, length, padded);
        lanes sum = filled(0);
        for (int i = 0; i < padded; i += 16) sum += load(share + i) * load(change + i);
        float total = sum_of(sum);
        for (int i = 0; i < padded; i += 16)
            store(change + i, load(share + i) * (load(change + i) - total) * 0.17677669529663687f);
    }
    glosse_product product = {
        .in = shares, .in_row = 1, .in_place = padded, .weights = head->out, .step = head->out_stride,
        .out = value_grad, .out_row = stride, .rows = length, .depth = length, .outs = HEAD,
    };
    multiply(&product);
    product.in = changes, product.weights = head->query, product.step = stride, product.out = key_grad;
    multiply(&product);
    product.in_row = padded, product.in_place = 1, product.weights = head->key, product.out = query_grad;
    multiply(&product);
}
