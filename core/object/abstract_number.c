// abstract_number.c — generic operators: binary, in-place, unary, index.
// SPDX-License-Identifier: MIT
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/object.h"
#include "object/str.h"

static const char *const op_text[TL_BIN_COUNT] = {
    "+",          "&", "//", "<<", "@", "*", "%", "|",
    "** or pow()", ">>", "-", "/",  "^", "divmod()"};

// `+=` and friends; "**=" as CPython has it.
static const char *const inplace_text[TL_BIN_COUNT] = {
    "+=",  "&=", "//=", "<<=", "@=", "*=", "%=", "|=",
    "**=", ">>=", "-=", "/=",  "^=", "divmod()"};

// The left type's slot, then the right one's; a subclass on the right first.
static TlValue ask(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op)
{
    TlType *ta = tl_type_of(rt, a), *tb = tl_type_of(rt, b);
    TlBinaryFn fa = ta->slots.binary[op], fb = tb->slots.binary[op];
    if (fa == fb) {
        fb = NULL;
    }
    if (fa != NULL) {
        if (fb != NULL && tl_is_subtype(tb, ta)) {
            TlValue result = fb(rt, a, b);
            if (result != TL_NOT_IMPLEMENTED) {
                return result;
            }
            fb = NULL;
        }
        TlValue result = fa(rt, a, b);
        if (result != TL_NOT_IMPLEMENTED) {
            return result;
        }
    }
    return fb != NULL ? fb(rt, a, b) : TL_NOT_IMPLEMENTED;
}

static bool is_sequence(TlRuntime *rt, TlRef v)
{
    return (tl_type_of(rt, v)->flags &
            (TL_TYPE_SEQUENCE | TL_TYPE_IS_STR | TL_TYPE_IS_BYTES)) != 0;
}

static TlValue raise_operands(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op,
                              const char *text)
{
    TlType *error = rt->exc.TypeError;
    if (op == TL_BIN_MUL && is_sequence(rt, a) && !tl_is_int(b)) {
        return tl_raise_fmt(
            rt, error, "can't multiply sequence by non-int of type '%T'", b);
    }
    if (op == TL_BIN_MUL && is_sequence(rt, b)) {
        return tl_raise_fmt(
            rt, error, "can't multiply sequence by non-int of type '%T'", a);
    }
    return tl_raise_fmt(rt, error,
                        "unsupported operand type(s) for %s: '%T' and '%T'",
                        text, a, b);
}

TlValue tl_binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op)
{
    TlValue result = ask(rt, a, b, op);
    if (result == TL_NOT_IMPLEMENTED) {
        return raise_operands(rt, a, b, op, op_text[op]);
    }
    return result;
}

TlValue tl_inplace(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op)
{
    TlBinaryFn own = tl_type_of(rt, a)->slots.inplace[op];
    if (own != NULL) {
        TlValue result = own(rt, a, b);
        if (result != TL_NOT_IMPLEMENTED) {
            return result;
        }
    }
    TlValue result = ask(rt, a, b, op);
    if (result == TL_NOT_IMPLEMENTED) {
        return raise_operands(rt, a, b, op, inplace_text[op]);
    }
    return result;
}

// pow(a, b, mod): the left, the right, then the modulus may know.
static TlValue power3(TlRuntime *rt, TlRef a, TlRef b, TlRef mod)
{
    const TlRef who[] = {a, b, mod};
    TlTernaryFn tried[3] = {NULL, NULL, NULL};
    for (int i = 0; i < 3; i++) {
        TlTernaryFn fn = tl_type_of(rt, who[i])->slots.pow3;
        tried[i] = fn;
        if (fn == NULL || (i > 0 && fn == tried[0]) ||
            (i > 1 && fn == tried[1])) {
            continue;
        }
        TlValue result = fn(rt, a, b, mod);
        if (result != TL_NOT_IMPLEMENTED) {
            return result;
        }
    }
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "unsupported operand type(s) for ** or pow(): '%T', "
                        "'%T', '%T'",
                        a, b, mod);
}

TlValue tl_power(TlRuntime *rt, TlRef a, TlRef b, TlRef mod)
{
    return tl_is_none(mod) ? tl_binary(rt, a, b, TL_BIN_POW)
                           : power3(rt, a, b, mod);
}

// ---- unary

static TlValue unary(TlRuntime *rt, TlRef v, TlUnaryFn fn, const char *what)
{
    if (fn == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "bad operand type for %s: '%T'", what, v);
    }
    return fn(rt, v);
}

TlValue tl_neg(TlRuntime *rt, TlRef v)
{
    return unary(rt, v, tl_type_of(rt, v)->slots.neg, "unary -");
}

TlValue tl_pos(TlRuntime *rt, TlRef v)
{
    return unary(rt, v, tl_type_of(rt, v)->slots.pos, "unary +");
}

TlValue tl_abs(TlRuntime *rt, TlRef v)
{
    return unary(rt, v, tl_type_of(rt, v)->slots.abs, "abs()");
}

TlValue tl_invert(TlRuntime *rt, TlRef v)
{
    return unary(rt, v, tl_type_of(rt, v)->slots.invert, "unary ~");
}

TlValue tl_index(TlRuntime *rt, TlRef v)
{
    if (tl_is_int(v)) {
        return tl_incref(v);
    }
    TlType *type = tl_type_of(rt, v);
    if (type->slots.index == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "'%T' object cannot be interpreted as an integer",
                            v);
    }
    TlValue result = type->slots.index(rt, v);
    if (tl_has_value(result) && !tl_is_int(result)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__index__ returned non-int (type %T)", result);
        tl_decref(rt, result);
        return TL_NO_VALUE;
    }
    return result;
}

TlStatus tl_index_i64(TlRuntime *rt, TlRef v, int64_t *out)
{
    TlValue index = tl_index(rt, v);
    if (!tl_has_value(index)) {
        return TL_RAISED;
    }
    int fits = tl_int_to_i64(index, out);
    tl_decref(rt, index);
    if (!fits) {
        tl_raise_fmt(rt, rt->exc.OverflowError,
                     "cannot fit '%T' into an index-sized integer", v);
        return TL_RAISED;
    }
    return TL_OK;
}
