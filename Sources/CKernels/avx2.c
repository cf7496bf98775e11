/// The set for x86 processors since 2013 (Haswell, Excavator): AVX2 and FMA.
#if defined(__x86_64__)
#include <immintrin.h>
#include "kernels.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "lanes.h"

enum { FLOAT_ROWS = 6, FLOAT_PANELS = 1, BYTE_ROWS = 4, BYTE_PANELS = 1 };

/// VPMADDUBSW wants one unsigned side and adds two products into 16 bits: |input| <= 127 and the weight with the
/// input's sign stay below 2 * 127 * 127 < 2^15, so that no sum saturates.
INLINE void byte_sums(
    const int rows, const int panels, const int8_t *in, const glosse_row *in_rows, int depth,
    const int8_t *weights, int_lanes sums[BYTE_ROWS][BYTE_PANELS]
) {
    (void)panels;
    (void)in_rows;
    __m256i low[BYTE_ROWS], high[BYTE_ROWS];
    const __m256i ones = _mm256_set1_epi16(1);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) low[row] = high[row] = _mm256_setzero_si256();
    for (int place = 0; place < depth; place += 4) {
        __m256i left = _mm256_loadu_si256((const __m256i *)(weights + 16 * place));
        __m256i right = _mm256_loadu_si256((const __m256i *)(weights + 16 * place + 32));
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++) {
            int32_t four;
            __builtin_memcpy(&four, in + (long)row * depth + place, 4);
            __m256i value = _mm256_set1_epi32(four);
            __m256i size = _mm256_abs_epi8(value);
            __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(left, value));
            low[row] = _mm256_add_epi32(low[row], _mm256_madd_epi16(pairs, ones));
            pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(right, value));
            high[row] = _mm256_add_epi32(high[row], _mm256_madd_epi16(pairs, ones));
        }
    }
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
        _mm256_storeu_si256((__m256i *)&sums[row][0], low[row]);
        _mm256_storeu_si256((__m256i *)&sums[row][0] + 1, high[row]);
    }
}

#define SET glosse_kernels_avx2
#define NAME "AVX2"
#include "set.h"
#pragma clang attribute pop
#endif
