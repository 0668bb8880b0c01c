// compile_call.c — calls.
// SPDX-License-Identifier: MIT
//
// Three shapes: a method call (no bound method is made), a plain call, and
// one with `*` or `**` or very many arguments, which collects them in a tuple
// and a dict first.
#include "lang/compile_impl.h"

#include "object/list.h"

static bool has_unpacking(TlExprList args, TlKeywordList keywords) {
    for (int i = 0; i < keywords.len; i++) {
        if (keywords.items[i]->arg == NULL) {
            return true;
        }
    }
    return tl_c_has_star(args);
}

// Calls of functions of an imported module are no method calls.
static bool is_imported(const TlCompiler *c, const TlExpr *e) {
    if (e->kind != TL_EXPR_NAME) {
        return false;
    }
    const TlSymbol *sym = tl_scope_symbol(c->scopes->module, e->u.name.id);
    return sym != NULL && (sym->flags & TL_SYM_IMPORT) != 0;
}

bool tl_c_is_method_call(const TlCompiler *c, const TlExpr *e) {
    const TlExpr *func = e->u.call.func;
    int args = e->u.call.args.len;
    int keywords = e->u.call.keywords.len;
    return func->kind == TL_EXPR_ATTRIBUTE &&
           !is_imported(c, func->u.attribute.value) &&
           args + keywords + (keywords != 0) < TL_STACK_GUIDELINE &&
           !has_unpacking(e->u.call.args, e->u.call.keywords);
}

void tl_c_check_keywords(TlCompiler *c, TlKeywordList keywords) {
    TlNameMap seen;
    tl_name_map_init(&seen, c->arena);
    for (int i = 0; i < keywords.len; i++) {
        const TlKeyword *keyword = keywords.items[i];
        if (keyword->arg == NULL) {
            continue;
        }
        if (tl_c_forbidden(c, keyword->arg, TL_CTX_STORE)) {
            return;
        }
        if (tl_name_map_find(&seen, keyword->arg) >= 0) {
            tl_c_error_at(c, keyword->pos, "keyword argument repeated: %s",
                          keyword->arg->text);
            return;
        }
        if (tl_name_map_add(&seen, keyword->arg) < 0) {
            tl_c_memory(c);
            return;
        }
    }
}

// The values of [keywords] and, if there are any, the tuple of their names.
static void keyword_values(TlCompiler *c, TlKeywordList keywords) {
    for (int i = 0; i < keywords.len; i++) {
        tl_c_expr(c, keywords.items[i]->value);
    }
}

static void keyword_names(TlCompiler *c, TlKeywordList keywords) {
    TlTuple *names = tl_tuple_new(c->rt, keywords.len);
    for (int i = 0; names != NULL && i < keywords.len; i++) {
        names->items[i] = tl_c_name_str(c, keywords.items[i]->arg);
    }
    if (names == NULL) {
        tl_c_raised(c);
        return;
    }
    tl_c_load_const(c, tl_from_obj(names));
}

static void simple_call(TlCompiler *c, int pushed, TlExprList args,
                        TlKeywordList keywords) {
    int n = pushed + args.len + keywords.len;
    tl_c_exprs(c, args);
    keyword_values(c, keywords);
    if (keywords.len > 0) {
        keyword_names(c, keywords);
        tl_c_op_arg(c, TL_OP_CALL_KW, n);
    } else {
        tl_c_op_arg(c, TL_OP_CALL, n);
    }
}

// --- Calls with unpacking ---------------------------------------------------

// Keywords [begin, end), none of them `**`, as a dict.
static void keyword_dict(TlCompiler *c, TlKeywordList keywords, int begin,
                         int end) {
    int n = end - begin;
    bool big = n * 2 > TL_STACK_GUIDELINE;
    TlCodePos outer = c->em->pos;
    if (big) {
        tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
    }
    for (int i = begin; i < end; i++) {
        tl_c_load_name_const(c, keywords.items[i]->arg);
        tl_c_expr(c, keywords.items[i]->value);
        if (big) {
            tl_emit_at(c->em, keywords.items[i]->value->pos);
            tl_c_op_arg(c, TL_OP_MAP_ADD, 1);
            c->em->pos = outer;
        }
    }
    if (!big) {
        tl_c_op_arg(c, TL_OP_BUILD_MAP, n);
    }
}

static void all_keywords(TlCompiler *c, TlKeywordList keywords) {
    bool built = false; // a dict is on the stack already
    int begin = 0;      // of the keywords not compiled yet
    for (int i = 0; i <= keywords.len; i++) {
        bool unpacking = i < keywords.len && keywords.items[i]->arg == NULL;
        if (begin < i && (unpacking || i == keywords.len)) {
            keyword_dict(c, keywords, begin, i);
            if (built) {
                tl_c_op_arg(c, TL_OP_DICT_MERGE, 1);
            }
            built = true;
        }
        if (unpacking) {
            if (!built) {
                tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
            }
            tl_c_expr(c, keywords.items[i]->value);
            tl_c_op_arg(c, TL_OP_DICT_MERGE, 1);
            built = true;
            begin = i + 1;
        }
    }
}

static void unpacking_call(TlCompiler *c, int pushed, TlExprList args,
                           TlKeywordList keywords) {
    if (pushed == 0 && args.len == 1 &&
        args.items[0]->kind == TL_EXPR_STARRED) {
        tl_c_expr(c, args.items[0]->u.starred.value); // CALL_EX iterates it
    } else {
        TlValue items = pushed == 0 ? tl_fold_tuple(c, args) : TL_NO_VALUE;
        if (tl_has_value(items)) {
            tl_c_load_const(c, items);
        } else {
            tl_c_starred_display(c, args, pushed, TL_OP_BUILD_TUPLE);
        }
    }
    if (keywords.len > 0) {
        all_keywords(c, keywords);
    }
    tl_c_op_arg(c, TL_OP_CALL_EX, keywords.len > 0);
}

void tl_c_arguments(TlCompiler *c, int pushed, TlExprList args,
                    TlKeywordList keywords) {
    if (args.len + keywords.len * 2 > TL_STACK_GUIDELINE ||
        has_unpacking(args, keywords)) {
        unpacking_call(c, pushed, args, keywords);
    } else {
        simple_call(c, pushed, args, keywords);
    }
}

static void method_call(TlCompiler *c, const TlExpr *e) {
    const TlExpr *func = e->u.call.func;
    TlKeywordList keywords = e->u.call.keywords;
    int n = e->u.call.args.len + keywords.len;
    tl_emit_at(c->em, func->pos);
    tl_c_at_attribute(c, func);
    tl_c_op_arg(c, TL_OP_LOAD_METHOD,
                tl_c_name_index(c, func->u.attribute.attr));
    tl_c_exprs(c, e->u.call.args);
    keyword_values(c, keywords);
    if (keywords.len > 0) {
        keyword_names(c, keywords);
    }
    tl_emit_at(c->em, e->pos);
    tl_c_at_attribute(c, func);
    tl_c_op_arg(c, keywords.len > 0 ? TL_OP_CALL_KW : TL_OP_CALL, n);
}

void tl_c_call(TlCompiler *c, const TlExpr *e) {
    if (tl_c_is_method_call(c, e)) {
        method_call(c, e);
    } else {
        tl_c_op(c, TL_OP_PUSH_NULL);
        tl_c_arguments(c, 0, e->u.call.args, e->u.call.keywords);
    }
}
