// object_fixture.h — a runtime with the object layer, for unit tests.
// SPDX-License-Identifier: MIT
//
// rt_new() boots, rt_free() tears down and fails the test when an object or a
// byte is left. In between: short names for making values and for checking
// what an operation gave or raised.
#ifndef TL_TESTS_OBJECT_FIXTURE_H
#define TL_TESTS_OBJECT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/number.h"
#include "object/runtime.h"
#include "object/str.h"

static inline void *fixture_realloc(void *user, void *ptr, size_t old_size,
                                    size_t new_size)
{
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static inline TlRuntime *rt_raw(void)
{
    TlRuntime *rt = calloc(1, sizeof *rt);
    tl_alloc_init(&rt->alloc, fixture_realloc, NULL);
    return rt;
}

static inline TlRuntime *rt_new(void)
{
    TlRuntime *rt = rt_raw();
    assert_int_equal(tl_object_layer_init(rt), TL_OK);
    return rt;
}

// The text of a str, borrowed.
static inline const char *utf8_of(TlRuntime *rt, TlRef v)
{
    size_t len;
    const char *text = tl_str_utf8(rt, tl_as_str(v), &len);
    assert_non_null(text);
    return text;
}

static inline void rt_free(TlRuntime *rt)
{
    if (tl_raised(rt)) {
        TlValue text = tl_exc_summary(rt, rt->error);
        fail_msg("an exception is pending: %s",
                 utf8_of(rt, text));
    }
    tl_object_layer_deinit(rt);
    assert_int_equal(rt->live_objects, 0);
    assert_int_equal(rt->alloc.live_bytes, 0);
    tl_alloc_deinit(&rt->alloc);
    free(rt);
}

// A str; the caller owns it.
static inline TlValue mk(TlRuntime *rt, const char *text)
{
    TlValue v = tl_str_from_cstr(rt, text);
    assert_true(tl_has_value(v));
    return v;
}

// Fails unless [v], consumed, is a str of this text.
static inline void is_text(TlRuntime *rt, TlValue v, const char *want)
{
    if (!tl_has_value(v)) {
        TlValue text = tl_exc_summary(rt, rt->error);
        fail_msg("raised %s", utf8_of(rt, text));
    }
    assert_true(tl_is_str(v));
    assert_string_equal(utf8_of(rt, v), want);
    tl_decref(rt, v);
}

// Fails unless repr([v]) is this; consumes [v].
static inline void is_repr(TlRuntime *rt, TlValue v, const char *want)
{
    if (!tl_has_value(v)) {
        is_text(rt, v, want);
    }
    is_text(rt, tl_repr(rt, v), want);
    tl_decref(rt, v);
}

// Fails unless an exception of this summary ("TypeError: ...") is pending;
// clears it. [result] is what the raising operation gave.
static inline void raised(TlRuntime *rt, TlValue result, const char *want)
{
    if (tl_has_value(result)) {
        TlValue text = tl_repr(rt, result);
        fail_msg("gave %s", utf8_of(rt, text));
    }
    assert_true(tl_raised(rt));
    TlValue exc = tl_fetch(rt);
    is_text(rt, tl_exc_summary(rt, exc), want);
    tl_decref(rt, exc);
}

static inline void raised_status(TlRuntime *rt, TlStatus status,
                                 const char *want)
{
    assert_int_equal(status, TL_RAISED);
    raised(rt, TL_NO_VALUE, want);
}

static inline TlValue get(TlRuntime *rt, TlRef obj, const char *name)
{
    return tl_getattr_cstr(rt, obj, name);
}

static inline TlStatus set(TlRuntime *rt, TlRef obj, const char *name,
                           TlRef value)
{
    TlStr *key = tl_intern_cstr(rt, name);
    if (key == NULL) {
        return TL_RAISED;
    }
    TlStatus status = tl_setattr(rt, obj, key, value);
    tl_release(rt, key);
    return status;
}

// obj.name(a), or obj.name() with TL_NO_VALUE.
static inline TlValue call_m(TlRuntime *rt, TlRef obj, const char *name,
                             TlRef a)
{
    TlStr *key = tl_intern_cstr(rt, name);
    TlValue result =
        tl_call_method(rt, obj, key, &a, tl_has_value(a) ? 1 : 0);
    tl_release(rt, key);
    return result;
}

// ---- classes

// A fake interpreter for what binds as functions written in Python do: the
// "code" of such a function is a native function that gets all arguments.
static inline TlValue fixture_call(TlRuntime *rt, TlRef callee,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    TlFunction *func = (TlFunction *)(void *)tl_as_obj(callee);
    TlNative *code = (TlNative *)(void *)func->code;
    return code->def->fn(rt, TL_NO_VALUE, args, nargs, kwnames);
}

// A function that runs def->fn with self as the first of its arguments.
static inline TlValue mk_func(TlRuntime *rt, const TlNativeDef *def)
{
    rt->types.function->slots.call = fixture_call;
    TlValue code = tl_native_new(rt, def, TL_NO_VALUE, NULL);
    TlStr *name = tl_intern_cstr(rt, def->name);
    TlDict *globals = tl_dict_new(rt);
    TlFunction *func = tl_function_new(rt, tl_as_obj(code), globals, name,
                                       name, TL_NONE);
    assert_non_null(func);
    tl_release(rt, globals);
    tl_release(rt, name);
    tl_decref(rt, code);
    return tl_from_obj(func);
}

// The body of a class: functions from [defs] (ends with {0}, may be NULL).
static inline TlDict *mk_body(TlRuntime *rt, const TlNativeDef *defs)
{
    TlDict *body = tl_dict_new(rt);
    TlValue module = mk(rt, "__main__");
    assert_int_equal(tl_dict_set_cstr(rt, body, "__module__", module), TL_OK);
    tl_decref(rt, module);
    for (; defs != NULL && defs->name != NULL; defs++) {
        TlValue func = mk_func(rt, defs);
        assert_int_equal(tl_dict_set_cstr(rt, body, defs->name, func), TL_OK);
        tl_decref(rt, func);
    }
    return body;
}

// type(name, bases, body): consumes [bases] and [body].
static inline TlValue class_of(TlRuntime *rt, const char *name, TlTuple *bases,
                               TlDict *body)
{
    TlValue text = mk(rt, name);
    TlRef args[] = {text, tl_from_obj(bases), tl_from_obj(body)};
    TlValue cls = tl_call(rt, tl_from_obj(rt->types.type), args, 3, NULL);
    tl_decref(rt, text);
    tl_release(rt, bases);
    tl_release(rt, body);
    return cls;
}

static inline TlTuple *bases_of(TlRuntime *rt, TlRef a, TlRef b)
{
    TlRef refs[] = {a, b};
    return tl_tuple_from(rt, refs,
                         !tl_has_value(a) ? 0 : !tl_has_value(b) ? 1 : 2);
}

// class name(base): the functions of [defs].
static inline TlValue mk_class(TlRuntime *rt, const char *name, TlRef base,
                               const TlNativeDef *defs)
{
    TlValue cls = class_of(rt, name, bases_of(rt, base, TL_NO_VALUE),
                           mk_body(rt, defs));
    assert_true(tl_has_value(cls));
    return cls;
}

// TL_FN_RAW_KW is what mk_func() needs.
#define FUNC(name, fn) {name, fn, TL_FN_RAW_KW, NULL, NULL}
#define END_FUNCS {NULL, NULL, 0, NULL, NULL}

#endif
