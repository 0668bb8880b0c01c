// test_scope.c — what names mean, and CPython's errors about it.
// SPDX-License-Identifier: MIT
//
// The meanings are those of CPython's symtable module for the same text; the
// table of errors is what CPython 3.11's compile() raises.
#include "lang_fixture.h"

#include "base/arena.h"
#include "lang/scope.h"

typedef struct Analysis {
    TlAlloc alloc;
    TlArena arena;
    TlMod *mod;
    TlScopes *scopes;
} Analysis;

static void analyse(Analysis *an, const char *source) {
    TlSyntaxError err = {0};
    tl_alloc_init(&an->alloc, fixture_realloc, NULL);
    tl_arena_init(&an->arena, &an->alloc);
    an->mod = tl_parse(&an->arena, &an->alloc, source, strlen(source),
                       TL_PARSE_FILE, &err);
    assert_non_null(an->mod);
    an->scopes = tl_scopes_build(&an->arena, &an->alloc, an->mod, false, &err);
    if (an->scopes == NULL) {
        fail_msg("%s", err.message);
    }
}

static void finish(Analysis *an) {
    tl_arena_deinit(&an->arena);
    assert_int_equal(an->alloc.live_bytes, 0);
    tl_alloc_deinit(&an->alloc);
}

// The block reached by names, as in "f.g"; "" is the module.
static const TlScope *block(const Analysis *an, const char *path) {
    const TlScope *scope = an->scopes->module;
    while (*path != '\0') {
        size_t len = strcspn(path, ".");
        scope = scope->first_child;
        while (scope != NULL && (strlen(scope->name->text) != len ||
                                 memcmp(scope->name->text, path, len) != 0)) {
            scope = scope->next;
        }
        assert_non_null(scope);
        path += len + (path[len] == '.');
    }
    return scope;
}

static void means(const Analysis *an, const char *path, const char *name,
                  TlNameScope want) {
    const TlName *interned =
        tl_names_intern(an->mod->names, name, (int)strlen(name));
    const TlSymbol *sym = tl_scope_symbol(block(an, path), interned);
    assert_non_null(sym);
    if (sym->scope != want) {
        fail_msg("%s in %s is %d, not %d", name, path, (int)sym->scope,
                 (int)want);
    }
}

static bool has_name(const Analysis *an, const char *path, const char *name) {
    const TlName *interned =
        tl_names_intern(an->mod->names, name, (int)strlen(name));
    return tl_scope_symbol(block(an, path), interned) != NULL;
}

static void a_captured_local_is_a_cell(void **state) {
    Analysis an;
    analyse(&an, "def f(a, b):\n"
                 "  c = 1\n"
                 "  def g():\n"
                 "    def h(): return a, c, d\n");
    means(&an, "f", "a", TL_NAME_CELL);
    means(&an, "f", "b", TL_NAME_LOCAL);
    means(&an, "f", "c", TL_NAME_CELL);
    means(&an, "f.g", "a", TL_NAME_FREE); // passed on, though not used
    means(&an, "f.g.h", "a", TL_NAME_FREE);
    means(&an, "f.g.h", "d", TL_NAME_GLOBAL_IMPLICIT);
    means(&an, "", "f", TL_NAME_LOCAL);
    finish(&an);
}

static void a_class_is_not_seen_from_its_methods(void **state) {
    Analysis an;
    analyse(&an, "def f(x):\n"
                 "  class C:\n"
                 "    x = 1\n"
                 "    y = 2\n"
                 "    def m(self): return x, y\n");
    means(&an, "f", "x", TL_NAME_CELL);
    means(&an, "f.C", "x", TL_NAME_LOCAL);
    means(&an, "f.C.m", "x", TL_NAME_FREE);
    means(&an, "f.C.m", "y", TL_NAME_GLOBAL_IMPLICIT);
    finish(&an);
}

static void super_asks_for_the_class_cell(void **state) {
    Analysis an;
    analyse(&an, "class C:\n"
                 "  def m(self): super().m()\n"
                 "class D:\n"
                 "  def m(self): super = 1; super\n"
                 "class E:\n"
                 "  def m(self): return [__class__ for x in y]\n"
                 "class F:\n"
                 "  def m(self): pass\n");
    means(&an, "C.m", "__class__", TL_NAME_FREE);
    assert_true(block(&an, "C")->needs_class_closure);
    assert_true(block(&an, "D")->needs_class_closure); // the name is enough
    means(&an, "E.m.listcomp", "__class__", TL_NAME_FREE);
    means(&an, "E.m", "__class__", TL_NAME_FREE);
    assert_true(block(&an, "E")->needs_class_closure);
    assert_false(block(&an, "F")->needs_class_closure);
    finish(&an);
}

static void global_and_nonlocal_are_obeyed(void **state) {
    Analysis an;
    analyse(&an, "def f():\n"
                 "  x = y = 1\n"
                 "  def g():\n"
                 "    nonlocal x\n"
                 "    global y\n"
                 "    x = y = 2\n"
                 "    def h(): return x, y\n");
    means(&an, "f", "x", TL_NAME_CELL);
    means(&an, "f", "y", TL_NAME_LOCAL);
    means(&an, "f.g", "x", TL_NAME_FREE);
    means(&an, "f.g", "y", TL_NAME_GLOBAL_EXPLICIT);
    means(&an, "f.g.h", "x", TL_NAME_FREE);
    means(&an, "f.g.h", "y", TL_NAME_GLOBAL_IMPLICIT);
    finish(&an);
}

static void a_comprehension_is_a_function_of_its_first_iterable(void **state) {
    Analysis an;
    analyse(&an, "def f(a, b):\n"
                 "  return [x + c for x in a for c in b]\n");
    means(&an, "f", "a", TL_NAME_LOCAL);
    means(&an, "f", "b", TL_NAME_CELL);
    means(&an, "f.listcomp", ".0", TL_NAME_LOCAL);
    means(&an, "f.listcomp", "x", TL_NAME_LOCAL);
    assert_false(has_name(&an, "f.listcomp", "a"));
    finish(&an);
}

static void a_walrus_in_a_comprehension_binds_outside(void **state) {
    Analysis an;
    analyse(&an, "[y := x for x in a]\n"
                 "def f():\n"
                 "  return [[z := x for x in b] for b in a]\n");
    means(&an, "", "y", TL_NAME_GLOBAL_EXPLICIT);
    means(&an, "listcomp", "y", TL_NAME_GLOBAL_EXPLICIT);
    means(&an, "f", "z", TL_NAME_CELL);
    means(&an, "f.listcomp", "z", TL_NAME_FREE);
    means(&an, "f.listcomp.listcomp", "z", TL_NAME_FREE);
    finish(&an);
}

static void private_names_are_mangled(void **state) {
    Analysis an;
    analyse(&an, "class __C:\n"
                 "  __a = 1\n"
                 "  __b__ = 2\n"
                 "  def m(self, __p): __q = __r\n"
                 "class __:\n"
                 "  __a = 1\n");
    means(&an, "__C", "_C__a", TL_NAME_LOCAL);
    means(&an, "__C", "__b__", TL_NAME_LOCAL);
    means(&an, "__C.m", "_C__p", TL_NAME_LOCAL);
    means(&an, "__C.m", "_C__q", TL_NAME_LOCAL);
    means(&an, "__C.m", "_C__r", TL_NAME_GLOBAL_IMPLICIT);
    means(&an, "__", "__a", TL_NAME_LOCAL);
    finish(&an);
}

static void generators_and_coroutines_are_known(void **state) {
    Analysis an;
    analyse(&an, "def g(): yield\n"
                 "async def c(): [await x for x in y]\n"
                 "async def a(): yield\n"
                 "def f(): return (x for x in y)\n");
    assert_true(block(&an, "g")->generator);
    assert_false(block(&an, "g")->coroutine);
    assert_true(block(&an, "c")->coroutine);
    assert_true(block(&an, "c.listcomp")->coroutine);
    assert_true(block(&an, "a")->coroutine && block(&an, "a")->generator);
    assert_false(block(&an, "f")->generator);
    assert_true(block(&an, "f.genexpr")->generator);
    finish(&an);
}

static void the_listing_shows_every_block(void **state) {
    Analysis an;
    TlBuf out;
    analyse(&an, "def f(a):\n"
                 "  return lambda: a\n");
    tl_buf_init(&out, &an.alloc);
    tl_scopes_dump(&out, an.scopes);
    assert_string_equal(tl_buf_cstr(&out), "module top, line 0\n"
                                           "  f: local, assigned\n"
                                           "  function f, line 1\n"
                                           "    a: cell, parameter\n"
                                           "    function lambda, line 2\n"
                                           "      a: free, used\n");
    tl_buf_deinit(&out);
    finish(&an);
}

// Source, message, and "line.offset-line.offset".
static const struct {
    const char *source, *message, *place;
} errors[] = {
    {"from __future__ import annotations\ndef f(x:(yield)): pass",
     "'yield expression' can not be used within an annotation", "2.10-2.15"},
    {"from __future__ import annotations\ndef f(x:(y:=1)): pass",
     "'named expression' can not be used within an annotation", "2.10-2.14"},
    {"from __future__ import annotations\nx:(await y)=1",
     "'await expression' can not be used within an annotation", "2.4-2.11"},
    {"class A:\n [y:=1 for x in z]",
     "assignment expression within a comprehension cannot be used in a "
     "class body",
     "2.3-2.4"},
    {"[x:=1 for x in z]",
     "assignment expression cannot rebind comprehension iteration variable "
     "'x'",
     "1.2-1.3"},
    {"[1 for x in (y:=z)]",
     "assignment expression cannot be used in a comprehension iterable "
     "expression",
     "1.14-1.18"},
    {"[1 for x in a for y in (y:=z)]",
     "assignment expression cannot be used in a comprehension iterable "
     "expression",
     "1.25-1.29"},
    {"[[(x:=1) for y in b] for x in (z)]",
     "assignment expression cannot rebind comprehension iteration variable "
     "'x'",
     "1.4-1.5"},
    {"[x for y in z for x in (x:=2)]",
     "assignment expression cannot be used in a comprehension iterable "
     "expression",
     "1.25-1.29"},
    {"[(y:=1) for x in z for y in x]",
     "assignment expression cannot rebind comprehension iteration variable "
     "'y'",
     "1.3-1.4"},
    {"def f():\n nonlocal x", "no binding for nonlocal 'x' found", "2.2-2.12"},
    {"nonlocal x", "nonlocal declaration not allowed at module level",
     "1.1-1.11"},
    {"def f():\n x=1\n def g():\n  global x\n  nonlocal x",
     "name 'x' is nonlocal and global", "4.3-4.11"},
    {"[(yield) for x in y]", "'yield' inside list comprehension", "1.3-1.8"},
    {"def f(): return [(yield) for x in y]",
     "'yield' inside list comprehension", "1.19-1.24"},
    {"def f(): return {(yield): 1 for x in y}",
     "'yield' inside dict comprehension", "1.19-1.24"},
    {"def f(): return ((yield from a) for x in y)",
     "'yield' inside generator expression", "1.19-1.31"},
    {"from __future__ import braces", "not a chance", "1.1-1.None"},
    {"from __future__ import zork", "future feature zork is not defined",
     "1.1-1.None"},
    {"\"a\"\nfrom __future__ import nested_scopes;from x import y;from "
     "__future__ import division",
     "from __future__ imports must occur at the beginning of the file",
     "2.53-2.None"},
    {"def f():\n from x import *", "import * only allowed at module level",
     "2.16-2.17"},
    {"class A:\n from x import *", "import * only allowed at module level",
     "2.16-2.17"},
    {"def f(a,a): pass", "duplicate argument 'a' in function definition",
     "1.9-1.10"},
    {"def f(a,*,a): pass", "duplicate argument 'a' in function definition",
     "1.11-1.12"},
    {"def f(a,*a): pass", "duplicate argument 'a' in function definition",
     "1.10-1.11"},
    {"def f(*a,**a): pass", "duplicate argument 'a' in function definition",
     "1.12-1.13"},
    {"lambda a,a:1", "duplicate argument 'a' in function definition",
     "1.10-1.11"},
    {"def f():\n global __x; nonlocal __x", "name '__x' is nonlocal and global",
     "2.2-2.12"},
    {"class A:\n nonlocal x", "no binding for nonlocal 'x' found", "2.2-2.12"},
    {"def f(x):\n global x", "name 'x' is parameter and global", "2.2-2.10"},
    {"def f(x):\n nonlocal x", "name 'x' is parameter and nonlocal",
     "2.2-2.12"},
    {"def f():\n x:int\n global x", "annotated name 'x' can't be global",
     "3.2-3.10"},
    {"def f():\n global x\n x:int", "annotated name 'x' can't be global",
     "3.2-3.7"},
    {"x=1\nglobal x", "name 'x' is assigned to before global declaration",
     "2.1-2.9"},
    {"print(x)\nglobal x", "name 'x' is used prior to global declaration",
     "2.1-2.9"},
    {"def f():\n nonlocal x\n x:int", "annotated name 'x' can't be nonlocal",
     "3.2-3.7"},
    {"def f():\n x=1\n def g():\n  nonlocal x\n  x:int=3",
     "annotated name 'x' can't be nonlocal", "5.3-5.10"},
    {"def f():\n print(x)\n nonlocal x",
     "name 'x' is used prior to nonlocal declaration", "3.2-3.12"},
    {"def f():\n x=1\n nonlocal x",
     "name 'x' is assigned to before nonlocal declaration", "3.2-3.12"},
    {"def f():\n for x in y: pass\n global x",
     "name 'x' is assigned to before global declaration", "3.2-3.10"},
    {"class A:\n x=1\n global x",
     "name 'x' is assigned to before global declaration", "3.2-3.10"},
};

static void mistakes_are_reported_as_cpython_does(void **state) {
    TlRuntime *rt = lang_new();
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        syntax_error(rt, errors[i].source, errors[i].message, errors[i].place);
    }
    lang_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_captured_local_is_a_cell),
        cmocka_unit_test(a_class_is_not_seen_from_its_methods),
        cmocka_unit_test(super_asks_for_the_class_cell),
        cmocka_unit_test(global_and_nonlocal_are_obeyed),
        cmocka_unit_test(a_comprehension_is_a_function_of_its_first_iterable),
        cmocka_unit_test(a_walrus_in_a_comprehension_binds_outside),
        cmocka_unit_test(private_names_are_mangled),
        cmocka_unit_test(generators_and_coroutines_are_known),
        cmocka_unit_test(the_listing_shows_every_block),
        cmocka_unit_test(mistakes_are_reported_as_cpython_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
