// test_parser.c — text becomes a tree, or CPython's error.
// SPDX-License-Identifier: MIT
//
// The whole language is compared with CPython by tests/tools/compare_ast.py;
// here are the contracts of the interface and one case of each kind.

#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "lang/parser.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct Fixture {
    TlAlloc alloc;
    TlArena arena;
    TlSyntaxError err;
} Fixture;

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static void begin(Fixture *fix) {
    tl_alloc_init(&fix->alloc, host_realloc, NULL);
    tl_arena_init(&fix->arena, &fix->alloc);
}

static void end(Fixture *fix) {
    tl_arena_deinit(&fix->arena);
    assert_int_equal(fix->alloc.live_bytes, 0);
    tl_alloc_deinit(&fix->alloc);
}

static TlMod *parse_bytes(Fixture *fix, const char *source, size_t len,
                          TlParseMode mode) {
    return tl_parse(&fix->arena, &fix->alloc, source, len, mode, &fix->err);
}

static TlMod *parse(Fixture *fix, const char *source) {
    return parse_bytes(fix, source, strlen(source), TL_PARSE_FILE);
}

static const TlExpr *parse_value(Fixture *fix, const char *source) {
    const TlMod *mod =
        parse_bytes(fix, source, strlen(source), TL_PARSE_EVAL);
    assert_non_null(mod);
    assert_int_equal(mod->kind, TL_MOD_EXPRESSION);
    return mod->expression;
}

static void check_error(const char *source, TlErrorClass cls,
                        const char *message, int line, int col, int end_col) {
    Fixture fix;
    begin(&fix);
    assert_null(parse(&fix, source));
    assert_string_equal(fix.err.message, message);
    assert_int_equal(fix.err.cls, cls);
    assert_int_equal(fix.err.pos.line, line);
    assert_int_equal(fix.err.pos.col, col);
    assert_int_equal(fix.err.pos.end_col, end_col);
    end(&fix);
}

static void parser_dumps_as_ast_dump(void **state) {
    static const char expected[] = "Module(\n"
                                   " body=[\n"
                                   "  Expr(\n"
                                   "   value=UnaryOp(\n"
                                   "    op=Not(),\n"
                                   "    operand=Name(\n"
                                   "     id='a',\n"
                                   "     ctx=Load(),\n"
                                   "     lineno=1,\n"
                                   "     col_offset=4,\n"
                                   "     end_lineno=1,\n"
                                   "     end_col_offset=5),\n"
                                   "    lineno=1,\n"
                                   "    col_offset=0,\n"
                                   "    end_lineno=1,\n"
                                   "    end_col_offset=5),\n"
                                   "   lineno=1,\n"
                                   "   col_offset=0,\n"
                                   "   end_lineno=1,\n"
                                   "   end_col_offset=5)],\n"
                                   " type_ignores=[])";
    Fixture fix;
    TlBuf out;
    begin(&fix);
    tl_buf_init(&out, &fix.alloc);
    const TlMod *mod = parse(&fix, "not a");
    assert_non_null(mod);
    tl_ast_dump(&out, mod);
    assert_string_equal(tl_buf_cstr(&out), expected);
    tl_buf_deinit(&out);
    end(&fix);
}

static void parser_interns_names(void **state) {
    Fixture fix;
    begin(&fix);
    const TlExpr *sum = parse_value(&fix, "abc + x.abc + abd");
    const TlExpr *inner = sum->u.bin_op.left;
    assert_ptr_equal(inner->u.bin_op.left->u.name.id,
                     inner->u.bin_op.right->u.attribute.attr);
    assert_ptr_not_equal(sum->u.bin_op.right->u.name.id,
                         inner->u.bin_op.left->u.name.id);
    end(&fix);
}

static void parser_reads_constants(void **state) {
    Fixture fix;
    begin(&fix);
    const TlConstant *c = &parse_value(&fix, "0x_1F")->u.constant;
    assert_int_equal(c->kind, TL_CONST_INT);
    assert_string_equal(c->text, "0x1F");
    c = &parse_value(&fix, "1_0.5e1")->u.constant;
    assert_true(c->kind == TL_CONST_FLOAT && c->number == 105.0);
    c = &parse_value(&fix, "2j")->u.constant;
    assert_true(c->kind == TL_CONST_IMAGINARY && c->number == 2.0);
    c = &parse_value(&fix, "'a\\0' \"\\udc80\" r'\\n'")->u.constant;
    assert_int_equal(c->kind, TL_CONST_STR);
    assert_int_equal(c->len, 7);
    assert_memory_equal(c->text, "a\0\xED\xB2\x80\\n", 7);
    c = &parse_value(&fix, "b'\\xff\\n'")->u.constant;
    assert_int_equal(c->kind, TL_CONST_BYTES);
    assert_memory_equal(c->text, "\xFF\n", 2);
    c = &parse_value(&fix, "'\\N{em dash}'")->u.constant;
    assert_string_equal(c->text, "\xE2\x80\x94");
    end(&fix);
}

static void parser_gives_fstrings_their_places(void **state) {
    Fixture fix;
    begin(&fix);
    const TlExpr *joined = parse_value(&fix, "f'ab{x = !s:>{w}}'");
    assert_int_equal(joined->u.joined_str.values.len, 2);
    const TlExpr *text = joined->u.joined_str.values.items[0];
    assert_string_equal(text->u.constant.text, "abx = ");
    const TlExpr *field = joined->u.joined_str.values.items[1];
    assert_int_equal(field->u.formatted_value.conversion, 's');
    assert_int_equal(field->u.formatted_value.value->pos.col, 5);
    const TlExpr *spec = field->u.formatted_value.format_spec;
    const TlExpr *width = spec->u.joined_str.values.items[1];
    assert_int_equal(width->u.formatted_value.value->pos.col, 14);
    end(&fix);
}

static void parser_accepts_any_line_end_and_a_mark(void **state) {
    Fixture fix;
    begin(&fix);
    const TlMod *mod = parse(&fix, "\xEF\xBB\xBF# coding: utf8\r\nx\ry\r\nz");
    assert_non_null(mod);
    assert_int_equal(mod->body.len, 3);
    assert_int_equal(mod->body.items[2]->pos.line, 4);
    end(&fix);
}

static void parser_reads_one_interactive_statement(void **state) {
    Fixture fix;
    begin(&fix);
    assert_non_null(parse_bytes(&fix, "x; y", 4, TL_PARSE_SINGLE));
    assert_null(parse_bytes(&fix, "x\ny", 3, TL_PARSE_SINGLE));
    assert_string_equal(
        fix.err.message,
        "multiple statements found while compiling a single statement");
    end(&fix);
}

static void parser_refuses_what_is_no_text(void **state) {
    Fixture fix;
    begin(&fix);
    assert_null(parse_bytes(&fix, "a\0b", 3, TL_PARSE_FILE));
    assert_string_equal(fix.err.message,
                        "source code string cannot contain null bytes");
    assert_null(parse(&fix, "x\n\xFF"));
    assert_int_equal(fix.err.cls, TL_ERROR_SYNTAX);
    assert_string_equal(
        fix.err.message,
        "Non-UTF-8 code starting with '\\xff' on line 2, but no encoding "
        "declared; see https://peps.python.org/pep-0263/ for details");
    assert_null(parse(&fix, "# coding: cp500\n"));
    assert_string_equal(fix.err.message, "unknown encoding: cp500");
    end(&fix);
}

static void parser_words_errors_as_cpython(void **state) {
    check_error("x = (a b)\n", TL_ERROR_SYNTAX,
                "invalid syntax. Perhaps you forgot a comma?", 1, 5, 8);
    check_error("if x:\ny\n", TL_ERROR_INDENTATION,
                "expected an indented block after 'if' statement on line 1", 2,
                0, 1);
    check_error("f() = 1\n", TL_ERROR_SYNTAX,
                "cannot assign to function call here. Maybe you meant '==' "
                "instead of '='?",
                1, 0, 3);
    check_error("f(a=1, b)\n", TL_ERROR_SYNTAX,
                "positional argument follows keyword argument", 1, 8, 9);
    check_error("print 'x'\n", TL_ERROR_SYNTAX,
                "Missing parentheses in call to 'print'. Did you mean "
                "print(...)?",
                1, 0, 9);
    check_error("\xC3\xA9 = \xC3\xA9 b\n", TL_ERROR_SYNTAX, "invalid syntax",
                1, 6, 7);
    check_error("f'{a b}'\n", TL_ERROR_SYNTAX,
                "f-string: invalid syntax. Perhaps you forgot a comma?", 1, 1,
                4);
}

static void parser_lets_broken_text_win(void **state) {
    check_error("x y\n'abc\n", TL_ERROR_SYNTAX,
                "unterminated string literal (detected at line 2)", 2, 0, 0);
    check_error("x = (1,\ny = 2\n", TL_ERROR_SYNTAX, "'(' was never closed",
                1, 4, -1);
}

// [unit] repeated [count] times between [before] and [after].
static char *repeat(const char *before, const char *unit, int count,
                    const char *after) {
    size_t len = strlen(unit) * (size_t)count;
    char *text = malloc(strlen(before) + len + strlen(after) + 1);
    char *at = text + strlen(strcpy(text, before));
    for (int i = 0; i < count; i++) {
        at = memcpy(at, unit, strlen(unit));
        at += strlen(unit);
    }
    strcpy(at, after);
    return text;
}

static void check_long(const char *before, const char *unit, int count,
                       const char *after, TlErrorClass expected) {
    Fixture fix;
    begin(&fix);
    char *text = repeat(before, unit, count, after);
    const TlMod *mod = parse(&fix, text);
    assert_int_equal(mod == NULL, expected != TL_ERROR_NONE);
    assert_int_equal(fix.err.cls, expected);
    free(text);
    end(&fix);
}

static void parser_loops_over_chains(void **state) {
    check_long("x = a", " + a", 100000, "\n", TL_ERROR_NONE);
    check_long("x = a", ".a", 100000, "\n", TL_ERROR_NONE);
    check_long("x = a", " < a", 100000, "\n", TL_ERROR_NONE);
    check_long("if a: b\n", "elif a: b\n", 5000, "", TL_ERROR_NONE);
}

static void parser_bounds_its_depth(void **state) {
    check_long("x = ", "-", 10000, "1\n", TL_ERROR_RECURSION);
    check_long("x = ", "lambda: ", 10000, "1\n", TL_ERROR_RECURSION);
    check_long("", "(", 201, "\n", TL_ERROR_SYNTAX);
    check_long("(", "a ", 10000, ")\n", TL_ERROR_SYNTAX);
    check_long("", "f({a:[", 60, "$\n", TL_ERROR_SYNTAX);
}

// Parses with the [n]th allocation refused; true when nothing was refused.
static bool parse_with_failure(const char *source, int64_t n) {
    Fixture fix;
    begin(&fix);
    tl_alloc_set_failure(&fix.alloc, n, true);
    const TlMod *mod = parse(&fix, source);
    bool is_through = mod != NULL || fix.err.cls != TL_ERROR_MEMORY;
    tl_alloc_set_failure(&fix.alloc, -1, false);
    end(&fix);
    return is_through;
}

static void parser_survives_refused_memory(void **state) {
    static const char *const sources[] = {
        "def f(a, *b: c, d=1, **e) -> g:\n"
        "    x = [i for i in f'{a!r:>{w}}' 'b' if i], {1: 2, **c}, (3,)\n"
        "    match x:\n"
        "        case A(b, c=[d, *_]) | {'k': v, **r}: y[1:2, 3] = a < b < c\n"
        "import a.b as c\n"
        "with (a as b, c): f(*a, k=1)\n",
        "x = {1: 2, 3 4}\nf(a for b in c, d)\n",
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        int64_t n = 0;
        while (!parse_with_failure(sources[i], n)) {
            n++;
        }
        assert_true(n > 5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parser_dumps_as_ast_dump),
        cmocka_unit_test(parser_interns_names),
        cmocka_unit_test(parser_reads_constants),
        cmocka_unit_test(parser_gives_fstrings_their_places),
        cmocka_unit_test(parser_accepts_any_line_end_and_a_mark),
        cmocka_unit_test(parser_reads_one_interactive_statement),
        cmocka_unit_test(parser_refuses_what_is_no_text),
        cmocka_unit_test(parser_words_errors_as_cpython),
        cmocka_unit_test(parser_lets_broken_text_win),
        cmocka_unit_test(parser_loops_over_chains),
        cmocka_unit_test(parser_bounds_its_depth),
        cmocka_unit_test(parser_survives_refused_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
