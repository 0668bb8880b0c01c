// builtins.h — the parts that make up the module builtins.
// SPDX-License-Identifier: MIT
//
// builtins.c puts together what the other builtins_*.c and print.c define.
#ifndef TL_LIB_BUILTINS_H
#define TL_LIB_BUILTINS_H

#include "object/type_spec.h"

// Functions, by topic; each table ends with {0}.
extern const TlNativeDef tl_builtins_object_defs[];  // builtins_object.c
extern const TlNativeDef tl_builtins_number_defs[];  // builtins_number.c
extern const TlNativeDef tl_builtins_iter_defs[];    // builtins_fold.c
extern const TlNativeDef tl_builtins_code_defs[];    // builtins_code.c
extern const TlNativeDef tl_builtins_print_defs[];   // print.c
extern const TlNativeDef tl_builtins_io_defs[];      // builtins_io.c

// Lazy iterators (builtins_iter.c).
extern const TlTypeSpec tl_enumerate_spec, tl_filter_spec, tl_map_spec;
extern const TlTypeSpec tl_reversed_spec, tl_zip_spec;

#endif
