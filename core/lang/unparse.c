// unparse.c — an expression as text, for annotations that are kept as text.
// SPDX-License-Identifier: MIT
//
// `from __future__ import annotations` stores what this prints. Spaces and
// parentheses are CPython's: each operator has a rank, and an operand of lower
// rank than its place asks for is put in parentheses.
#include "lang/compile_impl.h"

#include "base/numfmt.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

#include <math.h>
#include <string.h>

// From weakest to strongest binding.
typedef enum Rank {
    RANK_TUPLE,
    RANK_TEST, // if-else, lambda
    RANK_OR,
    RANK_AND,
    RANK_NOT,
    RANK_COMPARE,
    RANK_BIT_OR,
    RANK_BIT_XOR,
    RANK_BIT_AND,
    RANK_SHIFT,
    RANK_SUM,
    RANK_TERM,
    RANK_FACTOR,
    RANK_POWER,
    RANK_AWAIT,
    RANK_ATOM
} Rank;

#define RANK_EXPR RANK_BIT_OR

typedef struct Printer {
    TlBuf *out;
    TlRuntime *rt;
    int depth;
} Printer;

static void print(Printer *p, const TlExpr *e, Rank rank);

static void put(Printer *p, const char *text) {
    tl_buf_append_str(p->out, text);
}

static void put_if(Printer *p, bool condition, const char *text) {
    if (condition) {
        put(p, text);
    }
}

static void print_list(Printer *p, TlExprList list, Rank rank) {
    for (int i = 0; i < list.len; i++) {
        put_if(p, i > 0, ", ");
        print(p, list.items[i], rank);
    }
}

// --- Operators --------------------------------------------------------------

static void print_bool_op(Printer *p, const TlExpr *e, Rank rank) {
    bool and = e->u.bool_op.op == TL_BOOL_AND;
    Rank own = and? RANK_AND : RANK_OR;
    put_if(p, rank > own, "(");
    for (int i = 0; i < e->u.bool_op.values.len; i++) {
        put_if(p, i > 0, and? " and " : " or ");
        print(p, e->u.bool_op.values.items[i], own + 1);
    }
    put_if(p, rank > own, ")");
}

static void print_bin_op(Printer *p, const TlExpr *e, Rank rank) {
    static const struct {
        const char *text;
        Rank rank;
    } ops[] = {
        [TL_BINOP_ADD] = {" + ", RANK_SUM},
        [TL_BINOP_SUB] = {" - ", RANK_SUM},
        [TL_BINOP_MULT] = {" * ", RANK_TERM},
        [TL_BINOP_MAT_MULT] = {" @ ", RANK_TERM},
        [TL_BINOP_DIV] = {" / ", RANK_TERM},
        [TL_BINOP_MOD] = {" % ", RANK_TERM},
        [TL_BINOP_POW] = {" ** ", RANK_POWER},
        [TL_BINOP_L_SHIFT] = {" << ", RANK_SHIFT},
        [TL_BINOP_R_SHIFT] = {" >> ", RANK_SHIFT},
        [TL_BINOP_BIT_OR] = {" | ", RANK_BIT_OR},
        [TL_BINOP_BIT_XOR] = {" ^ ", RANK_BIT_XOR},
        [TL_BINOP_BIT_AND] = {" & ", RANK_BIT_AND},
        [TL_BINOP_FLOOR_DIV] = {" // ", RANK_TERM},
    };
    TlBinOp op = e->u.bin_op.op;
    Rank own = ops[op].rank;
    bool right = op == TL_BINOP_POW; // associates to the right
    put_if(p, rank > own, "(");
    print(p, e->u.bin_op.left, own + right);
    put(p, ops[op].text);
    print(p, e->u.bin_op.right, own + !right);
    put_if(p, rank > own, ")");
}

static void print_unary_op(Printer *p, const TlExpr *e, Rank rank) {
    static const char *const ops[] = {[TL_UNARY_INVERT] = "~",
                                      [TL_UNARY_NOT] = "not ",
                                      [TL_UNARY_U_ADD] = "+",
                                      [TL_UNARY_U_SUB] = "-"};
    Rank own = e->u.unary_op.op == TL_UNARY_NOT ? RANK_NOT : RANK_FACTOR;
    put_if(p, rank > own, "(");
    put(p, ops[e->u.unary_op.op]);
    print(p, e->u.unary_op.operand, own);
    put_if(p, rank > own, ")");
}

static void print_compare(Printer *p, const TlExpr *e, Rank rank) {
    static const char *const ops[] = {
        [TL_CMP_EQ] = " == ", [TL_CMP_NOT_EQ] = " != ",
        [TL_CMP_LT] = " < ",  [TL_CMP_LT_E] = " <= ",
        [TL_CMP_GT] = " > ",  [TL_CMP_GT_E] = " >= ",
        [TL_CMP_IS] = " is ", [TL_CMP_IS_NOT] = " is not ",
        [TL_CMP_IN] = " in ", [TL_CMP_NOT_IN] = " not in "};
    put_if(p, rank > RANK_COMPARE, "(");
    print(p, e->u.compare.left, RANK_COMPARE + 1);
    for (int i = 0; i < e->u.compare.comparators.len; i++) {
        put(p, ops[e->u.compare.ops[i]]);
        print(p, e->u.compare.comparators.items[i], RANK_COMPARE + 1);
    }
    put_if(p, rank > RANK_COMPARE, ")");
}

static void print_if_exp(Printer *p, const TlExpr *e, Rank rank) {
    put_if(p, rank > RANK_TEST, "(");
    print(p, e->u.if_exp.body, RANK_TEST + 1);
    put(p, " if ");
    print(p, e->u.if_exp.test, RANK_TEST + 1);
    put(p, " else ");
    print(p, e->u.if_exp.orelse, RANK_TEST);
    put_if(p, rank > RANK_TEST, ")");
}

// --- Lambdas ----------------------------------------------------------------

static void print_parameter(Printer *p, bool *first, const char *star,
                            const TlArg *arg, const TlExpr *value) {
    put_if(p, !*first, ", ");
    *first = false;
    put(p, star);
    put_if(p, arg != NULL, arg != NULL ? arg->arg->text : "");
    if (value != NULL) {
        put(p, "=");
        print(p, value, RANK_TEST);
    }
}

static void print_parameters(Printer *p, const TlArguments *args) {
    bool first = true;
    int positional = args->posonlyargs.len + args->args.len;
    for (int i = 0; i < positional; i++) {
        int k = i - args->posonlyargs.len;
        int d = i - (positional - args->defaults.len);
        print_parameter(p, &first, "",
                        k < 0 ? args->posonlyargs.items[i]
                              : args->args.items[k],
                        d < 0 ? NULL : args->defaults.items[d]);
        put_if(p, i + 1 == args->posonlyargs.len, ", /");
    }
    if (args->vararg != NULL || args->kwonlyargs.len > 0) {
        print_parameter(p, &first, "*", args->vararg, NULL);
    }
    for (int i = 0; i < args->kwonlyargs.len; i++) {
        print_parameter(p, &first, "", args->kwonlyargs.items[i],
                        args->kw_defaults.items[i]);
    }
    if (args->kwarg != NULL) {
        print_parameter(p, &first, "**", args->kwarg, NULL);
    }
}

static void print_lambda(Printer *p, const TlExpr *e, Rank rank) {
    const TlArguments *args = e->u.lambda.args;
    bool positional = args->posonlyargs.len + args->args.len > 0;
    put_if(p, rank > RANK_TEST, "(");
    put(p, positional ? "lambda " : "lambda");
    print_parameters(p, args);
    put(p, ": ");
    print(p, e->u.lambda.body, RANK_TEST);
    put_if(p, rank > RANK_TEST, ")");
}

// --- Displays and comprehensions --------------------------------------------

static void print_tuple(Printer *p, const TlExpr *e, Rank rank) {
    TlExprList elts = e->u.list.elts;
    if (elts.len == 0) {
        put(p, "()");
        return;
    }
    put_if(p, rank > RANK_TUPLE, "(");
    print_list(p, elts, RANK_TEST);
    put_if(p, elts.len == 1, ",");
    put_if(p, rank > RANK_TUPLE, ")");
}

static void print_dict(Printer *p, const TlExpr *e) {
    put(p, "{");
    for (int i = 0; i < e->u.dict.values.len; i++) {
        put_if(p, i > 0, ", ");
        if (e->u.dict.keys.items[i] == NULL) {
            put(p, "**");
            print(p, e->u.dict.values.items[i], RANK_EXPR);
        } else {
            print(p, e->u.dict.keys.items[i], RANK_TEST);
            put(p, ": ");
            print(p, e->u.dict.values.items[i], RANK_TEST);
        }
    }
    put(p, "}");
}

static void print_loops(Printer *p, TlComprehensionList loops) {
    for (int i = 0; i < loops.len; i++) {
        const TlComprehension *loop = loops.items[i];
        put(p, loop->is_async ? " async for " : " for ");
        print(p, loop->target, RANK_TUPLE);
        put(p, " in ");
        print(p, loop->iter, RANK_TEST + 1);
        for (int k = 0; k < loop->ifs.len; k++) {
            put(p, " if ");
            print(p, loop->ifs.items[k], RANK_TEST + 1);
        }
    }
}

static void print_comp(Printer *p, const TlExpr *e, const char *open,
                       const char *close) {
    put(p, open);
    print(p, e->u.comp.elt, RANK_TEST);
    print_loops(p, e->u.comp.generators);
    put(p, close);
}

static void print_dict_comp(Printer *p, const TlExpr *e) {
    put(p, "{");
    print(p, e->u.dict_comp.key, RANK_TEST);
    put(p, ": ");
    print(p, e->u.dict_comp.value, RANK_TEST);
    print_loops(p, e->u.dict_comp.generators);
    put(p, "}");
}

// --- Calls, attributes, subscripts ------------------------------------------

static void print_call(Printer *p, const TlExpr *e) {
    TlExprList args = e->u.call.args;
    TlKeywordList keywords = e->u.call.keywords;
    print(p, e->u.call.func, RANK_ATOM);
    if (args.len == 1 && keywords.len == 0 &&
        args.items[0]->kind == TL_EXPR_GENERATOR_EXP) {
        print(p, args.items[0], RANK_TUPLE); // has its own parentheses
        return;
    }
    put(p, "(");
    print_list(p, args, RANK_TEST);
    for (int i = 0; i < keywords.len; i++) {
        const TlKeyword *keyword = keywords.items[i];
        put_if(p, args.len + i > 0, ", ");
        put(p, keyword->arg != NULL ? keyword->arg->text : "**");
        put_if(p, keyword->arg != NULL, "=");
        print(p, keyword->value, RANK_TEST);
    }
    put(p, ")");
}

static void print_attribute(Printer *p, const TlExpr *e) {
    const TlExpr *value = e->u.attribute.value;
    print(p, value, RANK_ATOM);
    bool integer = value->kind == TL_EXPR_CONSTANT &&
                   value->u.constant.kind == TL_CONST_INT;
    put(p, integer ? " ." : "."); // 1 .real
    put(p, e->u.attribute.attr->text);
}

static void print_slice(Printer *p, const TlExpr *e) {
    if (e->u.slice.lower != NULL) {
        print(p, e->u.slice.lower, RANK_TEST);
    }
    put(p, ":");
    if (e->u.slice.upper != NULL) {
        print(p, e->u.slice.upper, RANK_TEST);
    }
    if (e->u.slice.step != NULL) {
        put(p, ":");
        print(p, e->u.slice.step, RANK_TEST);
    }
}

// --- Constants and f-strings ------------------------------------------------

static void put_value(Printer *p, TlValue value) {
    TlValue text = tl_has_value(value) ? tl_repr(p->rt, value) : TL_NO_VALUE;
    if (tl_has_value(text)) {
        tl_str_append_to(p->out, tl_as_str(text));
    } else {
        p->out->failed = true;
    }
    tl_decref(p->rt, text);
    tl_decref(p->rt, value);
}

static void put_number(Printer *p, double number) {
    if (isinf(number)) {
        put(p, "1e309"); // reads back as infinity
    } else {
        tl_format_repr(p->out, number);
    }
}

static void print_constant(Printer *p, const TlConstant *k) {
    switch (k->kind) {
    case TL_CONST_NONE: put(p, "None"); break;
    case TL_CONST_TRUE: put(p, "True"); break;
    case TL_CONST_FALSE: put(p, "False"); break;
    case TL_CONST_ELLIPSIS: put(p, "..."); break;
    case TL_CONST_INT:
        put_value(p, tl_int_parse(p->rt, k->text, k->len, 0));
        break;
    case TL_CONST_FLOAT: put_number(p, k->number); break;
    case TL_CONST_IMAGINARY:
        if (isinf(k->number)) {
            put(p, "1e309");
        } else {
            tl_format_double(p->out, k->number, 'r', 0, 0);
        }
        put(p, "j");
        break;
    case TL_CONST_STR:
        put_if(p, k->u_prefix, "u");
        put_value(p, tl_str_from_utf8(p->rt, k->text, k->len));
        break;
    case TL_CONST_BYTES:
        put_value(p, tl_bytes_new(p->rt, k->text, k->len));
        break;
    }
}

static void fstring_part(Printer *p, const TlExpr *e, bool is_spec);

static void fstring_parts(Printer *p, TlExprList values, bool is_spec) {
    for (int i = 0; i < values.len; i++) {
        fstring_part(p, values.items[i], is_spec);
    }
}

static void fstring_value(Printer *p, const TlExpr *e) {
    TlBuf text;
    tl_buf_init(&text, &p->rt->alloc);
    Printer inner = {.out = &text, .rt = p->rt, .depth = p->depth};
    print(&inner, e->u.formatted_value.value, RANK_TEST + 1);
    put(p, text.len > 0 && text.data[0] == '{' ? "{ " : "{");
    if (text.failed) {
        p->out->failed = true;
    } else if (text.len > 0) {
        tl_buf_append(p->out, text.data, text.len);
    }
    tl_buf_deinit(&text);
    if (e->u.formatted_value.conversion > 0) {
        tl_buf_append_char(p->out, '!');
        tl_buf_append_char(p->out, (char)e->u.formatted_value.conversion);
    }
    const TlExpr *spec = e->u.formatted_value.format_spec;
    if (spec != NULL) {
        put(p, ":");
        fstring_part(p, spec, true);
    }
    put(p, "}");
}

static void fstring_part(Printer *p, const TlExpr *e, bool is_spec) {
    if (e->kind == TL_EXPR_JOINED_STR) {
        fstring_parts(p, e->u.joined_str.values, is_spec);
    } else if (e->kind == TL_EXPR_FORMATTED_VALUE) {
        fstring_value(p, e);
    } else if (e->kind == TL_EXPR_CONSTANT) {
        const TlConstant *k = &e->u.constant;
        for (size_t i = 0; i < k->len; i++) {
            char c = k->text[i];
            tl_buf_append_char(p->out, c);
            if (c == '{' || c == '}') {
                tl_buf_append_char(p->out, c);
            }
        }
    }
}

// The text between the quotes is collected and then quoted as any str is.
static void print_fstring(Printer *p, const TlExpr *e) {
    TlBuf text;
    tl_buf_init(&text, &p->rt->alloc);
    Printer inner = {.out = &text, .rt = p->rt, .depth = p->depth};
    fstring_part(&inner, e, false);
    put(p, "f");
    put_value(p,
              tl_raised(p->rt) ? TL_NO_VALUE : tl_str_from_buf(p->rt, &text));
    tl_buf_deinit(&text);
}

// --- Dispatch ---------------------------------------------------------------

static void print_await(Printer *p, const TlExpr *e, Rank rank) {
    put_if(p, rank > RANK_AWAIT, "(");
    put(p, "await ");
    print(p, e->u.await.value, RANK_ATOM);
    put_if(p, rank > RANK_AWAIT, ")");
}

static void print_yield(Printer *p, const TlExpr *e) {
    bool from = e->kind == TL_EXPR_YIELD_FROM;
    const TlExpr *value = from ? e->u.await.value : e->u.yield.value;
    put(p, from ? "(yield from " : value != NULL ? "(yield " : "(yield");
    if (value != NULL) {
        print(p, value, from ? RANK_TEST : RANK_TUPLE);
    }
    put(p, ")");
}

static void print_node(Printer *p, const TlExpr *e, Rank rank) {
    switch (e->kind) {
    case TL_EXPR_BOOL_OP: print_bool_op(p, e, rank); break;
    case TL_EXPR_NAMED_EXPR:
        put_if(p, rank > RANK_TUPLE, "(");
        print(p, e->u.named_expr.target, RANK_ATOM);
        put(p, " := ");
        print(p, e->u.named_expr.value, RANK_ATOM);
        put_if(p, rank > RANK_TUPLE, ")");
        break;
    case TL_EXPR_BIN_OP: print_bin_op(p, e, rank); break;
    case TL_EXPR_UNARY_OP: print_unary_op(p, e, rank); break;
    case TL_EXPR_LAMBDA: print_lambda(p, e, rank); break;
    case TL_EXPR_IF_EXP: print_if_exp(p, e, rank); break;
    case TL_EXPR_DICT: print_dict(p, e); break;
    case TL_EXPR_SET:
        put(p, "{");
        print_list(p, e->u.set.elts, RANK_TEST);
        put(p, "}");
        break;
    case TL_EXPR_LIST_COMP: print_comp(p, e, "[", "]"); break;
    case TL_EXPR_SET_COMP: print_comp(p, e, "{", "}"); break;
    case TL_EXPR_GENERATOR_EXP: print_comp(p, e, "(", ")"); break;
    case TL_EXPR_DICT_COMP: print_dict_comp(p, e); break;
    case TL_EXPR_AWAIT: print_await(p, e, rank); break;
    case TL_EXPR_YIELD:
    case TL_EXPR_YIELD_FROM: print_yield(p, e); break;
    case TL_EXPR_COMPARE: print_compare(p, e, rank); break;
    case TL_EXPR_CALL: print_call(p, e); break;
    case TL_EXPR_FORMATTED_VALUE:
    case TL_EXPR_JOINED_STR: print_fstring(p, e); break;
    case TL_EXPR_CONSTANT: print_constant(p, &e->u.constant); break;
    case TL_EXPR_ATTRIBUTE: print_attribute(p, e); break;
    case TL_EXPR_SUBSCRIPT:
        print(p, e->u.subscript.value, RANK_ATOM);
        put(p, "[");
        print(p, e->u.subscript.slice, RANK_TUPLE);
        put(p, "]");
        break;
    case TL_EXPR_STARRED:
        put(p, "*");
        print(p, e->u.starred.value, RANK_EXPR);
        break;
    case TL_EXPR_NAME: put(p, e->u.name.id->text); break;
    case TL_EXPR_LIST:
        put(p, "[");
        print_list(p, e->u.list.elts, RANK_TEST);
        put(p, "]");
        break;
    case TL_EXPR_TUPLE: print_tuple(p, e, rank); break;
    case TL_EXPR_SLICE: print_slice(p, e); break;
    }
}

static void print(Printer *p, const TlExpr *e, Rank rank) {
    if (p->depth >= TL_COMPILE_MAX_DEPTH) {
        if (!tl_raised(p->rt)) {
            tl_raise(p->rt, p->rt->exc.RecursionError,
                     "maximum recursion depth exceeded during compilation");
        }
        p->out->failed = true;
        return;
    }
    p->depth++;
    print_node(p, e, rank);
    p->depth--;
}

TlValue tl_unparse(TlRuntime *rt, const TlExpr *e) {
    TlBuf text;
    tl_buf_init(&text, &rt->alloc);
    Printer p = {.out = &text, .rt = rt};
    print(&p, e, RANK_TEST);
    TlValue str = tl_raised(rt) ? TL_NO_VALUE : tl_str_from_buf(rt, &text);
    tl_buf_deinit(&text);
    return str;
}
