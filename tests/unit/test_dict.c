// test_dict.c — dict: order, views, iteration, keys that fight back.
// SPDX-License-Identifier: MIT
//
// Expected texts are CPython 3.11's.

#include "value_check.h"

// {1: 2, 3: 4, ...} from pairs of values.
static TlValue dict_of(TlRuntime *rt, TlValue pairs) {
    return make(rt, rt->types.dict, 1, pairs);
}

static TlValue two(TlRuntime *rt) {
    return dict_of(rt, LIST(TUPLE(N(1), N(2)), TUPLE(N(3), N(4))));
}

static void methods(void **state) {
    TlRuntime *rt = rt_new();
    TlValue d = two(rt);
    CHECK(call(rt, d, "pop", 1, N(9)), "!KeyError: 9");
    CHECK(call(rt, d, "pop", 2, N(9), S("x")), "'x'");
    CHECK(call(rt, d, "pop", 0),
          "!TypeError: pop expected at least 1 argument, got 0");
    CHECK(call(rt, d, "get", 1, N(9)), "None");
    CHECK(call(rt, d, "setdefault", 2, N(5), N(6)), "6");
    CHECK(call(rt, d, "setdefault", 2, N(5), N(7)), "6");
    CHECK(call(rt, d, "popitem", 0), "(5, 6)");
    CHECK(listed(rt, call(rt, d, "__reversed__", 0)), "[3, 1]");
    CHECK(item(rt, d, S("a")), "!KeyError: 'a'");
    CHECK(item(rt, d, EMPTY_LIST()), "!TypeError: unhashable type: 'list'");
    CHECK(store(rt, d, N(9), TL_NO_VALUE), "!KeyError: 9");
    CHECK(store(rt, d, N(1), tl_incref(d)), "{1: {...}, 3: 4}");
    CHECK(call(rt, d, "clear", 0), "None");
    CHECK(call(rt, d, "popitem", 0),
          "!KeyError: 'popitem(): dictionary is empty'");
    CHECK(call(rt, d, "fromkeys", 1, S("ab")), "{'a': None, 'b': None}");
    tl_decref(rt, d);
    rt_free(rt);
}

static void updates(void **state) {
    TlRuntime *rt = rt_new();
    TlValue d = two(rt);
    CHECK(call(rt, d, "update", 1, N(1)),
          "!TypeError: 'int' object is not iterable");
    CHECK(call(rt, d, "update", 1, LIST(N(1))),
          "!TypeError: cannot convert dictionary update sequence element #0 "
          "to a sequence");
    CHECK(call(rt, d, "update", 1, LIST(TUPLE(N(1), N(2), N(3)))),
          "!ValueError: dictionary update sequence element #0 has length 3; 2 "
          "is required");
    CHECK(call(rt, d, "update", 2, N(1), N(2)),
          "!TypeError: update expected at most 1 argument, got 2");
    CHECK(binary(rt, tl_incref(d), TL_BIN_OR,
                 dict_of(rt, LIST(TUPLE(N(1), N(3)), TUPLE(N(4), N(5))))),
          "{1: 3, 3: 4, 4: 5}");
    CHECK(binary(rt, tl_incref(d), TL_BIN_OR, N(1)),
          "!TypeError: unsupported operand type(s) for |: 'dict' and 'int'");
    CHECK(compare(rt, tl_incref(d), TL_EQ, two(rt)), "True");
    CHECK(compare(rt, tl_incref(d), TL_LT, two(rt)),
          "!TypeError: '<' not supported between instances of 'dict' and "
          "'dict'");
    tl_decref(rt, d);
    rt_free(rt);
}

static TlValue nothing(TlRuntime *rt, TlRef self, const TlRef *args,
                       int nargs, TlTuple *kwnames) {
    return TL_NONE;
}

static const TlNativeDef func_def = {"f", nothing, TL_FN_RAW, "(*args)", ""};

static void keyword_arguments_merge(void **state) {
    TlRuntime *rt = rt_new();
    TlValue f = tl_native_new(rt, &func_def, TL_NO_VALUE, NULL);
    TlDict *d = tl_dict_new(rt);
    TlValue a = dict_of(rt, LIST(TUPLE(S("a"), N(1))));
    TlValue bad = two(rt);
    assert_int_equal(tl_dict_merge_kwargs(rt, d, a, f), TL_OK);
    assert_int_equal(tl_dict_merge_kwargs(rt, d, a, f), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: f() got multiple values for keyword "
                       "argument 'a'");
    assert_int_equal(tl_dict_merge_kwargs(rt, d, N(1), f), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: f() argument after ** must be a "
                       "mapping, not int");
    assert_int_equal(tl_dict_merge_kwargs(rt, d, bad, f), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: keywords must be strings");
    CHECK(tl_from_obj(d), "{'a': 1}");
    tl_decref(rt, a);
    tl_decref(rt, bad);
    tl_decref(rt, f);
    rt_free(rt);
}

static void views(void **state) {
    TlRuntime *rt = rt_new();
    TlValue d = two(rt);
    TlValue keys = call(rt, d, "keys", 0), items = call(rt, d, "items", 0);
    CHECK_REF(keys, "dict_keys([1, 3])");
    CHECK(call(rt, d, "values", 0), "dict_values([2, 4])");
    CHECK_REF(items, "dict_items([(1, 2), (3, 4)])");
    CHECK(binary(rt, tl_incref(keys), TL_BIN_AND, LIST(N(3))), "{3}");
    CHECK(binary(rt, tl_incref(keys), TL_BIN_OR, LIST(N(9))), "{1, 3, 9}");
    CHECK(binary(rt, tl_incref(keys), TL_BIN_SUB, LIST(N(3))), "{1}");
    CHECK(binary(rt, tl_incref(keys), TL_BIN_XOR, LIST(N(3), N(5))), "{1, 5}");
    CHECK(binary(rt, tl_incref(keys), TL_BIN_SUB, N(1)),
          "!TypeError: 'int' object is not iterable");
    CHECK(binary(rt, tl_incref(items), TL_BIN_XOR, tl_incref(items)), "set()");
    CHECK(compare(rt, tl_incref(keys), TL_EQ, tl_incref(keys)), "True");
    CHECK(call(rt, keys, "isdisjoint", 1, LIST(N(2))), "True");
    CHECK(tl_getattr_cstr(rt, keys, "mapping"), "mappingproxy({1: 2, 3: 4})");
    CHECK(listed(rt, call(rt, items, "__reversed__", 0)), "[(3, 4), (1, 2)]");
    int64_t hash;
    assert_int_equal(tl_hash(rt, keys, &hash), TL_RAISED);
    CHECK(TL_NO_VALUE, "!TypeError: unhashable type: 'dict_keys'");
    tl_decref(rt, keys);
    tl_decref(rt, items);
    tl_decref(rt, d);
    rt_free(rt);
}

static void changes_while_iterated_are_noticed(void **state) {
    TlRuntime *rt = rt_new();
    TlValue d = two(rt);
    TlValue it = tl_iter(rt, d);
    CHECK(tl_next(rt, it), "1");
    tl_decref(rt, store(rt, d, N(5), N(6)));
    CHECK(tl_next(rt, it),
          "!RuntimeError: dictionary changed size during iteration");
    tl_decref(rt, it);
    it = tl_iter(rt, d);
    CHECK(tl_next(rt, it), "1");
    CHECK(tl_next(rt, it), "3");
    CHECK(tl_next(rt, it), "5");
    tl_decref(rt, store(rt, d, N(1), TL_NO_VALUE));
    tl_decref(rt, store(rt, d, N(7), N(8)));
    CHECK(tl_next(rt, it),
          "!RuntimeError: dictionary keys changed during iteration");
    tl_decref(rt, it);
    tl_decref(rt, d);
    rt_free(rt);
}

static void order_survives_growth_and_holes(void **state) {
    TlRuntime *rt = rt_new();
    TlDict *d = tl_dict_new(rt);
    for (int64_t i = 0; i < 70000; i++) {
        assert_int_equal(tl_dict_set(rt, d, N(i * 7), N(i)), TL_OK);
    }
    for (int64_t i = 0; i < 70000; i += 2) {
        assert_int_equal(tl_dict_del(rt, d, N(i * 7)), 1);
    }
    for (int64_t i = 70000; i < 140000; i++) {
        assert_int_equal(tl_dict_set(rt, d, N(i * 7), N(i)), TL_OK);
    }
    int64_t pos = 0, last = -1, n = 0;
    TlRef key, value;
    while (tl_dict_next(d, &pos, &key, &value)) {
        assert_true(tl_as_small(value) > last);
        last = tl_as_small(value);
        assert_int_equal(tl_as_small(key), last * 7);
        n++;
    }
    assert_int_equal(n, 105000);
    assert_int_equal(tl_dict_get(rt, d, N(7), &value), 1);
    assert_int_equal(tl_dict_get(rt, d, N(14), &value), 0);
    TlDict *copy = tl_dict_copy(rt, d);
    assert_int_equal(tl_equal(rt, tl_from_obj(copy), tl_from_obj(d)), 1);
    tl_release(rt, copy);
    tl_release(rt, d);
    rt_free(rt);
}

static void str_keys_have_a_place(void **state) {
    TlRuntime *rt = rt_new();
    TlDict *d = tl_dict_new(rt);
    TlStr *a = tl_intern_cstr(rt, "alpha"), *b = tl_intern_cstr(rt, "beta");
    assert_int_equal(tl_dict_set_str(rt, d, a, N(1)), TL_OK);
    assert_int_equal(tl_dict_set_cstr(rt, d, "beta", N(2)), TL_OK);
    assert_int_equal(tl_dict_find_str(rt, d, b), 1);
    TlValue plain = S("beta");
    assert_int_equal(tl_dict_find_str(rt, d, tl_as_str(plain)), 1);
    uint32_t version = d->version;
    tl_dict_replace_at(rt, d, 1, N(3));
    assert_true(d->version != version);
    assert_int_equal(tl_as_small(tl_dict_get_str(rt, d, b)), 3);
    assert_int_equal(tl_dict_del(rt, d, plain), 1);
    assert_int_equal(tl_dict_find_str(rt, d, b), -1);
    tl_decref(rt, plain);
    tl_release(rt, a);
    tl_release(rt, b);
    tl_release(rt, d);
    rt_free(rt);
}

// ---- keys whose __eq__ changes the dict

typedef struct Evil {
    TlObject ob;
    TlDict *target;  // borrowed
    int mode;        // 0 clears it, 1 fills it, 2 removes this key
    int left;        // how often still
} Evil;

static TlStatus evil_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    *hash = 42;
    return TL_OK;
}

static void strike(TlRuntime *rt, Evil *evil) {
    TlDict *d = evil->target;
    if (evil->mode == 0) {
        tl_dict_clear(rt, d);
    } else if (evil->mode == 1) {
        for (int64_t i = 0; i < 100; i++) {
            assert_int_equal(tl_dict_set(rt, d, N(1000 + i), N(i)), TL_OK);
        }
    } else if (d->used > 0) {
        TlDictEntry *entry = &d->entries[0];
        TlValue key = tl_incref(entry->key);
        if (tl_has_value(key)) {
            tl_dict_del(rt, d, key);
        }
        tl_decref(rt, key);
    }
}

static TlValue evil_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    Evil *evil = (Evil *)tl_as_obj(a);
    if (evil->left > 0) {
        evil->left--;
        strike(rt, evil);
    }
    return TL_FALSE;
}

static void evil_free(TlRuntime *rt, TlObject *self) {
    tl_object_free(rt, self);
}

static const TlSlots evil_slots = {
    .free = evil_free,
    .hash = evil_hash,
    .compare = evil_compare,
};

static const TlTypeSpec evil_spec = {
    .name = "Evil",
    .size = sizeof(Evil),
    .slots = &evil_slots,
};

static void lookups_survive_keys_that_change_the_dict(void **state) {
    TlRuntime *rt = rt_new();
    TlType *type = tl_type_from_spec(rt, &evil_spec, rt->types.object);
    assert_non_null(type);
    for (int mode = 0; mode < 3; mode++) {
        TlDict *d = tl_dict_new(rt);
        for (int i = 0; i < 4; i++) {
            Evil *evil = tl_object_new(rt, type);
            evil->target = d;
            evil->mode = mode;
            evil->left = 0;
            TlValue key = tl_from_obj(evil);
            assert_int_equal(tl_dict_set(rt, d, key, N(i)), TL_OK);
            evil->left = 2;
            tl_decref(rt, key);
        }
        assert_int_equal(tl_dict_set(rt, d, N(42), N(9)), TL_OK);
        TlRef value;
        assert_int_equal(tl_dict_get(rt, d, N(42), &value), 1);
        assert_int_equal(tl_as_small(value), 9);
        tl_release(rt, d);
    }
    tl_release(rt, type);
    rt_free(rt);
}

static void refused_memory_leaves_the_dict_whole(void **state) {
    TlRuntime *rt = rt_new();
    for (int after = 0; after < 6; after++) {
        TlDict *d = tl_dict_new(rt);
        tl_alloc_set_failure(&rt->alloc, after, true);
        int64_t i = 0;
        while (tl_dict_set(rt, d, N(i), N(i)) == TL_OK && i < 2000) {
            i++;
        }
        tl_alloc_set_failure(&rt->alloc, -1, false);
        if (tl_raised(rt)) {
            CHECK(TL_NO_VALUE, "!MemoryError");
        }
        assert_int_equal(d->used, i);
        assert_int_equal(tl_dict_set(rt, d, N(-5), N(5)), TL_OK);
        assert_int_equal(tl_dict_contains(rt, d, N(-5)), 1);
        tl_release(rt, d);
    }
    rt_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(methods),
        cmocka_unit_test(updates),
        cmocka_unit_test(keyword_arguments_merge),
        cmocka_unit_test(views),
        cmocka_unit_test(changes_while_iterated_are_noticed),
        cmocka_unit_test(order_survives_growth_and_holes),
        cmocka_unit_test(str_keys_have_a_place),
        cmocka_unit_test(lookups_survive_keys_that_change_the_dict),
        cmocka_unit_test(refused_memory_leaves_the_dict_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
