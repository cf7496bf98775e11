/// One head of attention over one segment: scores of 48 rows at a time, so that they stay near the processor.

enum { HEAD = 32, SCORE_ROWS = 48 };

/// Keys or values (length x 32) as panels of 16 pieces, [length / 16][32][16]; pieces beyond the end are zero.
static void pack(const float *rows, long stride, int length, int padded, float *panels) {
    for (int piece = 0; piece < padded; piece++) {
        const float *from = rows + piece * stride;
        float *to = panels + piece / 16 * 16 * HEAD + piece % 16;
        for (int i = 0; i < HEAD; i++) to[16 * i] = piece < length ? from[i] : 0;
    }
}

/// Scores of a row to shares that sum to one; what lies behind the last key is not read.
INLINE void soften(float *row, int length, int padded) {
    const float factor = 0.17677669529663687f;  // 1 / sqrt(32)
    for (int i = length; i < padded; i++) row[i] = -1e30f;
    lanes most = load(row);
    for (int i = 16; i < padded; i += 16) most = __builtin_elementwise_max(most, load(row + i));
    float top = max_of(most);
    lanes sum = filled(0);
    for (int i = 0; i < padded; i += 16) {
        lanes share = exponential((load(row + i) - top) * factor);
        store(row + i, share);
        sum += share;
    }
    float total = sum_of(sum);
    for (int i = 0; i < padded; i += 16) store(row + i, load(row + i) / total);
}

static void attend(const glosse_head *head, float *scratch) {
    int padded = (head->length + 15) / 16 * 16;
    float *keys = scratch, *scores = scratch + (long)padded * HEAD;
    pack(head->key, head->stride, head->length, padded, keys);
    float_panels key_panels = {keys, 16, 16 * HEAD};
    float_panels value_panels = {head->value, head->stride, 16};
    for (int first = 0; first < head->length; first += SCORE_ROWS) {
        int rows = head->length - first < SCORE_ROWS ? head->length - first : SCORE_ROWS;
        float_product(
            head->query + first * head->stride, head->stride, rows, HEAD, key_panels, 0, padded, scores, padded);
        for (int row = 0; row < rows; row++) soften(scores + (long)row * padded, head->length, padded);
        float_product(
            scores, padded, rows, head->length, value_panels, 0, HEAD, head->out + first * head->out_stride,
            head->out_stride);
    }
}
