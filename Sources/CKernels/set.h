/// The table of a set of kernels, from all that was included before: define SET and NAME.

#include "products.h"
#include "rows.h"
#include "attention.h"
#include "training.h"

const glosse_kernels SET = {
    .name = NAME,
    .multiply_floats = multiply_floats,
    .multiply_bytes = multiply_bytes,
    .quantize = quantize,
    .normalize = normalize,
    .gelu = gelu,
    .attend = attend,
    .embed = embed,
    .multiply = multiply,
    .transpose = transpose,
    .add = add,
    .add_rows = add_rows,
    .drop = drop,
    .join = join,
    .adam = adam,
    .gelu_back = gelu_back,
    .normalize_back = normalize_back,
    .attend_back = attend_back,
};
