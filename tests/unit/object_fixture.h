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

#endif
