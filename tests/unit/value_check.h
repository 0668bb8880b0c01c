// value_check.h — makes values, calls methods and compares reprs in tests.
// SPDX-License-Identifier: MIT
//
// Every TlValue argument is consumed, so that calls nest; TL_NO_VALUE passes
// through. Expected texts are what CPython prints; "!Error: message" expects
// that exception.
#ifndef TESTS_VALUE_CHECK_H
#define TESTS_VALUE_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object_fixture.h"

#define N(i) tl_small_int(i)
#define S(text) tl_str_from_cstr(rt, text)
#define MAX_ARGS 64

// A list or tuple of [n] values.
static inline TlValue seq_of(TlRuntime *rt, bool tuple, int n, ...) {
    TlValue items[MAX_ARGS];
    va_list args;
    va_start(args, n);
    for (int i = 0; i < n; i++) {
        items[i] = va_arg(args, TlValue);
    }
    va_end(args);
    TlTuple *t = tl_tuple_from(rt, items, n);
    TlList *l = tuple ? NULL : tl_list_from_iter(rt, tl_from_obj(t));
    for (int i = 0; i < n; i++) {
        tl_decref(rt, items[i]);
    }
    if (tuple) {
        return tl_from_obj(t);
    }
    tl_release(rt, t);
    return tl_from_obj(l);
}

#define COUNT(...) ((int)(sizeof((TlValue[]){__VA_ARGS__}) / sizeof(TlValue)))
#define LIST(...) seq_of(rt, false, COUNT(__VA_ARGS__), __VA_ARGS__)
#define TUPLE(...) seq_of(rt, true, COUNT(__VA_ARGS__), __VA_ARGS__)
#define EMPTY_LIST() seq_of(rt, false, 0)
#define EMPTY_TUPLE() seq_of(rt, true, 0)

// type(*args)
static inline TlValue make(TlRuntime *rt, TlType *type, int n, ...) {
    TlValue args[MAX_ARGS];
    va_list list;
    va_start(list, n);
    for (int i = 0; i < n; i++) {
        args[i] = va_arg(list, TlValue);
    }
    va_end(list);
    TlValue result = tl_call(rt, tl_from_obj(type), args, n, NULL);
    for (int i = 0; i < n; i++) {
        tl_decref(rt, args[i]);
    }
    return result;
}

// obj.name(*args); [obj] is borrowed, the arguments are consumed.
static inline TlValue call(TlRuntime *rt, TlRef obj, const char *name, int n,
                           ...) {
    TlValue args[MAX_ARGS];
    va_list list;
    va_start(list, n);
    for (int i = 0; i < n; i++) {
        args[i] = va_arg(list, TlValue);
    }
    va_end(list);
    TlValue result = TL_NO_VALUE;
    TlValue method = tl_getattr_cstr(rt, obj, name);
    if (tl_has_value(method)) {
        result = tl_call(rt, method, args, n, NULL);
        tl_decref(rt, method);
    }
    for (int i = 0; i < n; i++) {
        tl_decref(rt, args[i]);
    }
    return result;
}

// obj[key]; [key] is consumed.
static inline TlValue item(TlRuntime *rt, TlRef obj, TlValue key) {
    TlValue result = tl_getitem(rt, obj, key);
    tl_decref(rt, key);
    return result;
}

// slice(a, b, c)
static inline TlValue slice(TlRuntime *rt, TlRef a, TlRef b, TlRef c) {
    return tl_slice_new(rt, a, b, c);
}

// obj[key] = value, or del for TL_NO_VALUE; gives obj (owned) or TL_NO_VALUE.
static inline TlValue store(TlRuntime *rt, TlRef obj, TlValue key,
                            TlValue value) {
    TlStatus status = tl_has_value(value) ? tl_setitem(rt, obj, key, value)
                                          : tl_delitem(rt, obj, key);
    tl_decref(rt, key);
    tl_decref(rt, value);
    return status == TL_OK ? tl_incref(obj) : TL_NO_VALUE;
}

// a op b; both consumed.
static inline TlValue binary(TlRuntime *rt, TlValue a, TlBinaryOp op,
                             TlValue b) {
    TlValue result = tl_binary(rt, a, b, op);
    tl_decref(rt, a);
    tl_decref(rt, b);
    return result;
}

static inline TlValue compare(TlRuntime *rt, TlValue a, TlCompareOp op,
                              TlValue b) {
    TlValue result = tl_compare(rt, a, b, op);
    tl_decref(rt, a);
    tl_decref(rt, b);
    return result;
}

// list(iterable); consumed.
static inline TlValue listed(TlRuntime *rt, TlValue iterable) {
    TlList *list =
        tl_has_value(iterable) ? tl_list_from_iter(rt, iterable) : NULL;
    tl_decref(rt, iterable);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

// Compares repr(value), or the raised exception, with [expected]; consumes.
#define CHECK(value, expected) \
    check_value(rt, (value), (expected), __FILE__, __LINE__)

static inline void check_value(TlRuntime *rt, TlValue value,
                               const char *expected, const char *file,
                               int line) {
    TlValue text;
    const char *mark = "";
    if (tl_has_value(value)) {
        text = tl_repr(rt, value);
        tl_decref(rt, value);
    } else {
        TlValue error = tl_fetch(rt);
        _assert_true(tl_has_value(error), "something was raised", file, line);
        text = tl_exc_summary(rt, error);
        tl_decref(rt, error);
        mark = "!";
    }
    _assert_true(tl_has_value(text), "the value has a text", file, line);
    char buffer[4096];
    size_t len;
    snprintf(buffer, sizeof buffer, "%s%s", mark,
             tl_str_utf8(rt, tl_as_str(text), &len));
    tl_decref(rt, text);
    _assert_string_equal(buffer, expected, file, line);
}

// CHECK(obj, ...) without consuming.
#define CHECK_REF(value, expected) CHECK(tl_incref(value), expected)

#endif
