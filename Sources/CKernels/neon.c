/// The set for ARM processors with dot products of bytes (ARMv8.2 and later; Cortex-A76, Graviton 2, Apple M1).
#if defined(__aarch64__)
#include <arm_neon.h>
#include "kernels.h"

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#include "lanes.h"

enum { FLOAT_ROWS = 6, FLOAT_PANELS = 1, BYTE_ROWS = 6, BYTE_PANELS = 1 };

INLINE void byte_sums(
    const int rows, const int panels, const int8_t *in, const glosse_row *in_rows, int depth,
    const int8_t *weights, int_lanes sums[BYTE_ROWS][BYTE_PANELS]
) {
    (void)panels;
    (void)in_rows;
    int32x4_t totals[BYTE_ROWS][4];
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++) totals[row][part] = vdupq_n_s32(0);
    for (int place = 0; place < depth; place += 4) {
        int8x16_t weight[4];
        for (int part = 0; part < 4; part++) weight[part] = vld1q_s8(weights + 16 * (place + part));
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++) {
            int32_t four;
            __builtin_memcpy(&four, in + (long)row * depth + place, 4);
            int8x16_t value = vreinterpretq_s8_s32(vdupq_n_s32(four));
            for (int part = 0; part < 4; part++)
                totals[row][part] = vdotq_s32(totals[row][part], weight[part], value);
        }
    }
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++) vst1q_s32((int32_t *)&sums[row][0] + 4 * part, totals[row][part]);
}

#define SET glosse_kernels_neon
#define NAME "NEON with dot product"
#include "set.h"
#pragma clang attribute pop
#endif
