// compile_display.c — tuples, lists, sets, dicts, f-strings; unpacking.
// SPDX-License-Identifier: MIT
//
// Displays with many items are built step by step, so that the stack stays
// small; which ones is CPython's choice, as it shows in the order of errors.
#include "lang/compile_impl.h"

#include "object/str.h"

bool tl_c_has_star(TlExprList elts) {
    for (int i = 0; i < elts.len; i++) {
        if (elts.items[i]->kind == TL_EXPR_STARRED) {
            return true;
        }
    }
    return false;
}

// --- Tuples, lists, sets ----------------------------------------------------

// A list or set of constants is made from a constant; true when it was done.
static bool constant_display(TlCompiler *c, TlExprList elts, int pushed,
                             TlOpcode build) {
    if (elts.len <= 2 || pushed > 0 || build == TL_OP_BUILD_TUPLE) {
        return false;
    }
    bool set = build == TL_OP_BUILD_SET;
    TlValue items = set ? tl_fold_frozenset(c, elts) : tl_fold_tuple(c, elts);
    if (!tl_has_value(items)) {
        return false;
    }
    tl_c_op_arg(c, build, 0);
    tl_c_load_const(c, items);
    tl_c_op_arg(c, set ? TL_OP_SET_UPDATE : TL_OP_LIST_EXTEND, 1);
    return true;
}

void tl_c_starred_display(TlCompiler *c, TlExprList elts, int pushed,
                          TlOpcode build) {
    if (constant_display(c, elts, pushed, build)) {
        return;
    }
    bool built = elts.len + pushed > TL_STACK_GUIDELINE;
    if (!built && !tl_c_has_star(elts)) {
        tl_c_exprs(c, elts);
        tl_c_op_arg(c, build, elts.len + pushed);
        return;
    }
    bool set = build == TL_OP_BUILD_SET;
    TlOpcode start = set ? TL_OP_BUILD_SET : TL_OP_BUILD_LIST;
    if (built) {
        tl_c_op_arg(c, start, pushed);
    }
    for (int i = 0; i < elts.len; i++) {
        const TlExpr *elt = elts.items[i];
        bool star = elt->kind == TL_EXPR_STARRED;
        if (star && !built) {
            tl_c_op_arg(c, start, i + pushed);
            built = true;
        }
        tl_c_expr(c, star ? elt->u.starred.value : elt);
        if (star) {
            tl_c_op_arg(c, set ? TL_OP_SET_UPDATE : TL_OP_LIST_EXTEND, 1);
        } else if (built) {
            tl_c_op_arg(c, set ? TL_OP_SET_ADD : TL_OP_LIST_APPEND, 1);
        }
    }
    if (build == TL_OP_BUILD_TUPLE) {
        tl_c_op(c, TL_OP_LIST_TO_TUPLE);
    }
}

// a, *b, c = ...
static void unpack(TlCompiler *c, TlExprList elts) {
    int star = -1;
    for (int i = 0; i < elts.len; i++) {
        if (elts.items[i]->kind != TL_EXPR_STARRED) {
            continue;
        }
        if (star >= 0) {
            tl_c_error(c, "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    int after = elts.len - star - 1;
    if (star < 0) {
        tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, elts.len);
    } else if (star > 0xff || after > 0xffff) {
        tl_c_error(c, "too many expressions in star-unpacking assignment");
    } else {
        tl_c_op_arg(c, TL_OP_UNPACK_EX, star | after << 8);
    }
    for (int i = 0; i < elts.len; i++) {
        const TlExpr *elt = elts.items[i];
        tl_c_expr(c, i == star ? elt->u.starred.value : elt);
    }
}

static void compile_sequence(TlCompiler *c, const TlExpr *e, TlOpcode build) {
    switch (e->u.list.ctx) {
    case TL_CTX_LOAD: tl_c_starred_display(c, e->u.list.elts, 0, build); break;
    case TL_CTX_STORE: unpack(c, e->u.list.elts); break;
    case TL_CTX_DEL: tl_c_exprs(c, e->u.list.elts); break;
    }
}

void tl_c_tuple(TlCompiler *c, const TlExpr *e) {
    compile_sequence(c, e, TL_OP_BUILD_TUPLE);
}

void tl_c_list(TlCompiler *c, const TlExpr *e) {
    compile_sequence(c, e, TL_OP_BUILD_LIST);
}

void tl_c_set(TlCompiler *c, const TlExpr *e) {
    tl_c_starred_display(c, e->u.set.elts, 0, TL_OP_BUILD_SET);
}

// --- Dicts ------------------------------------------------------------------

// Pairs [begin, end) as one dict.
static void build_part(TlCompiler *c, const TlExpr *e, int begin, int end) {
    int n = end - begin;
    bool big = n * 2 > TL_STACK_GUIDELINE;
    if (big) {
        tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
    }
    for (int i = begin; i < end; i++) {
        tl_c_expr(c, e->u.dict.keys.items[i]);
        tl_c_expr(c, e->u.dict.values.items[i]);
        if (big) {
            tl_c_op_arg(c, TL_OP_MAP_ADD, 1);
        }
    }
    if (!big) {
        tl_c_op_arg(c, TL_OP_BUILD_MAP, n);
    }
}

// Pairs [begin, end) as one dict, or into the dict that is there already.
static void add_part(TlCompiler *c, const TlExpr *e, int begin, int end,
                     bool *built) {
    if (begin < end) {
        build_part(c, e, begin, end);
        if (*built) {
            tl_c_op_arg(c, TL_OP_DICT_UPDATE, 1);
        }
        *built = true;
    }
}

void tl_c_dict(TlCompiler *c, const TlExpr *e) {
    int n = e->u.dict.values.len;
    bool built = false; // a dict is on the stack already
    int begin = 0;      // of the pairs not compiled yet
    for (int i = 0; i < n; i++) {
        if (e->u.dict.keys.items[i] == NULL) {
            add_part(c, e, begin, i, &built);
            if (!built) {
                tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
            }
            tl_c_expr(c, e->u.dict.values.items[i]);
            tl_c_op_arg(c, TL_OP_DICT_UPDATE, 1);
            built = true;
            begin = i + 1;
        } else if ((i - begin) * 2 > TL_STACK_GUIDELINE) {
            add_part(c, e, begin, i + 1, &built);
            begin = i + 1;
        }
    }
    add_part(c, e, begin, n, &built);
    if (!built) {
        tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
    }
}

// --- f-strings --------------------------------------------------------------

void tl_c_joined_str(TlCompiler *c, const TlExpr *e) {
    TlExprList values = e->u.joined_str.values;
    if (values.len <= TL_STACK_GUIDELINE) {
        tl_c_exprs(c, values);
        if (values.len != 1) {
            tl_c_op_arg(c, TL_OP_BUILD_STRING, values.len);
        }
        return;
    }
    tl_c_load_const(c, tl_incref(c->rt->empty_str));
    const TlName *join = tl_c_intern(c, "join");
    if (join == NULL) {
        return;
    }
    tl_c_op_arg(c, TL_OP_LOAD_METHOD, tl_c_name_index(c, join));
    tl_c_op_arg(c, TL_OP_BUILD_LIST, 0);
    for (int i = 0; i < values.len; i++) {
        tl_c_expr(c, values.items[i]);
        tl_c_op_arg(c, TL_OP_LIST_APPEND, 1);
    }
    tl_c_op_arg(c, TL_OP_CALL, 1);
}

void tl_c_formatted_value(TlCompiler *c, const TlExpr *e) {
    int conversion = e->u.formatted_value.conversion;
    int arg = conversion == 's'   ? 1
              : conversion == 'r' ? 2
              : conversion == 'a' ? 3
                                  : 0;
    tl_c_expr(c, e->u.formatted_value.value);
    if (e->u.formatted_value.format_spec != NULL) {
        tl_c_expr(c, e->u.formatted_value.format_spec);
        arg |= 4;
    }
    tl_c_op_arg(c, TL_OP_FORMAT_VALUE, arg);
}
