// test_container_memory.c — containers when memory is refused.
// SPDX-License-Identifier: MIT
//
// A scenario over all containers runs with the allocation N refused, for every
// N until it passes: each time MemoryError or a result, and nothing leaks.

#include "value_check.h"

static TlValue key_pair(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    return tl_tuple_pack2(rt, args[0], args[0]);
}

static const TlNativeDef key_def = {"pair", key_pair, TL_FN_ONE, "(x, /)", ""};

// Consumes; false when there is nothing.
static bool done(TlRuntime *rt, TlValue v) {
    tl_decref(rt, v);
    return tl_has_value(v);
}

static TlValue numbers(TlRuntime *rt, int64_t n) {
    TlValue range =
        tl_range_new(rt, tl_small_int(0), tl_small_int(n * 3), N(3));
    TlList *list =
        tl_has_value(range) ? tl_list_from_iter(rt, range) : NULL;
    tl_decref(rt, range);
    return list == NULL ? TL_NO_VALUE : tl_from_obj(list);
}

static bool list_scenario(TlRuntime *rt, TlRef list) {
    TlValue key = tl_native_new(rt, &key_def, TL_NO_VALUE, NULL);
    if (!tl_has_value(key)) {
        return false;
    }
    TlStatus sorted = tl_list_sort(rt, tl_as_list(list), key, true);
    tl_decref(rt, key);
    TlValue part = tl_slice_new(rt, N(1), N(20), N(3));
    if (sorted == TL_RAISED || !tl_has_value(part)) {
        tl_decref(rt, part);
        return false;
    }
    TlValue some = tl_getitem(rt, list, part);
    bool ok = tl_has_value(some) && tl_setitem(rt, list, part, some) == TL_OK &&
              tl_delitem(rt, list, part) == TL_OK &&
              done(rt, tl_binary(rt, list, some, TL_BIN_ADD)) &&
              done(rt, tl_binary(rt, some, N(9), TL_BIN_MUL)) &&
              done(rt, tl_inplace(rt, list, some, TL_BIN_ADD)) &&
              done(rt, tl_list_to_tuple(rt, tl_as_list(list))) &&
              done(rt, tl_repr(rt, list));
    tl_decref(rt, part);
    tl_decref(rt, some);
    return ok;
}

static bool set_scenario(TlRuntime *rt, TlRef a, TlRef b) {
    return done(rt, tl_binary(rt, a, b, TL_BIN_OR)) &&
           done(rt, tl_binary(rt, a, b, TL_BIN_AND)) &&
           done(rt, tl_binary(rt, a, b, TL_BIN_SUB)) &&
           done(rt, tl_binary(rt, a, b, TL_BIN_XOR)) &&
           done(rt, tl_inplace(rt, a, b, TL_BIN_XOR)) &&
           done(rt, tl_inplace(rt, a, b, TL_BIN_OR)) &&
           done(rt, tl_repr(rt, a));
}

static bool dict_scenario(TlRuntime *rt, TlDict *dict, TlRef list) {
    TlRef d = tl_from_obj(dict);
    for (int64_t i = 0; i < tl_as_list(list)->len; i++) {
        TlRef key = tl_as_list(list)->items[i];
        if (tl_dict_set(rt, dict, key, list) == TL_RAISED) {
            return false;
        }
    }
    TlValue items = call(rt, d, "items", 0);
    TlValue keys =
        tl_has_value(items) ? call(rt, d, "keys", 0) : TL_NO_VALUE;
    bool ok = tl_has_value(items) && tl_has_value(keys) &&
              done(rt, listed(rt, tl_incref(items))) &&
              done(rt, tl_binary(rt, keys, list, TL_BIN_AND)) &&
              done(rt, tl_binary(rt, keys, keys, TL_BIN_XOR)) &&
              done(rt, tl_binary(rt, d, d, TL_BIN_OR)) &&
              done(rt, call(rt, d, "popitem", 0)) &&
              done(rt, tl_repr(rt, keys));
    tl_decref(rt, items);
    tl_decref(rt, keys);
    return ok;
}

static bool scenario(TlRuntime *rt) {
    TlValue list = numbers(rt, 60);
    TlValue few = tl_has_value(list) ? numbers(rt, 7) : TL_NO_VALUE;
    TlSet *a = tl_has_value(few) ? tl_set_new(rt, rt->types.set) : NULL;
    TlSet *b = a != NULL ? tl_set_new(rt, rt->types.set) : NULL;
    TlDict *dict = b != NULL ? tl_dict_new(rt) : NULL;
    bool ok = dict != NULL &&
              tl_set_update(rt, a, list) == TL_OK &&
              tl_set_update(rt, b, few) == TL_OK && list_scenario(rt, list) &&
              set_scenario(rt, tl_from_obj(a), tl_from_obj(b)) &&
              dict_scenario(rt, dict, few);
    tl_decref(rt, list);
    tl_decref(rt, few);
    tl_release(rt, a);
    tl_release(rt, b);
    tl_release(rt, dict);
    return ok;
}

static void refuse(bool forever) {
    TlRuntime *rt = rt_new();
    assert_true(scenario(rt));
    size_t objects = rt->live_objects;
    bool ok = false;
    for (int n = 0; !ok; n++) {
        assert_true(n < 5000);
        tl_alloc_set_failure(&rt->alloc, n, forever);
        ok = scenario(rt);
        tl_alloc_set_failure(&rt->alloc, -1, false);
        if (tl_raised(rt)) {
            assert_false(ok);
            CHECK(TL_NO_VALUE, "!MemoryError");
        } else if (!ok) {
            fail_msg("failed without an exception at allocation %d", n);
        }
        assert_int_equal(rt->live_objects, objects);
    }
    rt_free(rt);
}

static void each_allocation_refused_once(void **state) {
    refuse(false);
}

static void all_allocations_refused_from_the_nth_on(void **state) {
    refuse(true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_refused_once),
        cmocka_unit_test(all_allocations_refused_from_the_nth_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
