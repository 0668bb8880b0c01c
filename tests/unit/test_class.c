// test_class.c — classes: creation, attributes, special methods, descriptors.
// SPDX-License-Identifier: MIT
#include "object_fixture.h"

#define BASE(rt, name) tl_from_obj((rt)->types.name)

static TlValue class2(TlRuntime *rt, const char *name, TlRef a, TlRef b)
{
    return class_of(rt, name, bases_of(rt, a, b), mk_body(rt, NULL));
}

static TlValue slotted(TlRuntime *rt, TlRef base, TlValue slots)
{
    TlDict *body = mk_body(rt, NULL);
    assert_int_equal(tl_dict_set_cstr(rt, body, "__slots__", slots), TL_OK);
    tl_decref(rt, slots);
    return class_of(rt, "X", bases_of(rt, base, TL_NO_VALUE), body);
}

static void classes_show_their_parts(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk_class(rt, "A", TL_NO_VALUE, NULL);
    TlValue b = mk_class(rt, "B", a, NULL);
    is_repr(rt, get(rt, b, "__name__"), "'B'");
    is_repr(rt, get(rt, b, "__qualname__"), "'B'");
    is_repr(rt, get(rt, b, "__module__"), "'__main__'");
    is_repr(rt, get(rt, b, "__bases__"), "(<class '__main__.A'>,)");
    is_repr(rt, get(rt, b, "__mro__"),
            "(<class '__main__.B'>, <class '__main__.A'>, <class 'object'>)");
    is_repr(rt, get(rt, b, "__doc__"), "None");
    is_repr(rt, call_m(rt, a, "__subclasses__", TL_NO_VALUE),
            "[<class '__main__.B'>]");
    raised(rt, get(rt, b, "x"),
           "AttributeError: type object 'B' has no attribute 'x'");
    raised_status(rt, set(rt, b, "__name__", tl_small_int(1)),
                  "TypeError: can only assign string to B.__name__, not "
                  "'int'");
    raised_status(rt, set(rt, BASE(rt, int_), "x", TL_NONE),
                  "TypeError: cannot set 'x' attribute of immutable type "
                  "'int'");
    tl_decref(rt, b);
    tl_decref(rt, a);
    rt_free(rt);
}

static void the_mro_is_c3(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk_class(rt, "A", TL_NO_VALUE, NULL);
    TlValue b = mk_class(rt, "B", a, NULL), c = mk_class(rt, "C", a, NULL);
    TlValue d = class2(rt, "D", b, c);
    is_repr(rt, get(rt, d, "__mro__"),
            "(<class '__main__.D'>, <class '__main__.B'>, "
            "<class '__main__.C'>, <class '__main__.A'>, <class 'object'>)");
    raised(rt, class2(rt, "X", a, b),
           "TypeError: Cannot create a consistent method resolution\n"
           "order (MRO) for bases A, B");
    raised(rt, class2(rt, "X", a, a), "TypeError: duplicate base class A");
    tl_decref(rt, d);
    tl_decref(rt, c);
    tl_decref(rt, b);
    tl_decref(rt, a);
    rt_free(rt);
}

static void impossible_bases_are_refused(void **state)
{
    TlRuntime *rt = rt_new();
    raised(rt, class2(rt, "X", BASE(rt, bool_), TL_NO_VALUE),
           "TypeError: type 'bool' is not an acceptable base type");
    raised(rt, class2(rt, "X", BASE(rt, int_), BASE(rt, str)),
           "TypeError: multiple bases have instance lay-out conflict");
    raised(rt, class2(rt, "X", tl_small_int(1), TL_NO_VALUE),
           "TypeError: metaclass conflict: the metaclass of a derived class "
           "must be a (non-strict) subclass of the metaclasses of all its "
           "bases");
    TlRef no_class[] = {TL_NONE};
    raised(rt, tl_call(rt, BASE(rt, type), no_class, 0, NULL),
           "TypeError: type() takes 1 or 3 arguments");
    rt_free(rt);
}

static void slots_make_members_and_are_checked(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue cls = slotted(rt, TL_NO_VALUE, mk(rt, "s"));
    TlValue obj = tl_call0(rt, cls);
    raised(rt, get(rt, obj, "s"),
           "AttributeError: 'X' object has no attribute 's'");
    assert_int_equal(set(rt, obj, "s", tl_small_int(4)), TL_OK);
    is_repr(rt, get(rt, obj, "s"), "4");
    raised_status(rt, set(rt, obj, "t", TL_NONE),
                  "AttributeError: 'X' object has no attribute 't'");
    assert_int_equal(set(rt, obj, "s", TL_NO_VALUE), TL_OK);
    raised_status(rt, set(rt, obj, "s", TL_NO_VALUE), "AttributeError: s");
    is_repr(rt, get(rt, cls, "s"), "<member 's' of 'X' objects>");
    raised(rt, slotted(rt, BASE(rt, int_), mk(rt, "s")),
           "TypeError: nonempty __slots__ not supported for subtype of 'int'");
    raised(rt, slotted(rt, TL_NO_VALUE, mk(rt, "1a")),
           "TypeError: __slots__ must be identifiers");
    TlRef number = tl_small_int(1);
    raised(rt,
           slotted(rt, TL_NO_VALUE, tl_from_obj(tl_tuple_from(rt, &number, 1))),
           "TypeError: __slots__ items must be strings, not 'int'");
    raised(rt, slotted(rt, TL_NO_VALUE, mk(rt, "__slots__")),
           "ValueError: '__slots__' in __slots__ conflicts with class "
           "variable");
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    rt_free(rt);
}

// A subclass of each built-in carries attributes, wherever they are kept.
static void subclasses_of_builtins_have_a_dict(void **state)
{
    TlRuntime *rt = rt_new();
    TlRef bases[] = {BASE(rt, int_),  BASE(rt, str),   BASE(rt, float_),
                     BASE(rt, list),  BASE(rt, tuple), BASE(rt, dict),
                     BASE(rt, set),   BASE(rt, bytes), BASE(rt, type),
                     tl_from_obj(rt->exc.ValueError)};
    for (size_t i = 0; i + 2 < sizeof bases / sizeof *bases; i++) {
        TlValue cls = mk_class(rt, "Sub", bases[i], NULL);
        TlValue obj = tl_call0(rt, cls), plain = tl_call0(rt, bases[i]);
        assert_true(tl_has_value(obj));
        assert_int_equal(set(rt, obj, "me", obj), TL_OK);
        assert_int_equal(set(rt, obj, "n", tl_small_int(5)), TL_OK);
        is_repr(rt, get(rt, obj, "n"), "5");
        assert_int_equal(tl_equal(rt, obj, plain), 1);
        tl_decref(rt, plain);
        tl_decref(rt, obj);
        assert_true(tl_gc_collect(rt) > 0);
        tl_decref(rt, cls);
    }
    rt_free(rt);
}

// ---- special methods

static TlValue first(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames)
{
    return tl_str_fmt(rt, "%d", nargs);
}

static TlValue forward(TlRuntime *rt, TlRef self, const TlRef *args,
                       int nargs, TlTuple *kwnames)
{
    return tl_str_fmt(rt, "%T+%T", args[0], args[1]);
}

static TlValue reflected(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    return tl_str_fmt(rt, "%T r+ %T", args[0], args[1]);
}

static TlValue refuse(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames)
{
    return TL_NOT_IMPLEMENTED;
}

static void operators_reach_special_methods(void **state)
{
    static const TlNativeDef adds[] = {FUNC("__add__", forward),
                                       FUNC("__repr__", first), END_FUNCS};
    static const TlNativeDef both[] = {FUNC("__add__", forward),
                                       FUNC("__radd__", reflected), END_FUNCS};
    static const TlNativeDef refuses[] = {FUNC("__add__", refuse), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue a_cls = mk_class(rt, "A", TL_NO_VALUE, adds);
    TlValue b_cls = mk_class(rt, "B", a_cls, both);
    TlValue c_cls = mk_class(rt, "C", TL_NO_VALUE, refuses);
    TlValue a = tl_call0(rt, a_cls), b = tl_call0(rt, b_cls);
    TlValue c = tl_call0(rt, c_cls);
    is_text(rt, tl_binary(rt, a, tl_small_int(1), TL_BIN_ADD), "A+int");
    is_text(rt, tl_inplace(rt, a, tl_small_int(1), TL_BIN_ADD), "A+int");
    is_text(rt, tl_binary(rt, tl_small_int(1), b, TL_BIN_ADD), "B r+ int");
    // The subclass on the right goes first.
    is_text(rt, tl_binary(rt, a, b, TL_BIN_ADD), "B r+ A");
    is_text(rt, tl_binary(rt, b, a, TL_BIN_ADD), "B+A");
    is_text(rt, tl_binary(rt, c, b, TL_BIN_ADD), "B r+ C");
    raised(rt, tl_binary(rt, c, c, TL_BIN_ADD),
           "TypeError: unsupported operand type(s) for +: 'C' and 'C'");
    is_text(rt, tl_repr(rt, a), "1");
    tl_decref(rt, a);
    tl_decref(rt, b);
    tl_decref(rt, c);
    tl_decref(rt, a_cls);
    tl_decref(rt, b_cls);
    tl_decref(rt, c_cls);
    rt_free(rt);
}

static TlValue zero(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                    TlTuple *kwnames)
{
    return tl_small_int(0);
}

static TlValue minus_one(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    return tl_small_int(-1);
}

static void lying_special_methods_are_caught(void **state)
{
    static const TlNativeDef defs[] = {
        FUNC("__bool__", zero), FUNC("__len__", minus_one),
        FUNC("__repr__", zero), FUNC("__iter__", zero), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, defs);
    TlValue obj = tl_call0(rt, cls);
    assert_int_equal(tl_truth(rt, obj), -1);
    raised(rt, TL_NO_VALUE,
           "TypeError: __bool__ should return bool, returned int");
    assert_int_equal(tl_len(rt, obj), -1);
    raised(rt, TL_NO_VALUE, "ValueError: __len__() should return >= 0");
    raised(rt, tl_repr(rt, obj),
           "TypeError: __repr__ returned non-string (type int)");
    raised(rt, tl_iter(rt, obj),
           "TypeError: iter() returned non-iterator of type 'int'");
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void equality_decides_about_the_hash(void **state)
{
    static const TlNativeDef defs[] = {FUNC("__eq__", refuse), END_FUNCS};
    static const TlNativeDef hash[] = {FUNC("__hash__", minus_one),
                                       END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue eq = mk_class(rt, "Eq", TL_NO_VALUE, defs);
    TlValue sub = mk_class(rt, "Sub", eq, hash);
    TlValue a = tl_call0(rt, eq), b = tl_call0(rt, sub);
    int64_t value;
    raised_status(rt, tl_hash(rt, a, &value),
                  "TypeError: unhashable type: 'Eq'");
    assert_int_equal(tl_hash(rt, b, &value), TL_OK);
    assert_int_equal(value, -2);
    tl_decref(rt, a);
    tl_decref(rt, b);
    tl_decref(rt, sub);
    tl_decref(rt, eq);
    rt_free(rt);
}

static void special_methods_may_be_set_later(void **state)
{
    static const TlNativeDef def = FUNC("__len__", zero);
    TlRuntime *rt = rt_new();
    TlValue base = mk_class(rt, "Base", TL_NO_VALUE, NULL);
    TlValue cls = mk_class(rt, "C", base, NULL);
    TlValue obj = tl_call0(rt, cls);
    assert_int_equal(tl_truth(rt, obj), 1);
    TlValue func = mk_func(rt, &def);
    assert_int_equal(set(rt, base, "__len__", func), TL_OK);
    assert_int_equal(tl_len(rt, obj), 0);
    assert_int_equal(tl_truth(rt, obj), 0);
    assert_int_equal(set(rt, base, "__len__", TL_NO_VALUE), TL_OK);
    assert_int_equal(tl_truth(rt, obj), 1);
    tl_decref(rt, func);
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    tl_decref(rt, base);
    rt_free(rt);
}

static void construction_checks_arguments(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, NULL);
    raised(rt, tl_call1(rt, cls, TL_NONE),
           "TypeError: C() takes no arguments");
    raised(rt, tl_call1(rt, BASE(rt, object), TL_NONE),
           "TypeError: object() takes no arguments");
    TlValue init = get(rt, BASE(rt, object), "__init__");
    TlValue obj = tl_call0(rt, cls);
    raised(rt, tl_call2(rt, init, obj, TL_NONE),
           "TypeError: C.__init__() takes exactly one argument (the instance "
           "to initialize)");
    TlValue make = get(rt, BASE(rt, object), "__new__");
    raised(rt, tl_call0(rt, make),
           "TypeError: object.__new__(): not enough arguments");
    raised(rt, tl_call1(rt, make, tl_small_int(1)),
           "TypeError: object.__new__(X): X is not a type object (int)");
    raised(rt, tl_call1(rt, make, BASE(rt, int_)),
           "TypeError: object.__new__(int) is not safe, use int.__new__()");
    raised(rt, tl_call0(rt, BASE(rt, native)),
           "TypeError: cannot create 'builtin_function_or_method' instances");
    tl_decref(rt, make);
    tl_decref(rt, init);
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    rt_free(rt);
}

// ---- descriptors

static TlValue get_three(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    return tl_small_int(3);
}

static void properties_are_data_descriptors(void **state)
{
    static const TlNativeDef def = FUNC("three", get_three);
    TlRuntime *rt = rt_new();
    TlValue func = mk_func(rt, &def);
    TlValue prop = tl_call1(rt, BASE(rt, property), func);
    TlDict *body = mk_body(rt, NULL);
    assert_int_equal(tl_dict_set_cstr(rt, body, "p", prop), TL_OK);
    TlValue cls = class_of(rt, "C", bases_of(rt, TL_NO_VALUE, TL_NO_VALUE),
                           body);
    TlValue obj = tl_call0(rt, cls);
    is_repr(rt, get(rt, obj, "p"), "3");
    raised_status(rt, set(rt, obj, "p", TL_NONE),
                  "AttributeError: property 'p' of 'C' object has no setter");
    raised_status(rt, set(rt, obj, "p", TL_NO_VALUE),
                  "AttributeError: property 'p' of 'C' object has no "
                  "deleter");
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    tl_decref(rt, prop);
    tl_decref(rt, func);
    rt_free(rt);
}

static void methods_bind_and_compare(void **state)
{
    static const TlNativeDef defs[] = {FUNC("f", first), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue cls = mk_class(rt, "C", TL_NO_VALUE, defs);
    TlValue obj = tl_call0(rt, cls);
    is_text(rt, call_m(rt, obj, "f", TL_NONE), "2");
    TlValue a = get(rt, obj, "f"), b = get(rt, obj, "f");
    int64_t of_a, of_b;
    assert_int_equal(tl_equal(rt, a, b), 1);
    assert_int_equal(tl_hash(rt, a, &of_a), TL_OK);
    assert_int_equal(tl_hash(rt, b, &of_b), TL_OK);
    assert_int_equal(of_a, of_b);
    is_repr(rt, get(rt, a, "__name__"), "'f'");
    raised(rt, get(rt, a, "x"),
           "AttributeError: 'function' object has no attribute 'x'");
    tl_decref(rt, a);
    tl_decref(rt, b);
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    rt_free(rt);
}

static void super_looks_behind_the_class(void **state)
{
    static const TlNativeDef defs[] = {FUNC("__repr__", first), END_FUNCS};
    TlRuntime *rt = rt_new();
    TlValue a = mk_class(rt, "A", TL_NO_VALUE, defs);
    TlValue b = mk_class(rt, "B", a, NULL), obj = tl_call0(rt, b);
    TlValue s = tl_super_new(rt, (TlType *)(void *)tl_as_obj(b), obj);
    is_text(rt, call_m(rt, s, "__repr__", TL_NO_VALUE), "1");
    raised(rt, get(rt, s, "x"),
           "AttributeError: 'super' object has no attribute 'x'");
    is_text(rt, tl_repr(rt, s), "<super: <class 'B'>, <B object>>");
    raised(rt, tl_super_new(rt, (TlType *)(void *)tl_as_obj(b), TL_NONE),
           "TypeError: super(type, obj): obj must be an instance or subtype "
           "of type");
    tl_decref(rt, s);
    tl_decref(rt, obj);
    tl_decref(rt, b);
    tl_decref(rt, a);
    rt_free(rt);
}

static void class_assignment_needs_the_same_layout(void **state)
{
    TlRuntime *rt = rt_new();
    TlValue a = mk_class(rt, "A", TL_NO_VALUE, NULL);
    TlValue b = mk_class(rt, "B", TL_NO_VALUE, NULL);
    TlValue x = slotted(rt, TL_NO_VALUE, mk(rt, "s"));
    TlValue obj = tl_call0(rt, a);
    assert_int_equal(set(rt, obj, "__class__", b), TL_OK);
    assert_int_equal(tl_isinstance(rt, obj, b), 1);
    raised_status(rt, set(rt, obj, "__class__", x),
                  "TypeError: __class__ assignment: 'X' object layout differs "
                  "from 'B'");
    raised_status(rt, set(rt, obj, "__class__", BASE(rt, int_)),
                  "TypeError: __class__ assignment only supported for mutable "
                  "types or ModuleType subclasses");
    raised_status(rt, set(rt, obj, "__class__", tl_small_int(1)),
                  "TypeError: __class__ must be set to a class, not 'int' "
                  "object");
    tl_decref(rt, obj);
    tl_decref(rt, x);
    tl_decref(rt, b);
    tl_decref(rt, a);
    rt_free(rt);
}

// ---- allocation failure

// Makes a class and uses it; stops at the first failure. True: got through.
static bool use_a_class(TlRuntime *rt)
{
    TlValue cls = TL_NO_VALUE, obj = TL_NO_VALUE, text = TL_NO_VALUE;
    TlDict *body = tl_dict_new(rt);
    TlTuple *bases = NULL;
    TlValue name = tl_str_from_cstr(rt, "SomeClass");
    if (body != NULL && tl_has_value(name) &&
        tl_dict_set_cstr(rt, body, "__slots__", name) == TL_OK) {
        TlRef base = tl_from_obj(rt->exc.KeyError);
        bases = tl_tuple_from(rt, &base, 1);
    }
    if (bases != NULL) {
        TlRef args[] = {name, tl_from_obj(bases), tl_from_obj(body)};
        cls = tl_call(rt, BASE(rt, type), args, 3, NULL);
    }
    if (tl_has_value(cls)) {
        obj = tl_call1(rt, cls, name);
    }
    if (tl_has_value(obj) && set(rt, obj, "SomeClass", obj) == TL_OK) {
        text = tl_repr(rt, obj);
    }
    bool fine = tl_has_value(text);
    tl_decref(rt, text);
    tl_decref(rt, obj);
    tl_decref(rt, cls);
    tl_decref(rt, name);
    tl_release(rt, bases);
    tl_release(rt, body);
    return fine;
}

static void classes_survive_every_allocation_failure(void **state)
{
    bool fine = false;
    for (int64_t n = 0; !fine; n++) {
        TlRuntime *rt = rt_new();
        tl_alloc_set_failure(&rt->alloc, n, false);
        fine = use_a_class(rt);
        tl_alloc_set_failure(&rt->alloc, -1, false);
        assert_int_equal(tl_raised(rt), !fine);
        assert_true(fine || tl_error_is(rt, rt->exc.MemoryError));
        tl_clear_error(rt);
        rt_free(rt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(classes_show_their_parts),
        cmocka_unit_test(the_mro_is_c3),
        cmocka_unit_test(impossible_bases_are_refused),
        cmocka_unit_test(slots_make_members_and_are_checked),
        cmocka_unit_test(subclasses_of_builtins_have_a_dict),
        cmocka_unit_test(operators_reach_special_methods),
        cmocka_unit_test(lying_special_methods_are_caught),
        cmocka_unit_test(equality_decides_about_the_hash),
        cmocka_unit_test(special_methods_may_be_set_later),
        cmocka_unit_test(construction_checks_arguments),
        cmocka_unit_test(properties_are_data_descriptors),
        cmocka_unit_test(methods_bind_and_compare),
        cmocka_unit_test(super_looks_behind_the_class),
        cmocka_unit_test(class_assignment_needs_the_same_layout),
        cmocka_unit_test(classes_survive_every_allocation_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
