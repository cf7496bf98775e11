/// What is done to each row of activations by itself.

static void normalize(
    float *x, const float *added, int rows, int width, const float *weight, const float *bias, float epsilon
) {
    for (int row = 0; row < rows; row++, x += width) {
        lanes sum = filled(0), squares = filled(0);
        for (int i = 0; i < width; i += 16) {
            lanes value = load(x + i);
            if (added) value += load(added + (long)row * width + i);
            store(x + i, value);
            sum += value;
        }
        float mean = sum_of(sum) / (float)width;
        for (int i = 0; i < width; i += 16) {
            lanes distance = load(x + i) - mean;
            squares += distance * distance;
        }
        float scale = 1 / __builtin_sqrtf(sum_of(squares) / (float)width + epsilon);
        for (int i = 0; i < width; i += 16)
            store(x + i, (load(x + i) - mean) * scale * load(weight + i) + load(bias + i));
    }
}

/// (P(normal variable < x) - 1/2) / x as a polynomial in u = 2 (x / 5.2)^2 - 1, fitted at Chebyshev nodes of [-1, 1].
static const float gelu_terms[] = {
    1.35949999e-01f, -6.77438378e-02f, 5.00234812e-02f, -3.99242975e-02f, 3.20038162e-02f, -2.47733630e-02f,
    1.78882685e-02f, -1.23155946e-02f, 8.70251562e-03f, -5.13660721e-03f, 1.66073663e-03f, -9.18086967e-04f,
    1.31919864e-03f, -5.82433810e-04f,
};

/// P(normal variable < x).
INLINE lanes normal_share(lanes x) {
    lanes near = __builtin_elementwise_min(__builtin_elementwise_max(x, filled(-5.2f)), filled(5.2f));
    lanes u = near * near * (2 / (5.2f * 5.2f)) - 1;
    lanes y = filled(gelu_terms[13]);
    for (int term = 12; term >= 0; term--) y = y * u + gelu_terms[term];
    return near * y + 0.5f;
}

static void gelu(float *x, long count) {
    for (long i = 0; i < count; i += 16) {
        lanes value = load(x + i);
        store(x + i, value * normal_share(value));
    }
}

static void quantize(const float *in, int rows, int width, int8_t *out, glosse_row *out_rows) {
    for (int row = 0; row < rows; row++, in += width, out += width) {
        lanes most = filled(0);
        for (int i = 0; i < width; i += 16)
            most = __builtin_elementwise_max(most, __builtin_elementwise_abs(load(in + i)));
        float largest = max_of(most);
        float factor = largest > 0 ? 127 / largest : 0;
        int_lanes sum = (int_lanes)0;
        for (int i = 0; i < width; i += 16) {
            int_lanes value = nearest(load(in + i) * factor);
            sum += value;
            *(byte_lanes *)(out + i) = __builtin_convertvector(value, byte_lanes);
        }
        out_rows[row] = (glosse_row){largest / 127, __builtin_reduce_add(sum)};
    }
}

static void embed(const uint8_t *row, const uint16_t *position, const float *type, int width, float *out) {
    for (int start = 0; start < width; start += GLOSSE_BLOCK, row += GLOSSE_BLOCK_BYTES) {
        half_lanes scales = (half_lanes)(uint16_t)(row[0] | row[1] << 8);
        float scale = from_halves(scales)[0];
        for (int half = 0; half < 2; half++) {
            lanes value;
            for (int i = 0; i < 16; i++) value[i] = (float)((row[2 + i] >> 4 * half & 15) - 8);
            int place = start + 16 * half;
            store(
                out + place,
                value * scale + from_halves(*(const half_lanes *)(position + place)) + load(type + place));
        }
    }
}
