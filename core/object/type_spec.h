// type_spec.h — how C code describes a type and its native functions.
// SPDX-License-Identifier: MIT
//
// A type is a static const TlTypeSpec: size, slots, methods, attributes. The
// object layer makes its own types from types.h (spec name tl_<field>_spec);
// other layers call tl_type_from_spec() and keep the result.
#ifndef TL_OBJECT_TYPE_SPEC_H
#define TL_OBJECT_TYPE_SPEC_H

#include "object/object.h"

// A native function. [self] is the instance, the class (TL_FN_CLASS) or the
// module; [args] as the kind says.
typedef TlValue (*TlNativeFn)(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames);

typedef enum TlNativeKind {
    TL_FN_NOARGS,  // nargs == 0
    TL_FN_ONE,     // nargs == 1
    TL_FN_RAW,     // any number of positionals, no keywords
    TL_FN_RAW_KW,  // everything as given
    TL_FN_SIG,     // bound by `sig` first: args[i] is parameter i, TL_NO_VALUE
                   // where a default without value applies; *args comes as a
                   // tuple, **kwargs as a dict; kwnames is NULL
    TL_FN_KIND_MASK = 15,
    TL_FN_STATIC = 16,  // flag: staticmethod
    TL_FN_CLASS = 32    // flag: classmethod
} TlNativeKind;

typedef struct TlNativeDef {
    const char *name;
    TlNativeFn fn;
    int kind;         // TlNativeKind | flags
    // "(a, b, /, c=None, *args, key=None, **kw)". Defaults may be None, True,
    // False, an int, or `?` (absent: TL_NO_VALUE). Parsed once, at creation.
    // Also the text of help(); give it for every kind.
    const char *sig;
    const char *doc;
} TlNativeDef;

typedef TlValue (*TlGetter)(TlRuntime *rt, TlRef self, void *closure);
typedef TlStatus (*TlSetter)(TlRuntime *rt, TlRef self, TlRef value,
                             void *closure);  // value TL_NO_VALUE = del

typedef struct TlGetSetDef {
    const char *name;
    TlGetter get;
    TlSetter set;  // NULL = read-only
    void *closure;
} TlGetSetDef;

typedef struct TlTypeSpec {
    const char *name;       // __name__, "module.name" where messages say so
    const char *module;     // __module__; NULL = builtins
    const char *doc;
    size_t size;            // basic_size
    size_t dict_offset;     // 0 = instances have no __dict__
    uint32_t flags;
    const TlSlots *slots;
    const TlNativeDef *methods;   // ends with {0}; NULL = none
    const TlGetSetDef *getsets;   // ends with {0}; NULL = none
} TlTypeSpec;

// A new ready type; one reference, the caller's. NULL = raised.
TlType *tl_type_from_spec(TlRuntime *rt, const TlTypeSpec *spec, TlType *base);

// A native function object; [module_name] may be NULL. [self] is kept.
TlValue tl_native_new(TlRuntime *rt, const TlNativeDef *def, TlRef self,
                      const char *module_name);
// Adds each of [defs] (ends with {0}) to a module's dict.
TlStatus tl_module_add_functions(TlRuntime *rt, TlRef module,
                                 const TlNativeDef *defs);

#endif
