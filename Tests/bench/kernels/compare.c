/// Compares every set of kernels that this processor runs with the portable one; `arm` runs it in an emulator.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "kernels.h"

static int failures;

static float *floats(long count, float size) {
    float *x = malloc(sizeof *x * count);
    for (long i = 0; i < count; i++) x[i] = ((float)rand() / (float)RAND_MAX * 2 - 1) * size;
    return x;
}

static void expect(const char *what, const float *some, const float *others, long count, double most) {
    double distance = 0;
    for (long i = 0; i < count; i++) {
        double here = fabs((double)some[i] - others[i]);
        if (!(here <= distance)) distance = here;
    }
    if (distance <= most) return;
    printf("  %s differs by %g\n", what, distance);
    failures++;
}

static void compare_products(
    const glosse_kernels *set, const glosse_kernels *portable, int rows, int depth, int outs
) {
    float *in = floats((long)rows * depth, 3), *weights = floats((long)depth * outs, 1), *bias = floats(outs, 1);
    float *some = floats((long)rows * outs, 0), *others = floats((long)rows * outs, 0);
    set->multiply_floats(in, rows, depth, weights, bias, outs, some);
    portable->multiply_floats(in, rows, depth, weights, bias, outs, others);
    expect("product of floats", some, others, (long)rows * outs, 1e-4);
    int8_t *bytes = malloc((long)rows * depth), *panels = malloc((long)depth * outs);
    glosse_row *in_rows = malloc(sizeof *in_rows * rows);
    for (long i = 0; i < (long)depth * outs; i++) panels[i] = (int8_t)(rand() % 255 - 127);
    set->quantize(in, rows, depth, bytes, in_rows);
    set->multiply_bytes(bytes, in_rows, rows, depth, panels, bias, bias, outs, some);
    portable->quantize(in, rows, depth, bytes, in_rows);
    portable->multiply_bytes(bytes, in_rows, rows, depth, panels, bias, bias, outs, others);
    expect("product of bytes", some, others, (long)rows * outs, 0);
}

static void compare_rows(const glosse_kernels *set, const glosse_kernels *portable, int rows, int width) {
    long count = (long)rows * width;
    float *x = floats(count, 3), *some = floats(count, 0), *others = floats(count, 0);
    float *weight = floats(width, 1), *bias = floats(width, 1);
    for (long i = 0; i < count; i++) some[i] = others[i] = x[i];
    set->gelu(some, count);
    portable->gelu(others, count);
    expect("GELU", some, others, count, 4e-6);
    set->normalize(some, x, rows, width, weight, bias, 1e-5f);
    portable->normalize(others, x, rows, width, weight, bias, 1e-5f);
    expect("layer norm", some, others, count, 1e-4);
    float *some_grads = floats(2 * width, 0), *other_grads = floats(2 * width, 0);
    set->normalize_back(x, some, rows, width, weight, 1e-5f, some_grads, some_grads + width);
    portable->normalize_back(x, others, rows, width, weight, 1e-5f, other_grads, other_grads + width);
    set->gelu_back(x, some, count);
    portable->gelu_back(x, others, count);
    expect("steps back", some, others, count, 1e-4);
    expect("gradients of weights", some_grads, other_grads, 2 * width, 1e-4);
}

static void compare_attention(const glosse_kernels *set, const glosse_kernels *portable, int length) {
    float *parts = floats(length * 96L, 2), *some = floats(length * 32L, 0), *others = floats(length * 32L, 0);
    float *some_grads = floats(length * 96L, 0), *other_grads = floats(length * 96L, 0);
    float *scratch = floats(glosse_attention_scratch(length) + glosse_attention_back_scratch(length), 0);
    glosse_head head = {parts, parts + 32, parts + 64, 96, some, 32, length};
    set->attend(&head, scratch);
    head.out = others;
    portable->attend(&head, scratch);
    expect("attention", some, others, length * 32L, 2e-5);
    set->attend_back(&head, some_grads, some_grads + 32, some_grads + 64, scratch);
    portable->attend_back(&head, other_grads, other_grads + 32, other_grads + 64, scratch);
    expect("attention's step back", some_grads, other_grads, length * 96L, 1e-4);
}

static void compare_training(
    const glosse_kernels *set, const glosse_kernels *portable, int rows, int depth, int outs
) {
    float *in = floats((long)rows * depth, 1), *weights = floats((long)depth * outs, 1);
    float *some = floats((long)rows * outs, 0), *others = floats((long)rows * outs, 0);
    for (int transposed = 0; transposed < 2; transposed++) {
        glosse_product product = {
            in, transposed ? 1 : depth, transposed ? rows : 1, weights, outs, 0, some, outs, rows, depth, outs, transposed,
        };
        set->multiply(&product);
        product.out = others;
        portable->multiply(&product);
    }
    expect("product for training", some, others, (long)rows * outs, 1e-3);
    long count = (long)depth / 16 * 16 * outs;
    float *over = floats(count, 0), *over_again = floats(count, 0);
    set->transpose(weights, depth / 16 * 16, outs, over);
    portable->transpose(weights, depth / 16 * 16, outs, over_again);
    expect("turning over", over, over_again, count, 0);
    set->drop(over, count, 0x123456789ABCDEF, 0.1f);
    portable->drop(over_again, count, 0x123456789ABCDEF, 0.1f);
    expect("dropout", over, over_again, count, 1e-6);
    float *means = floats(2 * count, 0), *squares = floats(2 * count, 0), *rest = floats(2 * count, 0);
    float *values = floats(2 * count, 0);
    set->join(over, rest, count);
    portable->join(over_again, rest + count, count);
    glosse_adam step = {1e-2f, 0.01f, 0.5f, 0.1f, 0.001f};
    set->adam(values, over, means, squares, count, &step);
    portable->adam(values + count, over_again, means + count, squares + count, count, &step);
    expect("step of Adam", values, values + count, count, 1e-6);
}

int main(void) {
    const int shapes[][3] = {{1, 16, 16}, {2, 32, 32}, {3, 384, 48}, {12, 64, 64}, {26, 16, 96}, {9, 1536, 32}};
    for (int index = 0; index < glosse_kernels_count(); index++) {
        const glosse_kernels *set = glosse_kernels_at(index), *portable = glosse_kernels_at(0);
        printf("%s\n", set->name);
        for (int i = 0; i < 6; i++) {
            compare_products(set, portable, shapes[i][0], shapes[i][1], shapes[i][2]);
            compare_rows(set, portable, shapes[i][0], shapes[i][1]);
            compare_training(set, portable, shapes[i][0], shapes[i][1], shapes[i][2]);
        }
        for (int length = 1; length < 100; length += 7) compare_attention(set, portable, length);
    }
    printf(failures ? "%d comparisons failed\n" : "all sets agree\n", failures);
    return failures > 0;
}
