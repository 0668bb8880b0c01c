// ident.c — identifiers beyond ASCII.
// SPDX-License-Identifier: MIT
//
// A binary search in one generated table of ranges. No normalisation: two
// spellings of a name are two names.
#include "lang/ident.h"

#include "lang/ident_table.h"

#include <stddef.h>

static TlIdentClass ascii_class(uint32_t cp) {
    if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp == '_') {
        return TL_IDENT_START;
    }
    if (cp >= '0' && cp <= '9') {
        return TL_IDENT_CONTINUE;
    }
    return cp < 0x20 || cp == 0x7F ? TL_IDENT_HIDDEN : TL_IDENT_OTHER;
}

TlIdentClass tl_ident_class(uint32_t cp) {
    if (cp < 0x80) {
        return ascii_class(cp);
    }
    size_t low = 0;
    size_t high = sizeof ident_table / sizeof ident_table[0];
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (ident_table[middle] >> 2 <= cp) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (TlIdentClass)(ident_table[low] & 3);
}
