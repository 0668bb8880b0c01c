// struct_time.h — the type behind time.struct_time.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_STRUCT_TIME_H
#define TL_LIB_STRUCT_TIME_H

#include "object/type_spec.h"

extern const TlTypeSpec tl_struct_time_spec;

#endif
