// test_str.c — text: storage, searching, methods, codecs. Expected values are
// CPython's.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include <string.h>

// obj.name(args...), all texts; consumes nothing.
static TlValue call(TlRuntime *rt, const char *self, const char *name,
                    const char *a, const char *b)
{
    TlValue obj = mk(rt, self);
    TlValue args[2] = {TL_NO_VALUE, TL_NO_VALUE};
    int n = 0;
    if (a != NULL) {
        args[n++] = mk(rt, a);
    }
    if (b != NULL) {
        args[n++] = mk(rt, b);
    }
    TlStr *key = tl_intern_cstr(rt, name);
    TlValue r = tl_call_method(rt, obj, key, args, n);
    tl_release(rt, key);
    tl_decref(rt, obj);
    tl_decref(rt, args[0]);
    tl_decref(rt, args[1]);
    return r;
}

static void text_has_the_smallest_kind(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue ascii = mk(rt, "abc"), latin = mk(rt, "a\xC3\xA9");
    TlValue wide = mk(rt, "a\xE2\x82\xAC"), astral = mk(rt, "\xF0\x9F\x98\x80");
    assert_int_equal(tl_as_str(ascii)->kind, 1);
    assert_true(tl_as_str(ascii)->ascii);
    assert_int_equal(tl_as_str(latin)->kind, 1);
    assert_false(tl_as_str(latin)->ascii);
    assert_int_equal(tl_as_str(wide)->kind, 2);
    assert_int_equal(tl_as_str(astral)->kind, 4);
    assert_int_equal(tl_as_str(astral)->len, 1);
    // A slice without the wide character is narrow again.
    TlValue part = tl_str_slice(rt, tl_as_str(wide), 0, 1);
    assert_int_equal(tl_as_str(part)->kind, 1);
    assert_true(part == rt->latin1['a']);
    TlRef all[] = {ascii, latin, wide, astral, part};
    for (int i = 0; i < 5; i++) {
        tl_decref(rt, all[i]);
    }
    rt_free(rt);
}

static void interned_texts_are_one_object(void **state)
{
    TlRuntime *rt = rt_new();
    TlStr *a = tl_intern_cstr(rt, "some_name");
    TlStr *b = tl_intern_cstr(rt, "some_name");
    assert_ptr_equal(a, b);
    tl_release(rt, a);
    tl_release(rt, b);
    rt_free(rt);
}

static void appending_works_in_place_for_one_owner(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue s = mk(rt, "ab"), piece = mk(rt, "xyz");
    for (int i = 0; i < 1000; i++) {
        s = tl_str_append_steal(rt, s, tl_as_str(piece));
    }
    assert_int_equal(tl_as_str(s)->len, 3002);
    // Somebody else holds it: it must not change under them.
    TlValue other = tl_incref(s);
    s = tl_str_append_steal(rt, s, tl_as_str(piece));
    assert_int_equal(tl_as_str(other)->len, 3002);
    assert_int_equal(tl_as_str(s)->len, 3005);
    tl_decref(rt, other);
    tl_decref(rt, s);
    tl_decref(rt, piece);
    rt_free(rt);
}

static void repr_escapes_as_cpython(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, mk(rt, "it's"), "\"it's\"");
    is_repr(rt, mk(rt, "it's \"x\""), "'it\\'s \"x\"'");
    is_repr(rt, mk(rt, "\t\n\\\x01\x7F"), "'\\t\\n\\\\\\x01\\x7f'");
    is_repr(rt, mk(rt, "\xC2\xA0\xE2\x80\xA8\xC3\xA9"),
            "'\\xa0\\u2028\xC3\xA9'");
    is_repr(rt, mk(rt, "\xED\xA0\x80"), "'\\ud800'");
    rt_free(rt);
}

static void splitting(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, "  a b\tc ", "split", NULL, NULL),
            "['a', 'b', 'c']");
    is_repr(rt, call(rt, "a,b,,c", "split", ",", NULL),
            "['a', 'b', '', 'c']");
    is_repr(rt, call(rt, "a\nb\r\nc\x0b" "d", "splitlines", NULL, NULL),
            "['a', 'b', 'c', 'd']");
    is_repr(rt, call(rt, "k=v=w", "partition", "=", NULL),
            "('k', '=', 'v=w')");
    is_repr(rt, call(rt, "k=v=w", "rpartition", "=", NULL),
            "('k=v', '=', 'w')");
    is_repr(rt, call(rt, "kv", "rpartition", "=", NULL), "('', '', 'kv')");
    raised(rt, call(rt, "a", "split", "", NULL), "ValueError: empty separator");
    rt_free(rt);
}

static void searching(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, "abcabc", "find", "ca", NULL), "2");
    is_repr(rt, call(rt, "abcabc", "rfind", "bc", NULL), "4");
    is_repr(rt, call(rt, "aaaa", "count", "aa", NULL), "2");
    is_repr(rt, call(rt, "abc", "count", "", NULL), "4");
    is_repr(rt, call(rt, "a\xE2\x82\xAC" "b", "find", "b", NULL), "2");
    raised(rt, call(rt, "abc", "index", "x", NULL),
           "ValueError: substring not found");
    rt_free(rt);
}

static void case_follows_unicode(void **state)
{
    TlRuntime *rt = rt_new();
    is_text(rt, call(rt, "stra\xC3\x9F" "e", "upper", NULL, NULL), "STRASSE");
    is_text(rt, call(rt, "\xCE\x9F\xCE\xA3 \xCE\xA3", "lower", NULL, NULL),
            "\xCE\xBF\xCF\x82 \xCF\x83");
    is_text(rt, call(rt, "they're bill's", "title", NULL, NULL),
            "They'Re Bill'S");
    is_text(rt, call(rt, "hELLO wORLD", "capitalize", NULL, NULL),
            "Hello world");
    is_text(rt, call(rt, "\xEF\xAC\x81x", "casefold", NULL, NULL), "fix");
    is_repr(rt, call(rt, "\xC2\xB2", "isdigit", NULL, NULL), "True");
    is_repr(rt, call(rt, "\xC2\xB2", "isdecimal", NULL, NULL), "False");
    is_repr(rt, call(rt, "\xC2\xBD", "isnumeric", NULL, NULL), "True");
    is_repr(rt, call(rt, "na\xC3\xAFve_1", "isidentifier", NULL, NULL),
            "True");
    rt_free(rt);
}

static void other_methods(void **state)
{
    TlRuntime *rt = rt_new();
    is_text(rt, call(rt, "aXbX", "replace", "X", "--"), "a--b--");
    is_text(rt, call(rt, "ab", "replace", "", "-"), "-a-b-");
    is_text(rt, call(rt, "xxaxx", "strip", "x", NULL), "a");
    is_text(rt, call(rt, "prefix.x", "removeprefix", "prefix.", NULL), "x");
    is_text(rt, call(rt, "a\tbc\td", "expandtabs", NULL, NULL),
            "a       bc      d");
    TlValue s = mk(rt, "-42");
    is_text(rt, call_m(rt, s, "zfill", tl_small_int(6)), "-00042");
    is_text(rt, call_m(rt, s, "center", tl_small_int(6)), " -42  ");
    raised(rt, call_m(rt, s, "join", tl_small_int(1)),
           "TypeError: can only join an iterable");
    tl_decref(rt, s);
    rt_free(rt);
}

static void codecs(void **state)
{
    TlRuntime *rt = rt_new();
    is_repr(rt, call(rt, "\xE2\x82\xAC", "encode", NULL, NULL),
            "b'\\xe2\\x82\\xac'");
    is_repr(rt, call(rt, "a\xE2\x82\xAC", "encode", "latin-1", "replace"),
            "b'a?'");
    raised(rt, call(rt, "a\xE2\x82\xAC", "encode", "latin-1", NULL),
           "UnicodeEncodeError: 'latin-1' codec can't encode character "
           "'\\u20ac' in position 1: ordinal not in range(256)");
    raised(rt, call(rt, "\xC3\xA9", "encode", "nope", NULL),
           "LookupError: unknown encoding: nope");
    TlValue bytes = tl_bytes_new(rt, "a\xE2\x82", 3);
    raised(rt, call_m(rt, bytes, "decode", TL_NO_VALUE),
           "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position "
           "1-2: unexpected end of data");
    tl_decref(rt, bytes);
    rt_free(rt);
}

static void absurd_sizes_are_refused(void **state)
{
    TlRuntime *rt = rt_new();
    tl_alloc_set_budget(&rt->alloc, 64 << 20);
    TlValue ab = mk(rt, "ab");
    raised(rt, tl_binary(rt, ab, tl_small_int(INT64_C(1) << 46), TL_BIN_MUL),
           "MemoryError");
    TlValue huge = tl_int_from_i64(rt, INT64_C(1) << 62);
    raised(rt, tl_binary(rt, ab, huge, TL_BIN_MUL),
           "OverflowError: repeated string is too long");
    tl_decref(rt, huge);
    tl_decref(rt, ab);
    rt_free(rt);
}

static void subclass_instances_are_text(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef base = tl_from_obj(rt->types.str);
    TlValue args[3] = {mk(rt, "Name"),
                       tl_from_obj(tl_tuple_from(rt, &base, 1)),
                       tl_from_obj(tl_dict_new(rt))};
    TlValue cls = tl_call(rt, tl_from_obj(rt->types.type), args, 3, NULL);
    TlValue text = mk(rt, "h\xC3\xA9llo");
    TlValue v = tl_call1(rt, cls, text);
    assert_int_equal(set(rt, v, "note", tl_small_int(3)), TL_OK);
    is_repr(rt, get(rt, v, "note"), "3");
    assert_int_equal(tl_equal(rt, v, text), 1);
    is_text(rt, call_m(rt, v, "upper", TL_NO_VALUE), "H\xC3\x89LLO");
    TlValue plain = tl_str(rt, v);
    assert_ptr_equal(tl_as_obj(plain)->type, rt->types.str);
    TlRef all[] = {plain, v, text, cls, args[0], args[1], args[2]};
    for (int i = 0; i < 7; i++) {
        tl_decref(rt, all[i]);
    }
    tl_gc_collect(rt);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_has_the_smallest_kind),
        cmocka_unit_test(interned_texts_are_one_object),
        cmocka_unit_test(appending_works_in_place_for_one_owner),
        cmocka_unit_test(repr_escapes_as_cpython),
        cmocka_unit_test(splitting),
        cmocka_unit_test(searching),
        cmocka_unit_test(case_follows_unicode),
        cmocka_unit_test(other_methods),
        cmocka_unit_test(codecs),
        cmocka_unit_test(absurd_sizes_are_refused),
        cmocka_unit_test(subclass_instances_are_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
