// test_compile.c — what source text is compiled to.
// SPDX-License-Identifier: MIT
//
// Where a listing is compared, it was derived from what CPython's dis shows
// for the same text, with the differences opcodes.h names. Whole programs are
// compared by running them; here are the contracts that do not show there.
#include "lang_fixture.h"

#include "lang/opcodes.h"

// Code [qualname] of [source] must be these instructions: a listing without
// indexes and positions, one per line.
static void compiles_to(const char *source, const char *qualname,
                        const char *want) {
    TlRuntime *rt = lang_new();
    TlBuf all, got;
    tl_buf_init(&all, &rt->alloc);
    tl_buf_init(&got, &rt->alloc);
    assert_int_equal(
        tl_dump_source(rt, "bytecode", source, strlen(source), "test.py", &all),
        TL_OK);
    char head[64];
    snprintf(head, sizeof head, "code %s,", qualname);
    const char *line = strstr(tl_buf_cstr(&all), head);
    assert_non_null(line);
    for (line = strchr(line, '\n'); line[0] == '\n' && line[1] == ' ';
         line = strchr(line + 1, '\n')) {
        const char *end = strchr(line + 1, '\n');
        const char *place = strstr(line + 1, "  [");
        if (place == NULL || place > end) {
            continue; // locals, exception table
        }
        const char *op = line + 1 + strspn(line + 1, " 0123456789");
        size_t name = strcspn(op, " ");
        const char *operand = op + name + strspn(op + name, " ");
        tl_buf_append(&got, op, name);
        if (operand < place) {
            tl_buf_append_char(&got, ' ');
            tl_buf_append(&got, operand, (size_t)(place - operand));
        }
        tl_buf_append_char(&got, '\n');
    }
    assert_string_equal(tl_buf_cstr(&got), want);
    tl_buf_deinit(&all);
    tl_buf_deinit(&got);
    lang_free(rt);
}

static void constants_are_folded(void **state) {
    compiles_to("x = 2 * 3 + 4", "<module>",
                "LOAD_CONST 0 (10)\nSTORE_NAME 0 (x)\n"
                "LOAD_CONST 1 (None)\nRETURN_VALUE\n");
    compiles_to("x = (1, -2, (3,))", "<module>",
                "LOAD_CONST 0 ((1, -2, (3,)))\nSTORE_NAME 0 (x)\n"
                "LOAD_CONST 1 (None)\nRETURN_VALUE\n");
    compiles_to("x = 1 / 0", "<module>", // raises when it runs
                "LOAD_CONST 0 (1)\nLOAD_CONST 1 (0)\nBINARY_OP /\n"
                "STORE_NAME 0 (x)\nLOAD_CONST 2 (None)\nRETURN_VALUE\n");
    compiles_to("x = 'a' * 100000", "<module>", // would grow
                "LOAD_CONST 0 ('a')\nLOAD_CONST 1 (100000)\nBINARY_OP *\n"
                "STORE_NAME 0 (x)\nLOAD_CONST 2 (None)\nRETURN_VALUE\n");
    compiles_to("1 + 2 + a", "<module>",
                "LOAD_CONST 0 (3)\nLOAD_NAME 0 (a)\nBINARY_OP +\nPOP_TOP\n"
                "LOAD_CONST 1 (None)\nRETURN_VALUE\n");
}

static void equal_constants_of_other_types_stay_apart(void **state) {
    TlRuntime *rt = lang_new();
    TlCode *code = compile(rt, "f(1, 1.0, True, 0.0, -0.0, (1,), (1.0,), "
                               "'a', b'a', 1, 'a', (1,), 0.0)");
    is_repr(rt, tl_incref(tl_from_obj(code->consts)),
            "(1, 1.0, True, 0.0, -0.0, (1,), (1.0,), 'a', b'a', None)");
    tl_release(rt, code);
    lang_free(rt);
}

static void names_are_read_where_they_live(void **state) {
    compiles_to("def f(a):\n"
                "  b = a\n"
                "  def g(): return b, c\n"
                "  del b\n",
                "f",
                "MAKE_CELL 2 (b)\nLOAD_FAST 0 (a)\nSTORE_DEREF 2 (b)\n"
                "LOAD_CLOSURE 2 (b)\nBUILD_TUPLE 1\n"
                "LOAD_CONST 1 (<code f.<locals>.g>)\nMAKE_FUNCTION 8\n"
                "STORE_FAST 1 (g)\nDELETE_DEREF 2 (b)\n"
                "LOAD_CONST 0 (None)\nRETURN_VALUE\n");
    compiles_to("def f(a):\n"
                "  b = a\n"
                "  def g(): return b, c\n",
                "f.<locals>.g",
                "LOAD_DEREF 0 (b)\nLOAD_GLOBAL 0 (c)\nBUILD_TUPLE 2\n"
                "RETURN_VALUE\n");
    compiles_to("def f(x):\n"
                "  class C:\n"
                "    y = x\n",
                "f.<locals>.C",
                "LOAD_NAME 0 (__name__)\nSTORE_NAME 1 (__module__)\n"
                "LOAD_CONST 0 ('f.<locals>.C')\nSTORE_NAME 2 (__qualname__)\n"
                "LOAD_CLASSDEREF 0 (x)\nSTORE_NAME 3 (y)\n"
                "LOAD_CONST 1 (None)\nRETURN_VALUE\n");
}

static void a_captured_parameter_keeps_its_place(void **state) {
    TlRuntime *rt = lang_new();
    TlCode *module = compile(rt, "def f(a, b, *c, d):\n"
                                 "  x = y = 1\n"
                                 "  return lambda: (b, x)\n");
    TlCode *code = find_code(rt, module, "f");
    is_repr(rt, tl_incref(tl_from_obj(code->local_names)),
            "('a', 'b', 'd', 'c', 'y', 'x')");
    assert_int_equal(code->local_kinds[1], TL_LOCAL_CELL);
    assert_int_equal(code->local_kinds[5], TL_LOCAL_CELL);
    assert_int_equal(code->local_kinds[4], TL_LOCAL_PLAIN);
    assert_int_equal(code->argcount, 2);
    assert_int_equal(code->kwonlyargcount, 1);
    assert_int_equal(code->flags,
                     TL_CODE_OPTIMIZED | TL_CODE_NEWLOCALS | TL_CODE_VARARGS);
    is_repr(rt, get(rt, tl_from_obj(code), "co_varnames"),
            "('a', 'b', 'd', 'c', 'y')");
    is_repr(rt, get(rt, tl_from_obj(code), "co_cellvars"), "('b', 'x')");
    TlCode *inner = find_code(rt, module, "f.<locals>.<lambda>");
    assert_int_equal(inner->nfree, 2);
    is_repr(rt, get(rt, tl_from_obj(inner), "co_freevars"), "('b', 'x')");
    tl_release(rt, module);
    lang_free(rt);
}

static void calls_have_three_shapes(void **state) {
    compiles_to("f(a, b=1)", "<module>",
                "LOAD_NAME 0 (f)\nPUSH_NULL\nLOAD_NAME 1 (a)\n"
                "LOAD_CONST 0 (1)\nLOAD_CONST 1 (('b',))\nCALL_KW 2\n"
                "POP_TOP\nLOAD_CONST 2 (None)\nRETURN_VALUE\n");
    compiles_to("a.f(b)", "<module>",
                "LOAD_NAME 0 (a)\nLOAD_METHOD 1 (f)\nLOAD_NAME 2 (b)\n"
                "CALL 1\nPOP_TOP\nLOAD_CONST 0 (None)\nRETURN_VALUE\n");
    compiles_to("f(a, *b, c=1, **d)", "<module>",
                "LOAD_NAME 0 (f)\nPUSH_NULL\nLOAD_NAME 1 (a)\nBUILD_LIST 1\n"
                "LOAD_NAME 2 (b)\nLIST_EXTEND 1\nLIST_TO_TUPLE\n"
                "LOAD_CONST 0 ('c')\nLOAD_CONST 1 (1)\nBUILD_MAP 1\n"
                "LOAD_NAME 3 (d)\nDICT_MERGE 1\nCALL_EX 1\nPOP_TOP\n"
                "LOAD_CONST 2 (None)\nRETURN_VALUE\n");
}

static void conditions_jump_without_making_bools(void **state) {
    compiles_to("if a and not b or c is None: x", "<module>",
                "LOAD_NAME 0 (a)\nPOP_JUMP_IF_FALSE to 4\n"
                "LOAD_NAME 1 (b)\nPOP_JUMP_IF_FALSE to 6\n"
                "LOAD_NAME 2 (c)\nPOP_JUMP_IF_NOT_NONE to 8\n"
                "LOAD_NAME 3 (x)\nPOP_TOP\n"
                "LOAD_CONST 0 (None)\nRETURN_VALUE\n");
    compiles_to("while True:\n  if a: break\n", "<module>",
                "LOAD_NAME 0 (a)\nPOP_JUMP_IF_FALSE to 3\nJUMP to 4\n"
                "JUMP_BACK to 0\nLOAD_CONST 0 (None)\nRETURN_VALUE\n");
}

static void dead_code_is_dropped(void **state) {
    compiles_to("def f():\n"
                "  return 1\n"
                "  print('never')\n",
                "f", "LOAD_CONST 1 (1)\nRETURN_VALUE\n");
    compiles_to("if 0:\n  a\nelse:\n  b\n", "<module>",
                "LOAD_NAME 1 (b)\nPOP_TOP\nLOAD_CONST 0 (None)\n"
                "RETURN_VALUE\n");
}

static void generators_start_with_their_making(void **state) {
    compiles_to("def f(a):\n  yield lambda: a\n", "f",
                "RETURN_GENERATOR\nPOP_TOP\nMAKE_CELL 0 (a)\n"
                "LOAD_CLOSURE 0 (a)\nBUILD_TUPLE 1\n"
                "LOAD_CONST 1 (<code f.<locals>.<lambda>>)\n"
                "MAKE_FUNCTION 8\nYIELD_VALUE\nPOP_TOP\n"
                "LOAD_CONST 0 (None)\nRETURN_VALUE\n");
    compiles_to("async def f(): await a", "f",
                "RETURN_GENERATOR\nPOP_TOP\nLOAD_GLOBAL 0 (a)\n"
                "GET_AWAITABLE 0\nLOAD_CONST 0 (None)\nSEND to 9\n"
                "YIELD_VALUE\nJUMP_BACK to 6\nPOP_TOP\n"
                "LOAD_CONST 0 (None)\nRETURN_VALUE\n");
}

// Every instruction of the body of a try is covered, and its handlers are
// covered by the ones that clean up.
static void the_exception_table_is_innermost_first(void **state) {
    TlRuntime *rt = lang_new();
    TlCode *code = compile(rt, "try:\n"
                               "  a\n"
                               "  try: b\n"
                               "  except C: d\n"
                               "finally: e\n");
    uint32_t seen[5] = {0}; // handlers of the names a to e, first use
    for (uint32_t i = 0; i < code->instr_count; i++) {
        uint32_t word = code->instrs[i];
        if (TL_INSTR_OP(word) == TL_OP_LOAD_NAME) {
            const TlExcEntry *entry = tl_code_handler(code, i);
            uint32_t name = TL_INSTR_ARG(word);
            if (seen[name] == 0) {
                seen[name] = entry != NULL ? entry->target : UINT32_MAX;
            }
        }
    }
    is_repr(rt, tl_incref(tl_from_obj(code->names)),
            "('a', 'b', 'C', 'd', 'e')");
    assert_true(seen[0] != UINT32_MAX && seen[1] != UINT32_MAX);
    assert_true(seen[0] != seen[1]);    // b has the inner handler first
    assert_int_equal(seen[2], seen[3]); // the clause: its clean-up
    assert_true(seen[2] != seen[0] && seen[2] != seen[1]);
    assert_int_equal(seen[4], UINT32_MAX); // the body left normally
    for (uint32_t i = 1; i < code->exc_count; i++) {
        assert_true(code->exc_table[i - 1].end <= code->exc_table[i].start);
    }
    tl_release(rt, code);
    lang_free(rt);
}

// Line, columns of the first [op]; CPython's co_positions() for the same text.
static void position(const char *source, const char *qualname, TlOpcode op,
                     int line, int end_line, int col, int end_col) {
    TlRuntime *rt = lang_new();
    TlCode *module = compile(rt, source);
    const TlCode *code = find_code(rt, module, qualname);
    uint32_t at = 0;
    while (at < code->instr_count && TL_INSTR_OP(code->instrs[at]) != op) {
        at++;
    }
    assert_true(at < code->instr_count);
    const TlCodePos *pos = &code->positions[at];
    assert_int_equal(pos->line, line);
    assert_int_equal(pos->end_line, end_line);
    assert_int_equal(pos->col, col);
    assert_int_equal(pos->end_col, end_col);
    tl_release(rt, module);
    lang_free(rt);
}

static void instructions_know_where_they_come_from(void **state) {
    position("x = f(a)[b + c]", "<module>", TL_OP_CALL, 1, 1, 4, 8);
    position("x = f(a)[b + c]", "<module>", TL_OP_BINARY_OP, 1, 1, 9, 14);
    position("x = f(a)[b + c]", "<module>", TL_OP_BINARY_SUBSCR, 1, 1, 4, 15);
    position("x = (a\n  .b\n  .c)", "<module>", TL_OP_LOAD_ATTR, 2, 2, 3, 4);
    position("x = (a\n  .b(1,\n  2))", "<module>", TL_OP_CALL, 2, 3, 3, 4);
    position("assert a == b, c", "<module>", TL_OP_RAISE_VARARGS, 1, 1, 7, 13);
    position("if a:\n  raise b", "<module>", TL_OP_RAISE_VARARGS, 2, 2, 2, 9);
    position("x.y += 1", "<module>", TL_OP_BINARY_OP, 1, 1, 0, 8);
    position("[a / b for c in d]", "<listcomp>", TL_OP_BINARY_OP, 1, 1, 1, 6);
    position("@d\ndef f(): pass", "<module>", TL_OP_CALL, 1, 1, 1, 2);
}

static void lines_are_traced_only_on_request(void **state) {
    static const char source[] = "def f():\n"
                                 "  'doc'\n"
                                 "  a = 1; b = 2\n"
                                 "  if a:\n"
                                 "    pass\n"
                                 "  elif b: return\n";
    TlRuntime *rt = lang_new();
    int lines[8] = {0}, count = 0;
    TlCode *module = try_compile(rt, source, true);
    const TlCode *code = find_code(rt, module, "f");
    for (uint32_t i = 0; i < code->instr_count; i++) {
        if (TL_INSTR_OP(code->instrs[i]) == TL_OP_TRACE_LINE) {
            lines[count++] = code->positions[i].line;
        }
    }
    tl_release(rt, module);
    static const int want[] = {3, 3, 4, 5, 6, 6};
    assert_int_equal(count, 6);
    assert_memory_equal(lines, want, sizeof want);
    module = compile(rt, source);
    for (uint32_t i = 0; i < module->instr_count; i++) {
        assert_true(TL_INSTR_OP(module->instrs[i]) != TL_OP_TRACE_LINE);
    }
    tl_release(rt, module);
    lang_free(rt);
}

static void qualified_names_say_where_a_definition_stands(void **state) {
    static const char *const names[] = {"f",
                                        "f.<locals>.C",
                                        "f.<locals>.C.m",
                                        "f.<locals>.C.<lambda>",
                                        "f.<locals>.C.m.<locals>.<listcomp>",
                                        "g"};
    TlRuntime *rt = lang_new();
    TlCode *code = compile(rt, "def f():\n"
                               "  class C:\n"
                               "    def m(self): [x for x in y]\n"
                               "    z = lambda: 1\n"
                               "  global g\n"
                               "  def g(): pass\n");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_non_null(find_code(rt, code, names[i]));
    }
    tl_release(rt, code);
    lang_free(rt);
}

static void annotations_may_be_kept_as_text(void **state) {
    TlRuntime *rt = lang_new();
    TlCode *code = compile(rt, "from __future__ import annotations\n"
                               "x: (a+b)*c if d else lambda *,k:k\n"
                               "y: f(a,*b,c=d,**e)[1:2,...]\n"
                               "z: f'{x!r:>{w}}' + \"it's\"\n");
    is_repr(rt, tl_incref(tl_from_obj(code->consts)),
            "(0, ('annotations',), "
            "'(a + b) * c if d else lambda*, k: k', 'x', "
            "'f(a, *b, c=d, **e)[1:2, ...]', 'y', "
            "'f\\'{x!r:>{w}}\\' + \"it\\'s\"', 'z', None)");
    tl_release(rt, code);
    lang_free(rt);
}

// [n] times [piece] between [head] and [tail]; NULL: it raised.
static TlCode *compile_repeated(TlRuntime *rt, const char *head,
                                const char *piece, int n, const char *tail) {
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    tl_buf_append_str(&text, head);
    for (int i = 0; i < n; i++) {
        tl_buf_append_str(&text, piece);
    }
    tl_buf_append_str(&text, tail);
    TlCode *code = try_compile(rt, tl_buf_cstr(&text), false);
    tl_buf_deinit(&text);
    return code;
}

static void repeated(const char *head, const char *piece, int n,
                     const char *tail) {
    TlRuntime *rt = lang_new();
    TlCode *code = compile_repeated(rt, head, piece, n, tail);
    assert_non_null(code);
    tl_release(rt, code);
    lang_free(rt);
}

static void too_deep(const char *head, const char *piece, int n,
                     const char *tail) {
    TlRuntime *rt = lang_new();
    assert_null(compile_repeated(rt, head, piece, n, tail));
    raised(rt, TL_NO_VALUE,
           "RecursionError: maximum recursion depth exceeded during "
           "compilation");
    lang_free(rt);
}

// CPython counts 3000 nodes from the statement to the leaf.
static void chains_may_be_as_long_as_in_cpython(void **state) {
    repeated("x = a", " + a", 2998, "");
    repeated("x = 'a'", " + 'b'", 2998, "");
    repeated("a", ".b()", 1499, "");
    repeated("a", "[0]", 2998, "");
    repeated("if a: pass\n", "elif b: pass\n", 2998, "else: pass\n");
    too_deep("x = a", " + a", 2999, "");
    too_deep("a", "[0]", 2999, "");
    too_deep("if a: pass\n", "elif b: pass\n", 2999, "else: pass\n");
}

static void wide_nodes_have_no_limit(void **state) {
    repeated("x = a", " and b", 5000, "");
    repeated("x = a", " < b", 5000, "");
    repeated("f(", "a,", 5000, ")");
    repeated("f(", "*a,", 5000, ")");
    repeated("x = [", "a,", 5000, "]");
    repeated("x = {", "a: 1,", 5000, "}");
    repeated("x = f'", "{a}", 5000, "'");
}

// However the memory runs out, MemoryError is raised and nothing is left.
static void every_refused_allocation_is_survived(void **state) {
    static const char source[] =
        "def f(a, *b, c=1, **d):\n"
        "  'doc'\n"
        "  async def g():\n"
        "    async with a as x: return [await y async for y in b]\n"
        "  try:\n"
        "    for i in a: f(i, *b, **d)\n"
        "  except E as e: raise\n"
        "  finally: x = {1: f'{a!r}', **d}\n"
        "  match a:\n"
        "    case [1, *r] | {'k': r}: return r\n"
        "class C(B, k=1):\n"
        "  x: int = -1\n"
        "  def m(self): return super().m()\n";
    TlRuntime *rt = lang_new();
    bool refused = true;
    for (int64_t n = 0; refused; n++) {
        tl_alloc_set_failure(&rt->alloc, n, false);
        TlCode *code = try_compile(rt, source, false);
        refused = rt->alloc.fail_after < 0;
        tl_alloc_set_failure(&rt->alloc, -1, false);
        if (code == NULL) {
            assert_true(tl_error_is(rt, rt->exc.MemoryError));
            tl_clear_error(rt);
        }
        tl_release(rt, code);
    }
    lang_free(rt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constants_are_folded),
        cmocka_unit_test(equal_constants_of_other_types_stay_apart),
        cmocka_unit_test(names_are_read_where_they_live),
        cmocka_unit_test(a_captured_parameter_keeps_its_place),
        cmocka_unit_test(calls_have_three_shapes),
        cmocka_unit_test(conditions_jump_without_making_bools),
        cmocka_unit_test(dead_code_is_dropped),
        cmocka_unit_test(generators_start_with_their_making),
        cmocka_unit_test(the_exception_table_is_innermost_first),
        cmocka_unit_test(instructions_know_where_they_come_from),
        cmocka_unit_test(lines_are_traced_only_on_request),
        cmocka_unit_test(qualified_names_say_where_a_definition_stands),
        cmocka_unit_test(annotations_may_be_kept_as_text),
        cmocka_unit_test(chains_may_be_as_long_as_in_cpython),
        cmocka_unit_test(wide_nodes_have_no_limit),
        cmocka_unit_test(every_refused_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
