/// The set for x86 processors with AVX-512 and its 8-bit dot products (VNNI; Cascade Lake, Ice Lake, Zen 4 and later).
#if defined(__x86_64__)
#include <immintrin.h>
#include "kernels.h"

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma"))), \
    apply_to = function)
#include "lanes.h"

enum { FLOAT_ROWS = 12, FLOAT_PANELS = 2, BYTE_ROWS = 12, BYTE_PANELS = 2 };

/// VPDPBUSD wants one unsigned side: the weights plus 128. What that adds is 128 times the sum of the input's row.
INLINE void byte_sums(
    const int rows, const int panels, const int8_t *in, const glosse_row *in_rows, int depth,
    const int8_t *weights, int_lanes sums[BYTE_ROWS][BYTE_PANELS]
) {
    __m512i totals[BYTE_ROWS][BYTE_PANELS];
    const __m512i flip = _mm512_set1_epi8((char)0x80);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            totals[row][panel] = _mm512_set1_epi32(-128 * in_rows[row].sum);
    for (int place = 0; place < depth; place += 4) {
        __m512i weight[BYTE_PANELS];
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            weight[panel] = _mm512_xor_si512(
                flip, _mm512_loadu_si512(weights + 16 * (place + (long)panel * depth)));
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++) {
            int32_t four;
            __builtin_memcpy(&four, in + (long)row * depth + place, 4);
            __m512i value = _mm512_set1_epi32(four);
#pragma clang loop unroll(full)
            for (int panel = 0; panel < panels; panel++)
                totals[row][panel] = _mm512_dpbusd_epi32(totals[row][panel], weight[panel], value);
        }
    }
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (int panel = 0; panel < panels; panel++)
            _mm512_storeu_si512(&sums[row][panel], totals[row][panel]);
}

#define SET glosse_kernels_avx512
#define NAME "AVX-512 VNNI"
#include "set.h"
#pragma clang attribute pop
#endif
