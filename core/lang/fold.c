// fold.c — values known at compile time.
// SPDX-License-Identifier: MIT
//
// What CPython's optimiser folds and somebody would miss: arithmetic on
// constants, tuples of constants, `not`, displays used as iterables. What
// raises is left to the run; what would grow is not folded, with CPython's
// bounds: 128 bits for ints, 256 items, 4096 characters.
#include "lang/compile_impl.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

#include <string.h>

#define MAX_INT_BITS 128
#define MAX_ITEMS    256
#define MAX_TEXT     4096

// --- Constants of the tree --------------------------------------------------

static TlValue int_value(TlCompiler *c, const TlExpr *e) {
    const TlConstant *k = &e->u.constant;
    TlRuntime *rt = c->rt;
    TlValue value = tl_int_parse(rt, k->text, k->len, 0);
    if (tl_has_value(value) || !tl_error_is(rt, rt->exc.ValueError)) {
        return value;
    }
    TlValue exc = tl_fetch(rt);
    TlValue text = tl_str(rt, exc);
    size_t len;
    const char *reason =
        tl_has_value(text) ? tl_str_utf8(rt, tl_as_str(text), &len) : NULL;
    if (reason != NULL) {
        tl_c_error_at(c, (TlPos){e->pos.line, -1, e->pos.line, -1},
                      "%s - Consider hexadecimal for huge integer literals to "
                      "avoid decimal conversion limits.",
                      reason);
    }
    tl_decref(rt, text);
    tl_decref(rt, exc);
    return TL_NO_VALUE;
}

// Texts that look like names are interned, as CPython does it.
static TlValue str_value(TlCompiler *c, const TlConstant *k) {
    for (size_t i = 0; i < k->len; i++) {
        char ch = k->text[i];
        bool word = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
                    (ch >= '0' && ch <= '9') || ch == '_';
        if (!word) {
            return tl_str_from_utf8(c->rt, k->text, k->len);
        }
    }
    TlStr *str = tl_intern_utf8(c->rt, k->text, k->len);
    return str != NULL ? tl_from_obj(str) : TL_NO_VALUE;
}

TlValue tl_const_value(TlCompiler *c, const TlExpr *e) {
    const TlConstant *k = &e->u.constant;
    TlValue value = TL_NONE;
    switch (k->kind) {
    case TL_CONST_NONE: return TL_NONE;
    case TL_CONST_TRUE: return TL_TRUE;
    case TL_CONST_FALSE: return TL_FALSE;
    case TL_CONST_ELLIPSIS: return TL_ELLIPSIS;
    case TL_CONST_FLOAT: return tl_from_double(k->number);
    case TL_CONST_INT: value = int_value(c, e); break;
    case TL_CONST_STR: value = str_value(c, k); break;
    case TL_CONST_BYTES: value = tl_bytes_new(c->rt, k->text, k->len); break;
    case TL_CONST_IMAGINARY:
        tl_c_error_at(c, e->pos, "complex numbers are not supported");
        return TL_NO_VALUE;
    }
    if (!tl_has_value(value) && !c->failed) {
        tl_c_raised(c);
    }
    return value;
}

// --- Operators --------------------------------------------------------------

TlBinaryOp tl_binary_op_of(TlBinOp op) {
    static const uint8_t ops[] = {
        [TL_BINOP_ADD] = TL_BIN_ADD,
        [TL_BINOP_SUB] = TL_BIN_SUB,
        [TL_BINOP_MULT] = TL_BIN_MUL,
        [TL_BINOP_MAT_MULT] = TL_BIN_MATMUL,
        [TL_BINOP_DIV] = TL_BIN_TRUEDIV,
        [TL_BINOP_MOD] = TL_BIN_MOD,
        [TL_BINOP_POW] = TL_BIN_POW,
        [TL_BINOP_L_SHIFT] = TL_BIN_LSHIFT,
        [TL_BINOP_R_SHIFT] = TL_BIN_RSHIFT,
        [TL_BINOP_BIT_OR] = TL_BIN_OR,
        [TL_BINOP_BIT_XOR] = TL_BIN_XOR,
        [TL_BINOP_BIT_AND] = TL_BIN_AND,
        [TL_BINOP_FLOOR_DIV] = TL_BIN_FLOORDIV,
    };
    return (TlBinaryOp)ops[op];
}

// An upper bound of the bits of |v|.
static int64_t int_bits(TlRef v) {
    int64_t small;
    if (!tl_int_to_i64(v, &small)) {
        return (int64_t)((const TlInt *)tl_as_obj(v))->ndigits * 30;
    }
    int64_t bits = 0;
    for (uint64_t rest = small < 0 ? 0 - (uint64_t)small : (uint64_t)small;
         rest != 0; rest >>= 1) {
        bits++;
    }
    return bits;
}

static bool product_is_small(TlRef left, TlRef right) {
    if (tl_is_int(left) && tl_is_int(right)) {
        return int_bits(left) + int_bits(right) <= MAX_INT_BITS;
    }
    TlRef seq = tl_is_int(left) ? right : left;
    TlRef times = tl_is_int(left) ? left : right;
    int64_t n = 0;
    if (!tl_is_int(times) || tl_is_double(seq)) {
        return true; // a number, or an error to be left alone
    }
    if (!tl_int_to_i64(times, &n) || n < 0) {
        return false;
    }
    int64_t len = 1;
    int64_t max = MAX_TEXT;
    if (tl_is_tuple(seq)) {
        len = tl_as_tuple(seq)->len;
        max = MAX_ITEMS;
    } else if (tl_is_str(seq)) {
        len = tl_as_str(seq)->len;
    } else if (tl_is_bytes(seq)) {
        len = ((const TlBytes *)tl_as_obj(seq))->len;
    }
    return len == 0 || n <= max / len;
}

// Whether the result of the operation is bounded.
static bool is_safe(TlBinOp op, TlRef left, TlRef right) {
    int64_t n = 0;
    bool ints = tl_is_int(left) && tl_is_int(right);
    switch (op) {
    case TL_BINOP_MULT: return product_is_small(left, right);
    case TL_BINOP_POW:
        return !ints || (tl_int_to_i64(right, &n) && n <= MAX_INT_BITS &&
                         (n <= 0 || int_bits(left) <= MAX_INT_BITS / n));
    case TL_BINOP_L_SHIFT:
        return !ints ||
               (tl_int_to_i64(right, &n) && n >= 0 && n <= MAX_INT_BITS &&
                int_bits(left) + n <= MAX_INT_BITS);
    case TL_BINOP_MOD:
        return !tl_is_str(left) && !tl_is_bytes(left); // formatting
    default: return true;
    }
}

// Numbers only, and joining of equal sequences: nothing else is worth it.
static bool is_foldable(TlRef v) {
    return tl_is_int(v) || tl_is_float(v) || tl_is_str(v) || tl_is_bytes(v) ||
           tl_is_tuple(v);
}

TlValue tl_fold_binary(TlCompiler *c, TlBinOp op, TlRef left, TlRef right) {
    if (!is_foldable(left) || !is_foldable(right) ||
        !is_safe(op, left, right)) {
        return TL_NO_VALUE;
    }
    TlValue value = tl_binary(c->rt, left, right, tl_binary_op_of(op));
    if (!tl_has_value(value)) {
        tl_clear_error(c->rt); // the program will raise it, if it gets there
    }
    return value;
}

static TlValue fold_unary(TlCompiler *c, const TlExpr *e) {
    TlValue operand = tl_fold(c, e->u.unary_op.operand);
    if (!tl_has_value(operand)) {
        return TL_NO_VALUE;
    }
    TlValue value = TL_NO_VALUE;
    bool number = tl_is_int(operand) || tl_is_float(operand);
    if (e->u.unary_op.op == TL_UNARY_NOT) {
        int truth = tl_truth(c->rt, operand);
        value = truth < 0 ? TL_NO_VALUE : tl_bool(truth == 0);
    } else if (number && e->u.unary_op.op == TL_UNARY_U_SUB) {
        value = tl_neg(c->rt, operand);
    } else if (number && e->u.unary_op.op == TL_UNARY_U_ADD) {
        value = tl_pos(c->rt, operand);
    } else if (number) {
        value = tl_invert(c->rt, operand);
    }
    tl_decref(c->rt, operand);
    if (tl_raised(c->rt)) {
        tl_clear_error(c->rt);
    }
    return value;
}

// The left spine is walked, not recursed into.
static TlValue fold_bin_op(TlCompiler *c, const TlExpr *e) {
    size_t mark = c->spine.len;
    for (; e->kind == TL_EXPR_BIN_OP; e = e->u.bin_op.left) {
        if (!tl_ptrbuf_push(&c->spine, (void *)e)) {
            tl_c_memory(c);
            break;
        }
    }
    TlValue value = tl_fold(c, e);
    while (c->spine.len > mark) {
        const TlExpr *node = tl_ptrbuf_pop(&c->spine);
        TlValue right = tl_has_value(value) ? tl_fold(c, node->u.bin_op.right)
                                            : TL_NO_VALUE;
        TlValue left = value;
        value = tl_has_value(right)
                    ? tl_fold_binary(c, node->u.bin_op.op, left, right)
                    : TL_NO_VALUE;
        tl_decref(c->rt, left);
        tl_decref(c->rt, right);
    }
    return value;
}

// --- Collections ------------------------------------------------------------

TlValue tl_fold_tuple(TlCompiler *c, TlExprList list) {
    for (int i = 0; i < list.len; i++) { // the cheap test first
        TlExprKind kind = list.items[i]->kind;
        if (kind != TL_EXPR_CONSTANT && kind != TL_EXPR_TUPLE &&
            kind != TL_EXPR_UNARY_OP && kind != TL_EXPR_BIN_OP &&
            kind != TL_EXPR_NAME) {
            return TL_NO_VALUE;
        }
    }
    TlTuple *tuple = tl_tuple_new(c->rt, list.len);
    if (tuple == NULL) {
        tl_c_raised(c);
        return TL_NO_VALUE;
    }
    for (int i = 0; i < list.len; i++) {
        tuple->items[i] = tl_fold(c, list.items[i]);
        if (!tl_has_value(tuple->items[i])) {
            tl_release(c->rt, tuple);
            return TL_NO_VALUE;
        }
    }
    return tl_from_obj(tuple);
}

TlValue tl_fold_frozenset(TlCompiler *c, TlExprList list) {
    TlValue items = tl_fold_tuple(c, list);
    if (!tl_has_value(items)) {
        return TL_NO_VALUE;
    }
    TlSet *set = tl_set_new(c->rt, c->rt->types.frozenset);
    for (int i = 0; set != NULL && i < list.len; i++) {
        if (tl_set_add(c->rt, set, tl_as_tuple(items)->items[i]) < 0) {
            tl_release(c->rt, set);
            set = NULL;
        }
    }
    tl_decref(c->rt, items);
    if (set == NULL) {
        tl_c_raised(c);
        return TL_NO_VALUE;
    }
    return tl_from_obj(set);
}

// --- Entry ------------------------------------------------------------------

TlValue tl_fold(TlCompiler *c, const TlExpr *e) {
    TlValue value = TL_NO_VALUE;
    if (!tl_c_enter(c)) {
        return TL_NO_VALUE;
    }
    switch (e->kind) {
    case TL_EXPR_CONSTANT: value = tl_const_value(c, e); break;
    case TL_EXPR_NAME:
        if (e->u.name.ctx == TL_CTX_LOAD &&
            strcmp(e->u.name.id->text, "__debug__") == 0) {
            value = TL_TRUE;
        }
        break;
    case TL_EXPR_UNARY_OP: value = fold_unary(c, e); break;
    case TL_EXPR_BIN_OP: value = fold_bin_op(c, e); break;
    case TL_EXPR_TUPLE:
        if (e->u.list.ctx == TL_CTX_LOAD) {
            value = tl_fold_tuple(c, e->u.list.elts);
        }
        break;
    default: break;
    }
    tl_c_leave(c);
    return value;
}

int tl_fold_truth(TlCompiler *c, const TlExpr *e) {
    TlValue value = tl_fold(c, e);
    if (!tl_has_value(value)) {
        return -1;
    }
    int truth = tl_truth(c->rt, value);
    tl_decref(c->rt, value);
    return truth;
}
