/// Sixteen floats at a time: the compiler makes of them what the instructions at hand can do.
///
/// Included once by each set of kernels, under the instructions of that set.

// Where two registers hold what the type calls one, nothing of it may be passed to other files, and nothing is.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float lanes __attribute__((ext_vector_type(16), aligned(4)));
typedef int32_t int_lanes __attribute__((ext_vector_type(16), aligned(4)));
typedef int8_t byte_lanes __attribute__((ext_vector_type(16), aligned(1)));
typedef uint16_t half_lanes __attribute__((ext_vector_type(16), aligned(2)));

#define INLINE static inline __attribute__((always_inline))

INLINE lanes load(const float *from) { return *(const lanes *)from; }
INLINE void store(float *to, lanes x) { *(lanes *)to = x; }
INLINE lanes filled(float x) { return (lanes)x; }
INLINE lanes bits(int_lanes x) { return (lanes)x; }

INLINE float sum_of(lanes x) {
    float four __attribute__((ext_vector_type(4))) = x.lo.lo + x.lo.hi + (x.hi.lo + x.hi.hi);
    return four[0] + four[1] + (four[2] + four[3]);
}

INLINE float max_of(lanes x) { return __builtin_reduce_max(x); }

/// The nearest whole number of |x| < 2^22: adding 1.5 * 2^23 leaves no room for a fraction.
INLINE int_lanes nearest(lanes x) {
    return (int_lanes)(x + 12582912.0f) - 0x4B400000;
}

/// e^x for x <= 0, relative error 3e-6; below -87 as at -87.
///
/// 2^t with t = whole + fraction: the whole goes into the exponent, the fraction through the series of 2^fraction.
INLINE lanes exponential(lanes x) {
    lanes t = __builtin_elementwise_max(x, filled(-87.0f)) * 1.44269504f;
    int_lanes whole = nearest(t);
    lanes f = t - __builtin_convertvector(whole, lanes);
    lanes y = filled(1.54035304e-4f);
    y = y * f + 1.33335581e-3f;
    y = y * f + 9.61812911e-3f;
    y = y * f + 5.55041087e-2f;
    y = y * f + 2.40226507e-1f;
    y = y * f + 6.93147181e-1f;
    y = y * f + 1.0f;
    return y * bits((whole + 127) << 23);
}

/// Half precision to single; the exponent's bias is mended by a multiplication, which is right for subnormals too.
INLINE lanes from_halves(half_lanes x) {
    int_lanes wide = __builtin_convertvector(x, int_lanes);
    lanes size = bits((wide & 0x7FFF) << 13) * 0x1p112f;
    return bits((int_lanes)size | ((wide & 0x8000) << 16));
}
