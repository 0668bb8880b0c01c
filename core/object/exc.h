// exc.h — exception objects and raising from C.
// SPDX-License-Identifier: MIT
//
// rt->error is the pending exception, always an instance. Raising chains it to
// the exception being handled (__context__), as CPython's _PyErr_SetObject.
// Tracebacks are added by the VM while it unwinds.
#ifndef TL_OBJECT_EXC_H
#define TL_OBJECT_EXC_H

#include "object/runtime.h"

typedef struct TlExc {
    TlObject ob;
    TlTuple *args;
    TlDict *dict;
    TlValue traceback, cause, context;  // TL_NO_VALUE = None
    bool suppress_context;
    // Per class, TL_NO_VALUE = None: StopIteration value; SystemExit code;
    // NameError name; AttributeError name, obj; ImportError name, path, msg;
    // OSError errno, strerror, filename; SyntaxError msg, filename, lineno,
    // offset, text, end_lineno, end_offset; UnicodeError encoding, object,
    // start, end, reason; groups message, exceptions.
    TlValue extra[7];
} TlExc;

static inline bool tl_raised(const TlRuntime *rt)
{
    return rt->error != TL_NO_VALUE;
}

// All return TL_NO_VALUE (cast-free use: `return tl_raise(...)`).
TlValue tl_raise(TlRuntime *rt, TlType *type, const char *message);
// printf-like: %s %d %i %u %c %x %ld %lu %lld %llu %zd %zu %% and, for values,
// %S str(v), %R repr(v), %T type name of v (all TlRef); %U a TlStr*; %.200s.
TlValue tl_raise_fmt(TlRuntime *rt, TlType *type, const char *format, ...);
TlValue tl_raise_with(TlRuntime *rt, TlType *type, TlRef arg);  // type(arg)
TlValue tl_raise_obj(TlRuntime *rt, TlRef exc_or_type);  // `raise x`: checks
TlValue tl_raise_memory(TlRuntime *rt);     // preallocated MemoryError
TlValue tl_raise_key(TlRuntime *rt, TlRef key);
TlValue tl_raise_stop(TlRuntime *rt, TlRef value);  // StopIteration(value)
TlValue tl_raise_attribute(TlRuntime *rt, TlRef obj, TlStr *name);
// Fills name and obj of an AttributeError.
void tl_exc_set_attribute(TlRuntime *rt, TlRef exc, TlRef obj, TlStr *name);
// Puts back a fetched exception as it is (no chaining). Steals.
void tl_restore(TlRuntime *rt, TlValue exc);
// Takes the pending exception out; TL_NO_VALUE when there is none.
TlValue tl_fetch(TlRuntime *rt);
void tl_clear_error(TlRuntime *rt);
// Does the pending exception match? [type] a class.
bool tl_error_is(TlRuntime *rt, const TlType *type);
bool tl_exc_is(TlRef exc, const TlType *type);  // any exception object
// Clears a pending StopIteration and gives its value: 1; 0 other exception
// stays; none pending: 1 with None.
int tl_take_stop_value(TlRuntime *rt, TlValue *value);
// type(arg); [arg] TL_NO_VALUE for type().
TlValue tl_exc_new(TlRuntime *rt, TlType *type, TlRef arg);
// `raise exc from cause`: sets __cause__ and __suppress_context__. Steals
// [cause], an exception or TL_NONE.
void tl_exc_set_cause(TlRuntime *rt, TlRef exc, TlValue cause);
// Sets __context__ and keeps the chain free of rings. Nothing happens when
// [context] is absent or [exc] itself.
void tl_exc_set_context(TlRuntime *rt, TlRef exc, TlRef context);
// The exception being handled now, borrowed, TL_NO_VALUE = none.
TlRef tl_handled(const TlRuntime *rt);
// "Type: message" as the last line of a traceback prints it. A str.
TlValue tl_exc_summary(TlRuntime *rt, TlRef exc);
// For code that cannot raise (__del__, callbacks in free): prints "Exception
// ignored in: ..." through the lib layer's hook and clears.
void tl_write_unraisable(TlRuntime *rt, TlRef where);

#endif
