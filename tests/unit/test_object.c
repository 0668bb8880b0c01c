// test_object.c — life and death of objects, generic operations.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include "object/weakref.h"

static void boot_and_teardown_leave_nothing(void **state)
{
    TlRuntime *rt = rt_new();
    assert_true(rt->live_objects > 0);
    rt_free(rt);
}

static void boot_survives_every_allocation_failure(void **state)
{
    for (int64_t n = 0;; n++) {
        TlRuntime *rt = rt_raw();
        tl_alloc_set_failure(&rt->alloc, n, n % 2 == 1);
        TlStatus status = tl_object_layer_init(rt);
        tl_alloc_set_failure(&rt->alloc, -1, false);
        tl_object_layer_deinit(rt);
        assert_int_equal(rt->alloc.live_bytes, 0);
        tl_alloc_deinit(&rt->alloc);
        free(rt);
        if (status == TL_OK) {
            break;
        }
    }
}

static void long_chains_die_without_recursion(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue chain = TL_NONE;
    for (int i = 0; i < 1000000; i++) {
        TlTuple *link = tl_tuple_from(rt, &chain, 1);
        tl_decref(rt, chain);
        chain = tl_from_obj(link);
    }
    tl_decref(rt, chain);
    rt_free(rt);
}

static void long_exception_chains_die_without_recursion(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue first = tl_exc_new(rt, rt->exc.ValueError, TL_NO_VALUE);
    for (int i = 0; i < 100000; i++) {
        TlValue next = tl_exc_new(rt, rt->exc.ValueError, TL_NO_VALUE);
        ((TlExc *)(void *)tl_as_obj(next))->context = first;
        first = next;
    }
    tl_decref(rt, first);
    rt_free(rt);
}

static TlValue saved;  // what `resurrect` keeps

static TlValue resurrect(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    saved = tl_incref(args[0]);
    return TL_NONE;
}

static void del_runs_once_and_may_resurrect(void **state)
{
    static const TlNativeDef defs[] = {FUNC("__del__", resurrect), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, defs);
    TlValue obj = tl_call0(rt, cls);
    saved = TL_NO_VALUE;
    tl_decref(rt, obj);
    assert_true(tl_has_value(saved));
    assert_int_equal(tl_as_obj(saved)->refs, 1);
    TlValue again = saved;
    saved = TL_NO_VALUE;
    tl_decref(rt, again);
    assert_false(tl_has_value(saved));
    tl_decref(rt, cls);
    rt_free(rt);
}

static TlValue fail_in_del(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.ValueError, "in del");
}

static int unraisable_count;

static void count_unraisable(TlRuntime *rt, TlRef where, TlRef exc)
{
    assert_true(tl_exc_is(exc, rt->exc.ValueError));
    unraisable_count++;
}

static void an_error_in_del_is_reported_and_keeps_the_pending_one(void **state)
{
    static const TlNativeDef defs[] = {FUNC("__del__", fail_in_del),
                                       END_FUNCS};
    TlRuntime *rt = rt_new();
    rt->hooks.unraisable = count_unraisable;
    unraisable_count = 0;
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, defs);
    TlValue obj = tl_call0(rt, cls);
    tl_raise(rt, rt->exc.KeyError, "pending");
    tl_decref(rt, obj);
    assert_int_equal(unraisable_count, 1);
    raised(rt, TL_NO_VALUE, "KeyError: 'pending'");
    tl_decref(rt, cls);
    rt_free(rt);
}

static int called_back;

static TlValue on_death(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    assert_true(tl_is_none(tl_weakref_get(args[0])));
    called_back++;
    return TL_NONE;
}

static void weakrefs_are_cleared_and_call_back(void **state)
{
    static const TlNativeDef def = FUNC("on_death", on_death);
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    TlValue obj = tl_call0(rt, cls), func = mk_func(rt, &def);
    TlValue a = tl_weakref_new(rt, obj, TL_NO_VALUE);
    TlValue b = tl_weakref_new(rt, obj, TL_NONE);
    assert_true(a == b);
    TlValue c = tl_weakref_new(rt, obj, func);
    assert_true(c != a);
    assert_int_equal(tl_equal(rt, a, c), 1);
    TlValue got = tl_weakref_get(a);
    assert_true(got == obj);
    tl_decref(rt, got);
    called_back = 0;
    tl_decref(rt, obj);
    assert_int_equal(called_back, 1);
    assert_true(tl_is_none(tl_weakref_get(a)));
    raised(rt, tl_weakref_new(rt, tl_small_int(1), TL_NO_VALUE),
           "TypeError: cannot create weak reference to 'int' object");
    tl_decref(rt, a);
    tl_decref(rt, b);
    tl_decref(rt, c);
    tl_decref(rt, func);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void identity_hashes_number_objects_in_order_of_asking(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    TlValue a = tl_call0(rt, cls), b = tl_call0(rt, cls);
    int64_t of_a, of_b, again;
    assert_int_equal(tl_hash(rt, b, &of_b), TL_OK);
    assert_int_equal(tl_hash(rt, a, &of_a), TL_OK);
    assert_int_equal(tl_hash(rt, b, &again), TL_OK);
    assert_int_equal(of_a, of_b + 1);
    assert_int_equal(again, of_b);
    tl_decref(rt, a);
    tl_decref(rt, b);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void operators_explain_what_they_cannot_do(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue s = mk(rt, "a");
    TlRef one = tl_small_int(1), none = TL_NONE;
    raised(rt, tl_binary(rt, one, none, TL_BIN_ADD),
           "TypeError: unsupported operand type(s) for +: 'int' and "
           "'NoneType'");
    raised(rt, tl_inplace(rt, one, none, TL_BIN_SUB),
           "TypeError: unsupported operand type(s) for -=: 'int' and "
           "'NoneType'");
    raised(rt, tl_power(rt, s, one, TL_NONE),
           "TypeError: unsupported operand type(s) for ** or pow(): 'str' and "
           "'int'");
    raised(rt, tl_neg(rt, s), "TypeError: bad operand type for unary -: 'str'");
    raised(rt, tl_compare(rt, one, s, TL_LT),
           "TypeError: '<' not supported between instances of 'int' and "
           "'str'");
    raised(rt, tl_getitem(rt, one, one),
           "TypeError: 'int' object is not subscriptable");
    raised_status(rt, tl_setitem(rt, one, one, one),
                  "TypeError: 'int' object does not support item assignment");
    raised_status(rt, tl_delitem(rt, one, one),
                  "TypeError: 'int' object doesn't support item deletion");
    assert_int_equal(tl_len(rt, one), -1);
    raised(rt, TL_NO_VALUE, "TypeError: object of type 'int' has no len()");
    assert_int_equal(tl_contains(rt, one, one), -1);
    raised(rt, TL_NO_VALUE,
           "TypeError: argument of type 'int' is not iterable");
    raised(rt, tl_iter(rt, one), "TypeError: 'int' object is not iterable");
    raised(rt, tl_next(rt, one), "TypeError: 'int' object is not an iterator");
    raised(rt, tl_call0(rt, one), "TypeError: 'int' object is not callable");
    raised(rt, tl_index(rt, s),
           "TypeError: 'str' object cannot be interpreted as an integer");
    tl_decref(rt, s);
    rt_free(rt);
}

static void isinstance_takes_classes_tuples_and_unions(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef of_int = tl_from_obj(rt->types.int_);
    TlRef of_str = tl_from_obj(rt->types.str);
    TlValue pair = tl_tuple_pack2(rt, of_str, of_int);
    TlValue either = tl_binary(rt, of_str, TL_NONE, TL_BIN_OR);
    assert_int_equal(tl_isinstance(rt, TL_TRUE, of_int), 1);
    assert_int_equal(tl_isinstance(rt, TL_TRUE, of_str), 0);
    assert_int_equal(tl_isinstance(rt, tl_small_int(1), pair), 1);
    assert_int_equal(tl_isinstance(rt, TL_NONE, either), 1);
    assert_int_equal(tl_isinstance(rt, tl_small_int(1), either), 0);
    assert_int_equal(tl_isinstance(rt, TL_NONE, TL_NONE), -1);
    raised(rt, TL_NO_VALUE,
           "TypeError: isinstance() arg 2 must be a type, a tuple of types, "
           "or a union");
    assert_int_equal(tl_issubclass(rt, TL_NONE, of_int), -1);
    raised(rt, TL_NO_VALUE, "TypeError: issubclass() arg 1 must be a class");
    is_repr(rt, either, "str | None");
    is_repr(rt, tl_getitem(rt, tl_from_obj(rt->types.list), of_int),
            "list[int]");
    is_repr(rt, tl_getitem(rt, tl_from_obj(rt->types.dict), pair),
            "dict[str, int]");
    tl_decref(rt, pair);
    rt_free(rt);
}

static void endless_native_recursion_is_refused(void **state)
{
    TlRuntime *rt = rt_new();
    TlList *list = tl_list_new(rt, 1);
    TlValue deep = tl_from_obj(list);
    for (int i = 0; i < 5000; i++) {
        TlList *outer = tl_list_new(rt, 1);
        assert_int_equal(tl_list_append_steal(rt, outer, deep), TL_OK);
        deep = tl_from_obj(outer);
    }
    raised(rt, tl_repr(rt, deep),
           "RecursionError: maximum recursion depth exceeded while getting "
           "the repr of an object");
    tl_decref(rt, deep);
    rt_free(rt);
}

static void ticks_count_steps_and_stop_at_the_limit(void **state)
{
    TlRuntime *rt = rt_new();
    rt->max_steps = 2500;
    tl_tick_grant(rt, 1200);
    int slow = 0;
    while (!rt->must_yield) {
        if (!tl_tick(rt)) {
            assert_int_equal(tl_tick_slow(rt), TL_OK);
            slow++;
        }
    }
    assert_int_equal(tl_tick_steps(rt), 1200);
    assert_int_equal(slow, 2);
    tl_tick_grant(rt, 10000);
    for (;;) {
        if (!tl_tick(rt) && tl_tick_slow(rt) != TL_OK) {
            break;
        }
    }
    assert_int_equal(tl_tick_steps(rt), 2500);
    raised(rt, TL_NO_VALUE, "KeyboardInterrupt: step limit reached");
    rt->interrupt = true;
    tl_tick_expire(rt);
    assert_false(tl_tick(rt));
    raised_status(rt, tl_tick_slow(rt), "KeyboardInterrupt");
    assert_int_equal(tl_tick_steps(rt), 2501);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boot_and_teardown_leave_nothing),
        cmocka_unit_test(boot_survives_every_allocation_failure),
        cmocka_unit_test(long_chains_die_without_recursion),
        cmocka_unit_test(long_exception_chains_die_without_recursion),
        cmocka_unit_test(del_runs_once_and_may_resurrect),
        cmocka_unit_test(
            an_error_in_del_is_reported_and_keeps_the_pending_one),
        cmocka_unit_test(weakrefs_are_cleared_and_call_back),
        cmocka_unit_test(identity_hashes_number_objects_in_order_of_asking),
        cmocka_unit_test(operators_explain_what_they_cannot_do),
        cmocka_unit_test(isinstance_takes_classes_tuples_and_unions),
        cmocka_unit_test(endless_native_recursion_is_refused),
        cmocka_unit_test(ticks_count_steps_and_stop_at_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
