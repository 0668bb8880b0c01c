// signature.h — the parameters of a native function, parsed from its text.
// SPDX-License-Identifier: MIT
#ifndef TL_OBJECT_SIGNATURE_H
#define TL_OBJECT_SIGNATURE_H

#include "object/func.h"
#include "object/runtime.h"

typedef struct TlParam {
    TlStr *name;       // interned, counted
    TlValue fallback;  // never an object; TL_NO_VALUE for `?`
    bool required;
} TlParam;

// Parameters in order: positional-only, positional, *args, keyword-only,
// **kwargs. Shared between a method descriptor and what it binds.
typedef struct TlSignature {
    uint32_t refs;
    int count;      // of all parameters
    int posonly;    // the first ones are positional-only
    int positional; // the first ones take positional arguments
    int required;   // of the positional ones, how many have no default
    int varargs;    // index of *args, or -1
    int varkw;      // index of **kwargs, or -1
    TlParam params[];
} TlSignature;

// NULL = raised. [text] as TlNativeDef.sig says; a leading `$self` is skipped.
TlSignature *tl_signature_parse(TlRuntime *rt, const char *text);
void tl_signature_release(TlRuntime *rt, TlSignature *sig);

// Fills [bound], sig->count values: borrowed, but for *args and **kwargs,
// which are new objects, released by tl_signature_unbind(). [name] is the
// function's, [full] how messages about the call as a whole call it.
TlStatus tl_signature_bind(TlRuntime *rt, const TlSignature *sig,
                           const char *name, TlNative *native,
                           const TlRef *args, int nargs, TlTuple *kwnames,
                           TlRef *bound);
void tl_signature_unbind(TlRuntime *rt, const TlSignature *sig, TlRef *bound);

// "list.append" for messages: an owned str. (native.c)
TlValue tl_native_full_name(TlRuntime *rt, TlNative *native);

#endif
