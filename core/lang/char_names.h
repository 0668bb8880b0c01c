// char_names.h — the few character names \N{...} knows here.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_CHAR_NAMES_H
#define TL_LANG_CHAR_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Finds the character named by the [len] bytes at [name], in either case.
bool tl_char_by_name(const char *name, size_t len, uint32_t *cp);

#endif
