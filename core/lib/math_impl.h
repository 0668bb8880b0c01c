// math_impl.h — what the files of the module math share.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_MATH_IMPL_H
#define TL_LIB_MATH_IMPL_H

#include "object/type_spec.h"

// Tables that end with {0}.
extern const TlNativeDef tl_math_int_defs[];  // math_int.c
extern const TlNativeDef tl_math_sum_defs[];  // math_sum.c

#endif
