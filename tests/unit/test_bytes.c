// test_bytes.c — bytes and bytearray. Expected values are CPython's.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include <string.h>

static TlValue by(TlRuntime *rt, const char *text)
{
    TlValue v = tl_bytes_new(rt, text, strlen(text));
    assert_true(tl_has_value(v));
    return v;
}

static TlValue array(TlRuntime *rt, const char *text)
{
    TlValue bytes = by(rt, text);
    TlValue v = tl_call1(rt, tl_from_obj(rt->types.bytearray), bytes);
    tl_decref(rt, bytes);
    return v;
}

// self.name(a), consuming self and a (which may be TL_NO_VALUE).
static TlValue call(TlRuntime *rt, TlValue self, const char *name, TlValue a)
{
    TlValue r = call_m(rt, self, name, a);
    tl_decref(rt, self);
    tl_decref(rt, a);
    return r;
}

static void literals_and_items(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, by(rt, "it's\t\x80\\"), "b\"it's\\t\\x80\\\\\"");
    is_repr(rt, array(rt, "it's"), "bytearray(b\"it\\'s\")");
    TlValue b = by(rt, "abc");
    is_repr(rt, tl_getitem(rt, b, tl_small_int(-1)), "99");
    raised(rt, tl_getitem(rt, b, tl_small_int(3)),
           "IndexError: index out of range");
    assert_int_equal(tl_contains(rt, b, tl_small_int(98)), 1);
    raised(rt, tl_binary(rt, b, TL_NONE, TL_BIN_ADD),
           "TypeError: can't concat NoneType to bytes");
    tl_decref(rt, b);
    rt_free(rt);
}

static void constructors(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef bytes = tl_from_obj(rt->types.bytes);
    is_repr(rt, tl_call1(rt, bytes, tl_small_int(2)), "b'\\x00\\x00'");
    raised(rt, tl_call1(rt, bytes, tl_small_int(-1)),
           "ValueError: negative count");
    raised(rt, tl_call1(rt, bytes, tl_from_double(1)),
           "TypeError: cannot convert 'float' object to bytes");
    TlRef big = tl_small_int(300);
    TlValue tuple = tl_from_obj(tl_tuple_from(rt, &big, 1));
    raised(rt, tl_call1(rt, bytes, tuple),
           "ValueError: bytes must be in range(0, 256)");
    tl_decref(rt, tuple);
    TlValue text = mk(rt, "a");
    raised(rt, tl_call1(rt, bytes, text),
           "TypeError: string argument without an encoding");
    tl_decref(rt, text);
    rt_free(rt);
}

static void shared_methods_keep_the_type(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef none = TL_NO_VALUE;
    is_repr(rt, call(rt, by(rt, "ab"), "upper", none), "b'AB'");
    is_repr(rt, call(rt, array(rt, "ab"), "upper", none),
            "bytearray(b'AB')");
    is_repr(rt, call(rt, by(rt, "a,b"), "split", by(rt, ",")),
            "[b'a', b'b']");
    is_repr(rt, call(rt, array(rt, " a b "), "split", none),
            "[bytearray(b'a'), bytearray(b'b')]");
    is_repr(rt, call(rt, by(rt, "abcb"), "rfind", by(rt, "b")), "3");
    is_repr(rt, call(rt, by(rt, "abcb"), "find", tl_small_int(99)), "2");
    is_repr(rt, call(rt, by(rt, "\x01\xff"), "hex", mk(rt, ":")), "'01:ff'");
    TlValue hex = mk(rt, "0a fF");
    is_repr(rt, call_m(rt, tl_from_obj(rt->types.bytes), "fromhex", hex),
            "b'\\n\\xff'");
    tl_decref(rt, hex);
    rt_free(rt);
}

static void method_errors(void **state)
{
    TlRuntime *rt = rt_new();
    raised(rt, call(rt, by(rt, "a"), "find", mk(rt, "a")),
           "TypeError: argument should be integer or bytes-like object, not "
           "'str'");
    raised(rt, call(rt, by(rt, "a"), "strip", mk(rt, "a")),
           "TypeError: a bytes-like object is required, not 'str'");
    raised(rt, call(rt, by(rt, "a"), "startswith", mk(rt, "a")),
           "TypeError: startswith first arg must be bytes or a tuple of "
           "bytes, not str");
    rt_free(rt);
}

static void a_bytearray_changes(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = array(rt, "abc");
    TlRef x = tl_small_int(120);
    tl_decref(rt, call_m(rt, a, "append", x));
    assert_int_equal(tl_setitem(rt, a, tl_small_int(0), x), TL_OK);
    is_repr(rt, tl_incref(a), "bytearray(b'xbcx')");
    TlValue tail = by(rt, "YZ");
    tl_decref(rt, call_m(rt, a, "extend", tail));
    TlValue slice = tl_slice_new(rt, tl_small_int(1), tl_small_int(3),
                                 TL_NONE);
    assert_int_equal(tl_setitem(rt, a, slice, tail), TL_OK);
    is_repr(rt, tl_incref(a), "bytearray(b'xYZxYZ')");
    // A slice of itself into itself.
    assert_int_equal(tl_setitem(rt, a, slice, a), TL_OK);
    is_repr(rt, tl_incref(a), "bytearray(b'xxYZxYZxYZ')");
    assert_int_equal(tl_delitem(rt, a, slice), TL_OK);
    is_repr(rt, tl_incref(a), "bytearray(b'xZxYZxYZ')");
    is_repr(rt, call_m(rt, a, "pop", TL_NO_VALUE), "90");
    raised_status(rt, tl_setitem(rt, a, tl_small_int(0), tl_small_int(256)),
                  "ValueError: byte must be in range(0, 256)");
    raised_status(rt, tl_setitem(rt, a, tl_small_int(99), x),
                  "IndexError: bytearray index out of range");
    int64_t hash;
    raised_status(rt, tl_hash(rt, a, &hash),
                  "TypeError: unhashable type: 'bytearray'");
    tl_decref(rt, slice);
    tl_decref(rt, tail);
    tl_decref(rt, a);
    rt_free(rt);
}

static void percent_formatting(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue format = by(rt, "%b=%d"), key = by(rt, "k");
    TlValue pair = tl_tuple_pack2(rt, key, tl_small_int(5));
    is_repr(rt, tl_binary(rt, format, pair, TL_BIN_MOD), "b'k=5'");
    tl_decref(rt, pair);
    tl_decref(rt, key);
    tl_decref(rt, format);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(literals_and_items),
        cmocka_unit_test(constructors),
        cmocka_unit_test(shared_methods_keep_the_type),
        cmocka_unit_test(method_errors),
        cmocka_unit_test(a_bytearray_changes),
        cmocka_unit_test(percent_formatting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
