// test_cycle.c — the cycle collector.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#include "object/weakref.h"

static TlValue new_list(TlRuntime *rt)
{
    return tl_from_obj(tl_list_new(rt, 1));
}

static void put(TlRuntime *rt, TlRef list, TlRef item)
{
    assert_int_equal(tl_list_append(rt, tl_as_list(list), item), TL_OK);
}

static void a_list_in_itself_is_freed(void **state)
{
    TlRuntime *rt = rt_new();
    size_t before = rt->live_objects;
    TlValue list = new_list(rt);
    put(rt, list, list);
    tl_decref(rt, list);
    assert_int_equal(rt->live_objects, before + 1);
    assert_int_equal(tl_gc_collect(rt), 1);
    assert_int_equal(rt->live_objects, before);
    rt_free(rt);
}

static void what_is_held_from_outside_stays(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = new_list(rt), b = new_list(rt), c = new_list(rt);
    put(rt, a, b);
    put(rt, b, a);
    put(rt, b, c);
    tl_decref(rt, b);
    tl_decref(rt, c);
    assert_int_equal(tl_gc_collect(rt), 0);
    is_repr(rt, tl_incref(a), "[[[...], []]]");
    tl_decref(rt, a);
    assert_int_equal(tl_gc_collect(rt), 3);
    rt_free(rt);
}

static void a_class_and_its_instances_are_freed_together(void **state)
{
    TlRuntime *rt = rt_new();
    assert_int_equal(tl_gc_collect(rt), 0);
    size_t before = rt->live_objects;
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    TlValue obj = tl_call0(rt, cls);
    assert_int_equal(set(rt, cls, "one", obj), TL_OK);
    assert_int_equal(set(rt, obj, "me", obj), TL_OK);
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    assert_true(tl_gc_collect(rt) >= 2);
    // Names stay interned.
    assert_true(rt->live_objects <= before + 3);
    rt_free(rt);
}

static int finalized;
static TlValue kept;

static TlValue del_keeps(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    finalized++;
    if (finalized == 1) {
        kept = tl_incref(args[0]);
    }
    return TL_NONE;
}

// obj.me = obj
static TlValue self_cycle(TlRuntime *rt, TlRef cls)
{
    TlValue obj = tl_call0(rt, cls);
    assert_int_equal(set(rt, obj, "me", obj), TL_OK);
    return obj;
}

static void finalizers_run_once_and_may_bring_garbage_back(void **state)
{
    static const TlNativeDef defs[] = {FUNC("__del__", del_keeps), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, defs);
    finalized = 0;
    kept = TL_NO_VALUE;
    tl_decref(rt, self_cycle(rt, cls));
    tl_gc_collect(rt);
    assert_int_equal(finalized, 1);
    assert_true(tl_has_value(kept));
    TlValue me = get(rt, kept, "me");
    assert_true(me == kept);  // nothing was cleared
    tl_decref(rt, me);
    tl_decref(rt, kept);
    assert_true(tl_gc_collect(rt) > 0);
    assert_int_equal(finalized, 1);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void weakrefs_to_garbage_are_cleared(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    TlValue obj = self_cycle(rt, cls);
    TlValue ref = tl_weakref_new(rt, obj, TL_NO_VALUE);
    tl_decref(rt, obj);
    TlValue alive = tl_weakref_get(ref);
    assert_false(tl_is_none(alive));
    tl_decref(rt, alive);
    tl_gc_collect(rt);
    assert_true(tl_is_none(tl_weakref_get(ref)));
    tl_decref(rt, ref);
    tl_decref(rt, cls);
    rt_free(rt);
}

static TlValue never(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames)
{
    fail_msg("a weak reference that is garbage itself called back");
    return TL_NONE;
}

static void weakrefs_that_are_garbage_do_not_call_back(void **state)
{
    static const TlNativeDef def = FUNC("never", never);
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    TlValue obj = self_cycle(rt, cls), func = mk_func(rt, &def);
    TlValue ref = tl_weakref_new(rt, obj, func);
    assert_int_equal(set(rt, obj, "ref", ref), TL_OK);
    tl_decref(rt, ref);
    tl_decref(rt, func);
    tl_decref(rt, obj);
    assert_true(tl_gc_collect(rt) > 0);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void the_tick_collects_when_there_is_much(void **state)
{
    TlRuntime *rt = rt_new();
    size_t before = rt->live_objects;
    for (int i = 0; i < 100000; i++) {
        TlValue list = new_list(rt);
        put(rt, list, list);
        tl_decref(rt, list);
        if (!tl_tick(rt)) {
            assert_int_equal(tl_tick_slow(rt), TL_OK);
        }
    }
    assert_true(rt->live_objects < before + 20000);
    rt_free(rt);
}

static void the_threshold_follows_the_survivors(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue all = new_list(rt);
    for (int i = 0; i < 50000; i++) {
        TlValue one = new_list(rt);
        put(rt, all, one);
        tl_decref(rt, one);
    }
    tl_gc_collect(rt);
    assert_true(rt->gc_threshold >= 100000);
    tl_decref(rt, all);
    tl_gc_collect(rt);
    assert_true(rt->gc_threshold < 20000);
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_in_itself_is_freed),
        cmocka_unit_test(what_is_held_from_outside_stays),
        cmocka_unit_test(a_class_and_its_instances_are_freed_together),
        cmocka_unit_test(finalizers_run_once_and_may_bring_garbage_back),
        cmocka_unit_test(weakrefs_to_garbage_are_cleared),
        cmocka_unit_test(weakrefs_that_are_garbage_do_not_call_back),
        cmocka_unit_test(the_tick_collects_when_there_is_much),
        cmocka_unit_test(the_threshold_follows_the_survivors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
