/// The steps back of rows.h, products.h and attention.h.

static void multiply(const glosse_product *p) {
    float_panels weights = {p->weights, p->step, 16};
    if (p->in_place == 1 && !p->adds)
        float_columns(p->in, p->in_row, 1, p->rows, p->depth, weights, 0, 0, p->outs, p->out, p->out_row);
    else
        float_columns(
            p->in, p->in_row, p->in_place, p->rows, p->depth, weights, 0, p->adds, p->outs, p->out,
            p->out_row);
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
