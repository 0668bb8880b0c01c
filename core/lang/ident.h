// ident.h — identifiers beyond ASCII.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_IDENT_H
#define TL_LANG_IDENT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum TlIdentClass {
    TL_IDENT_OTHER,    // printable, but in no identifier
    TL_IDENT_HIDDEN,   // not even printable
    TL_IDENT_CONTINUE, // anywhere but at the start
    TL_IDENT_START
} TlIdentClass;

// Class of [cp], by Unicode's XID_Start and XID_Continue (and '_').
TlIdentClass tl_ident_class(uint32_t cp);

#endif
