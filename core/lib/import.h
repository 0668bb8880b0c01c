// import.h — the import system's parts that other files of lib use.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_IMPORT_H
#define TL_LIB_IMPORT_H

#include "base/buf.h"
#include "lib/lib.h"
#include "object/type_spec.h"

// A native module, made once and kept in sys.modules. Counted; NULL = raised.
TlModule *tl_import_native_module(TlRuntime *rt, const char *name);

// Where the source of a module was found.
typedef struct TlFound {
    bool package;
    bool internal;     // embedded: ours
    bool owned;        // text must go back to source_done
    const char *text;  // NULL = a namespace package: nothing to run
    size_t len;
    TlBuf path;        // of the file, as __file__ and tracebacks show it
} TlFound;

// Compiles [found] and gives a function that runs it in [module]'s dict. Sets
// __file__ and, for a package, __path__. Owned; NO_VALUE = raised.
TlValue tl_import_body(TlRuntime *rt, TlModule *module, TlFound *found);
// A module with the attributes every module has. [package] for __package__;
// NULL = None. Not yet in sys.modules. NULL = raised.
TlModule *tl_import_new_module(TlRuntime *rt, TlStr *name, TlStr *package);
void tl_found_deinit(TlRuntime *rt, TlFound *found);
// A sendable that imports [full] (an absolute dotted name), then what
// [fromlist] (or NULL) names; RETURN is the leaf module, or the top package
// when [want_top].
TlValue tl_importer_new(TlRuntime *rt, TlStr *full, TlTuple *fromlist,
                        bool want_top);

extern const TlTypeSpec tl_importer_spec, tl_program_spec;

#endif
