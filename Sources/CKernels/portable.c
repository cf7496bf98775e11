/// The set for any processor: what the compiler makes of plain C.
#include "kernels.h"
#include "lanes.h"

enum { FLOAT_ROWS = 3, FLOAT_PANELS = 1, BYTE_ROWS = 2, BYTE_PANELS = 1 };

typedef int16_t pairs __attribute__((ext_vector_type(8)));
typedef int32_t quads __attribute__((ext_vector_type(4)));

/// The products of neighbours, two added into one.
INLINE quads pair_sums(pairs a, pairs b) {
#if defined(__SSE2__)
    return (quads)__builtin_ia32_pmaddwd128(a, b);
#else
    return __builtin_convertvector(a.even, quads) * __builtin_convertvector(b.even, quads)
        + __builtin_convertvector(a.odd, quads) * __builtin_convertvector(b.odd, quads);
#endif
}

/// Four bytes of an out are widened to two pairs, those at even and those at odd places, as are those of the input.
INLINE void byte_sums(
    const int rows, const int panels, const int8_t *in, const glosse_row *in_rows, int depth,
    const int8_t *weights, int_lanes sums[BYTE_ROWS][BYTE_PANELS]
) {
    (void)panels;
    (void)in_rows;
    quads totals[BYTE_ROWS][4];
    for (int row = 0; row < rows; row++)
        for (int part = 0; part < 4; part++) totals[row][part] = (quads)0;
    for (int place = 0; place < depth; place += 4) {
        pairs weight[4];
        __builtin_memcpy(weight, weights + 16 * place, sizeof weight);
#pragma clang loop unroll(full)
        for (int row = 0; row < rows; row++) {
            int32_t four;
            __builtin_memcpy(&four, in + (long)row * depth + place, 4);
            pairs value = (pairs)(quads)four;
            pairs even = value << 8 >> 8, odd = value >> 8;
#pragma clang loop unroll(full)
            for (int part = 0; part < 4; part++)
                totals[row][part] +=
                    pair_sums(weight[part] << 8 >> 8, even) + pair_sums(weight[part] >> 8, odd);
        }
    }
    for (int row = 0; row < rows; row++) __builtin_memcpy(&sums[row][0], totals[row], sizeof sums[row][0]);
}

#define SET glosse_kernels_portable
#define NAME "portable"
#include "set.h"
