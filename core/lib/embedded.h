// embedded.h — the library modules written in Python, as bytes in the binary.
// SPDX-License-Identifier: MIT
//
// core/lib/embed.py turns core/lib/py/**/*.py into one generated C file that
// defines this table, sorted by name. Lookup by name belongs to the importer.
#ifndef TWINLOOP_LIB_EMBEDDED_H
#define TWINLOOP_LIB_EMBEDDED_H

#include <stdbool.h>
#include <stddef.h>

// One module. [name] is dotted ("asyncio.locks"; a package's __init__.py has
// the package's name and [is_package] set). [source] is UTF-8 of [len] bytes,
// with a NUL behind it that is not counted. Everything is static.
typedef struct TlEmbedded {
    const char *name;
    const char *source;
    size_t len;
    bool is_package;
} TlEmbedded;

extern const TlEmbedded tl_embedded_modules[];
extern const size_t tl_embedded_module_count;

#endif
