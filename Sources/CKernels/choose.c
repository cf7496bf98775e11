/// Which sets of kernels run on this processor.
#include "kernels.h"

extern const glosse_kernels glosse_kernels_portable;

#if defined(__x86_64__)
extern const glosse_kernels glosse_kernels_avx2, glosse_kernels_avx512;

static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

static int has_avx512(void) {
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512vnni");
}

int glosse_kernels_count(void) { return has_avx512() ? 3 : has_avx2() ? 2 : 1; }

const glosse_kernels *glosse_kernels_at(int index) {
    return index == 2 ? &glosse_kernels_avx512 : index == 1 ? &glosse_kernels_avx2 : &glosse_kernels_portable;
}

#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
extern const glosse_kernels glosse_kernels_neon;

int glosse_kernels_count(void) { return getauxval(AT_HWCAP) & (1 << 20) /* HWCAP_ASIMDDP */ ? 2 : 1; }

const glosse_kernels *glosse_kernels_at(int index) {
    return index == 1 ? &glosse_kernels_neon : &glosse_kernels_portable;
}

#else
int glosse_kernels_count(void) { return 1; }

const glosse_kernels *glosse_kernels_at(int index) {
    (void)index;
    return &glosse_kernels_portable;
}
#endif
