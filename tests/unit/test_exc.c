// test_exc.c — exception classes, chaining and groups.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

static TlValue make(TlRuntime *rt, TlType *type, TlRef a, TlRef b, TlRef c)
{
    TlRef args[] = {a, b, c};
    int n = tl_has_value(a) + tl_has_value(b) + tl_has_value(c);
    return tl_call(rt, tl_from_obj(type), args, n, NULL);
}

static void is_str(TlRuntime *rt, TlValue exc, const char *want)
{
    is_text(rt, tl_str(rt, exc), want);
    tl_decref(rt, exc);
}

#define NO TL_NO_VALUE

static void text_and_repr_are_cpythons(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk(rt, "a"), b = mk(rt, "b");
    TlExcTypes *e = &rt->exc;
    is_str(rt, make(rt, e->ValueError, NO, NO, NO), "");
    is_str(rt, make(rt, e->ValueError, a, NO, NO), "a");
    is_str(rt, make(rt, e->ValueError, a, b, NO), "('a', 'b')");
    is_str(rt, make(rt, e->KeyError, a, NO, NO), "'a'");
    is_str(rt, make(rt, e->OSError, tl_small_int(2), a, NO), "[Errno 2] a");
    is_str(rt, make(rt, e->OSError, tl_small_int(2), a, b),
           "[Errno 2] a: 'b'");
    is_repr(rt, make(rt, e->ValueError, a, NO, NO), "ValueError('a')");
    is_repr(rt, make(rt, e->ValueError, a, b, NO), "ValueError('a', 'b')");
    is_repr(rt, make(rt, e->OSError, tl_small_int(2), a, b),
            "FileNotFoundError(2, 'a')");
    is_repr(rt, make(rt, e->CancelledError, NO, NO, NO), "CancelledError()");
    tl_decref(rt, a);
    tl_decref(rt, b);
    rt_free(rt);
}

static void classes_have_their_attributes(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk(rt, "a");
    TlValue exc = make(rt, rt->exc.StopIteration, a, NO, NO);
    is_repr(rt, get(rt, exc, "value"), "'a'");
    tl_decref(rt, exc);
    exc = make(rt, rt->exc.SystemExit, tl_small_int(3), a, NO);
    is_repr(rt, get(rt, exc, "code"), "(3, 'a')");
    tl_decref(rt, exc);
    exc = make(rt, rt->exc.OSError, tl_small_int(13), a, a);
    is_repr(rt, get(rt, exc, "errno"), "13");
    is_repr(rt, get(rt, exc, "filename"), "'a'");
    is_repr(rt, get(rt, exc, "args"), "(13, 'a')");
    assert_true(tl_exc_is(exc, rt->exc.PermissionError));
    is_repr(rt, call_m(rt, exc, "add_note", a), "None");
    is_repr(rt, get(rt, exc, "__notes__"), "['a']");
    raised(rt, call_m(rt, exc, "add_note", tl_small_int(1)),
           "TypeError: note must be a str, not 'int'");
    raised_status(rt, set(rt, exc, "__cause__", a),
                  "TypeError: exception cause must be None or derive from "
                  "BaseException");
    is_repr(rt, get(rt, exc, "__suppress_context__"), "False");
    assert_int_equal(set(rt, exc, "__cause__", TL_NONE), TL_OK);
    is_repr(rt, get(rt, exc, "__suppress_context__"), "True");
    tl_decref(rt, exc);
    tl_decref(rt, a);
    rt_free(rt);
}

static void syntax_errors_say_where(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue msg = mk(rt, "bad"), file = mk(rt, "/x/y.py");
    TlRef place[] = {file, tl_small_int(3), tl_small_int(1), TL_NONE};
    TlTuple *info = tl_tuple_from(rt, place, 4);
    TlValue exc =
        make(rt, rt->exc.SyntaxError, msg, tl_from_obj(info), NO);
    is_text(rt, tl_str(rt, exc), "bad (y.py, line 3)");
    is_text(rt, tl_exc_summary(rt, exc), "SyntaxError: bad");
    is_repr(rt, get(rt, exc, "lineno"), "3");
    tl_decref(rt, exc);
    tl_release(rt, info);
    tl_decref(rt, msg);
    tl_decref(rt, file);
    rt_free(rt);
}

static void unicode_errors_say_what(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue codec = mk(rt, "utf-8"), why = mk(rt, "invalid start byte");
    TlValue data = tl_bytes_new(rt, "\xff", 1);
    TlRef args[] = {codec, data, tl_small_int(0), tl_small_int(1), why};
    is_str(rt,
           tl_call(rt, tl_from_obj(rt->exc.UnicodeDecodeError), args, 5, NULL),
           "'utf-8' codec can't decode byte 0xff in position 0: invalid start "
           "byte");
    raised(rt,
           tl_call(rt, tl_from_obj(rt->exc.UnicodeDecodeError), args, 1, NULL),
           "TypeError: function takes exactly 5 arguments (1 given)");
    tl_decref(rt, codec);
    tl_decref(rt, why);
    tl_decref(rt, data);
    rt_free(rt);
}

static void raising_chains_to_what_is_handled(void **state)
{
    TlRuntime *rt = rt_new();
    TlExcState handled = {tl_exc_new(rt, rt->exc.KeyError, NO),
                          rt->exc_state};
    rt->exc_state = &handled;
    tl_raise(rt, rt->exc.ValueError, "second");
    TlValue second = tl_fetch(rt);
    is_repr(rt, get(rt, second, "__context__"), "KeyError()");
    // Raising the first again while the second is handled makes no ring.
    TlValue first = handled.exc;
    handled.exc = second;
    tl_raise_obj(rt, first);
    assert_true(tl_raised(rt));
    tl_clear_error(rt);
    is_repr(rt, get(rt, first, "__context__"), "ValueError('second')");
    is_repr(rt, get(rt, second, "__context__"), "None");
    rt->exc_state = handled.prev;
    tl_decref(rt, first);
    tl_decref(rt, second);
    rt_free(rt);
}

static void raise_takes_instances_and_classes_only(void **state)
{
    TlRuntime *rt = rt_new();
    tl_raise_obj(rt, tl_from_obj(rt->exc.ValueError));
    raised(rt, NO, "ValueError");
    tl_raise_obj(rt, tl_small_int(1));
    raised(rt, NO, "TypeError: exceptions must derive from BaseException");
    tl_raise_key(rt, tl_small_int(1));
    raised(rt, NO, "KeyError: 1");
    TlValue value;
    tl_raise_stop(rt, tl_small_int(7));
    assert_int_equal(tl_take_stop_value(rt, &value), 1);
    assert_true(value == tl_small_int(7));
    tl_raise_with(rt, rt->exc.CancelledError, NO);
    assert_int_equal(tl_take_stop_value(rt, &value), 0);
    raised(rt, NO, "asyncio.exceptions.CancelledError");
    rt_free(rt);
}

static void keywords_are_checked(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk(rt, "a"), key = mk(rt, "x");
    TlTuple *names = tl_tuple_from(rt, &key, 1);
    TlRef args[] = {a, a};
    raised(rt, tl_call(rt, tl_from_obj(rt->exc.ValueError), args, 1, names),
           "TypeError: ValueError() takes no keyword arguments");
    raised(rt, tl_call(rt, tl_from_obj(rt->exc.NameError), args, 1, names),
           "TypeError: 'x' is an invalid keyword argument for NameError()");
    raised(rt, tl_call(rt, tl_from_obj(rt->exc.ImportError), args, 1, names),
           "TypeError: 'x' is an invalid keyword argument for ImportError");
    tl_release(rt, names);
    tl_decref(rt, key);
    tl_decref(rt, a);
    rt_free(rt);
}

// ExceptionGroup("g", [a, b]); consumes both.
static TlValue group(TlRuntime *rt, TlType *type, TlValue a, TlValue b)
{
    TlList *list = tl_list_new(rt, 2);
    assert_int_equal(tl_list_append_steal(rt, list, a), TL_OK);
    if (tl_has_value(b)) {
        assert_int_equal(tl_list_append_steal(rt, list, b), TL_OK);
    }
    TlValue name = mk(rt, "g");
    TlValue made = make(rt, type, name, tl_from_obj(list), NO);
    tl_decref(rt, name);
    tl_release(rt, list);
    return made;
}

static void groups_check_their_members(void **state)
{
    TlRuntime *rt = rt_new();
    TlExcTypes *e = &rt->exc;
    TlValue empty = tl_from_obj(tl_list_new(rt, 0)), name = mk(rt, "g");
    raised(rt, make(rt, e->ExceptionGroup, name, NO, NO),
           "TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments "
           "(1 given)");
    raised(rt, make(rt, e->ExceptionGroup, tl_small_int(1), empty, NO),
           "TypeError: BaseExceptionGroup.__new__() argument 1 must be str, "
           "not int");
    raised(rt, make(rt, e->ExceptionGroup, name, tl_small_int(1), NO),
           "TypeError: second argument (exceptions) must be a sequence");
    raised(rt, make(rt, e->ExceptionGroup, name, empty, NO),
           "ValueError: second argument (exceptions) must be a non-empty "
           "sequence");
    raised(rt, group(rt, e->ExceptionGroup, tl_small_int(1), NO),
           "ValueError: Item 0 of second argument (exceptions) is not an "
           "exception");
    TlValue base = tl_exc_new(rt, e->KeyboardInterrupt, NO);
    raised(rt, group(rt, e->ExceptionGroup, tl_incref(base), NO),
           "TypeError: Cannot nest BaseExceptions in an ExceptionGroup");
    is_repr(rt, group(rt, e->BaseExceptionGroup, base, NO),
            "BaseExceptionGroup('g', [KeyboardInterrupt()])");
    is_repr(rt,
            group(rt, e->BaseExceptionGroup,
                  tl_exc_new(rt, e->ValueError, tl_small_int(1)), NO),
            "ExceptionGroup('g', [ValueError(1)])");
    tl_decref(rt, empty);
    tl_decref(rt, name);
    rt_free(rt);
}

static void groups_split_and_keep_their_shape(void **state)
{
    TlRuntime *rt = rt_new();
    TlExcTypes *e = &rt->exc;
    TlValue inner = group(rt, e->ExceptionGroup,
                          tl_exc_new(rt, e->ValueError, tl_small_int(1)),
                          tl_exc_new(rt, e->TypeError, tl_small_int(2)));
    TlValue outer = group(rt, e->ExceptionGroup, inner,
                          tl_exc_new(rt, e->KeyError, tl_small_int(3)));
    is_text(rt, tl_str(rt, outer), "g (2 sub-exceptions)");
    is_repr(rt, call_m(rt, outer, "split", tl_from_obj(e->ValueError)),
            "(ExceptionGroup('g', [ExceptionGroup('g', [ValueError(1)])]), "
            "ExceptionGroup('g', [ExceptionGroup('g', [TypeError(2)]), "
            "KeyError(3)]))");
    is_repr(rt, call_m(rt, outer, "subgroup", tl_from_obj(e->OSError)),
            "None");
    is_repr(rt, call_m(rt, outer, "split", tl_from_obj(e->Exception)),
            "(ExceptionGroup('g', [ExceptionGroup('g', [ValueError(1), "
            "TypeError(2)]), KeyError(3)]), None)");
    raised(rt, call_m(rt, outer, "split", tl_small_int(1)),
           "TypeError: expected a function, exception type or tuple of "
           "exception types");
    tl_decref(rt, outer);
    rt_free(rt);
}

static void memory_errors_need_no_memory(void **state)
{
    TlRuntime *rt = rt_new();
    tl_alloc_set_failure(&rt->alloc, 0, true);
    assert_null(tl_list_new(rt, 1));
    tl_alloc_set_failure(&rt->alloc, -1, false);
    raised(rt, NO, "MemoryError");
    rt_free(rt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_repr_are_cpythons),
        cmocka_unit_test(classes_have_their_attributes),
        cmocka_unit_test(syntax_errors_say_where),
        cmocka_unit_test(unicode_errors_say_what),
        cmocka_unit_test(raising_chains_to_what_is_handled),
        cmocka_unit_test(raise_takes_instances_and_classes_only),
        cmocka_unit_test(keywords_are_checked),
        cmocka_unit_test(groups_check_their_members),
        cmocka_unit_test(groups_split_and_keep_their_shape),
        cmocka_unit_test(memory_errors_need_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
