// compile_func.c — functions, lambdas, decorators, annotations.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

#include "object/str.h"

// --- Making the function object ---------------------------------------------

// Loads what the free variables of [code] are cells of.
static void load_closure(TlCompiler *c, const TlCode *code) {
    for (int i = code->nlocals - code->nfree; i < code->nlocals; i++) {
        TlStr *str = tl_as_str(code->local_names->items[i]);
        size_t len;
        const char *text = tl_str_utf8(c->rt, str, &len);
        const TlName *name =
            text != NULL ? tl_names_intern(c->mod->names, text, (int)len)
                         : NULL;
        if (name == NULL) {
            tl_c_memory(c);
            return;
        }
        tl_c_op_arg(c, TL_OP_LOAD_CLOSURE, tl_c_cell_index(c, name));
    }
    tl_c_op_arg(c, TL_OP_BUILD_TUPLE, code->nfree);
}

void tl_c_make_function(TlCompiler *c, TlCode *code, int flags) {
    if (code == NULL) {
        return; // failed
    }
    if (code->nfree > 0) {
        load_closure(c, code);
        flags |= 8;
    }
    tl_c_load_const(c, tl_from_obj(code));
    tl_c_op_arg(c, TL_OP_MAKE_FUNCTION, flags);
}

// The decorator is the callable and what it decorates stands where self would.
void tl_c_apply_decorators(TlCompiler *c, TlExprList list) {
    TlCodePos outer = c->em->pos;
    for (int i = list.len - 1; i >= 0; i--) {
        tl_emit_at(c->em, list.items[i]->pos);
        tl_c_op_arg(c, TL_OP_CALL, 0);
    }
    c->em->pos = outer;
}

// --- Defaults and annotations -----------------------------------------------

static int positional_defaults(TlCompiler *c, const TlArguments *args) {
    if (args->defaults.len == 0) {
        return 0;
    }
    TlValue values = tl_fold_tuple(c, args->defaults);
    if (tl_has_value(values)) {
        tl_c_load_const(c, values);
    } else {
        tl_c_exprs(c, args->defaults);
        tl_c_op_arg(c, TL_OP_BUILD_TUPLE, args->defaults.len);
    }
    return 1;
}

static int keyword_defaults(TlCompiler *c, const TlArguments *args) {
    int count = 0;
    for (int i = 0; i < args->kwonlyargs.len; i++) {
        const TlExpr *value = args->kw_defaults.items[i];
        if (value != NULL) {
            tl_c_load_name_const(
                c, tl_c_mangle(c, args->kwonlyargs.items[i]->arg));
            tl_c_expr(c, value);
            count++;
        }
    }
    if (count == 0) {
        return 0;
    }
    tl_c_op_arg(c, TL_OP_BUILD_MAP, count);
    return 2;
}

static int defaults(TlCompiler *c, const TlArguments *args) {
    return positional_defaults(c, args) | keyword_defaults(c, args);
}

void tl_c_annotation(TlCompiler *c, const TlExpr *e) {
    if (!c->future_annotations) {
        tl_c_expr(c, e);
        return;
    }
    tl_c_load_const(c, tl_unparse(c->rt, e));
}

// Adds one name and value to the tuple in the making; returns how many items.
static int argument_annotation(TlCompiler *c, const TlName *name,
                               const TlExpr *annotation) {
    if (annotation == NULL) {
        return 0;
    }
    tl_c_load_name_const(c, tl_c_mangle(c, name));
    if (annotation->kind == TL_EXPR_STARRED && !c->future_annotations) {
        tl_c_expr(c, annotation->u.starred.value); // *args: *Ts
        tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, 1);
    } else {
        tl_c_annotation(c, annotation);
    }
    return 2;
}

static int list_annotations(TlCompiler *c, TlArgList list) {
    int count = 0;
    for (int i = 0; i < list.len; i++) {
        count += argument_annotation(c, list.items[i]->arg,
                                     list.items[i]->annotation);
    }
    return count;
}

static int annotations(TlCompiler *c, const TlArguments *args,
                       const TlExpr *returns) {
    const TlName *result = tl_c_intern(c, "return");
    int count = list_annotations(c, args->args);
    count += list_annotations(c, args->posonlyargs);
    if (args->vararg != NULL) {
        count +=
            argument_annotation(c, args->vararg->arg, args->vararg->annotation);
    }
    count += list_annotations(c, args->kwonlyargs);
    if (args->kwarg != NULL) {
        count +=
            argument_annotation(c, args->kwarg->arg, args->kwarg->annotation);
    }
    if (result != NULL) {
        count += argument_annotation(c, result, returns);
    }
    if (count == 0) {
        return 0;
    }
    tl_c_op_arg(c, TL_OP_BUILD_TUPLE, count);
    return 4;
}

// --- Bodies -----------------------------------------------------------------

static void add_parameters(TlCompiler *c, TlArgList list) {
    for (int i = 0; i < list.len; i++) {
        if (tl_name_map_add(&c->unit->varnames,
                            tl_c_mangle(c, list.items[i]->arg)) < 0) {
            tl_c_memory(c);
        }
    }
}

static void declare_parameters(TlCompiler *c, const TlArguments *args) {
    TlUnit *unit = c->unit;
    add_parameters(c, args->posonlyargs);
    add_parameters(c, args->args);
    add_parameters(c, args->kwonlyargs);
    unit->posonlyargcount = args->posonlyargs.len;
    unit->argcount = args->posonlyargs.len + args->args.len;
    unit->kwonlyargcount = args->kwonlyargs.len;
    TlArg *vararg = args->vararg;
    TlArg *kwarg = args->kwarg;
    if (vararg != NULL) {
        add_parameters(c, (TlArgList){&vararg, 1});
        unit->flags |= TL_CODE_VARARGS;
    }
    if (kwarg != NULL) {
        add_parameters(c, (TlArgList){&kwarg, 1});
        unit->flags |= TL_CODE_VARKEYWORDS;
    }
}

static void check_list(TlCompiler *c, TlArgList list) {
    for (int i = 0; i < list.len; i++) {
        tl_c_forbidden(c, list.items[i]->arg, TL_CTX_STORE);
    }
}

static void check_parameters(TlCompiler *c, const TlArguments *args) {
    TlArg *vararg = args->vararg;
    TlArg *kwarg = args->kwarg;
    check_list(c, args->posonlyargs);
    check_list(c, args->args);
    check_list(c, (TlArgList){&vararg, vararg != NULL});
    check_list(c, args->kwonlyargs);
    check_list(c, (TlArgList){&kwarg, kwarg != NULL});
}

// The first constant of a function is its docstring, or None.
static void set_docstring(TlCompiler *c, const TlExpr *e) {
    TlUnit *unit = c->unit;
    if (e != NULL) {
        TlValue text = tl_const_value(c, e);
        unit->docstring = tl_has_value(text) ? text : TL_NONE;
    }
    if (tl_consts_add(&unit->consts, tl_incref(unit->docstring)) < 0) {
        tl_c_raised(c);
    }
}

static TlCode *function_code(TlCompiler *c, const TlStmt *s, int line) {
    TlUnitKind kind = s->kind == TL_STMT_FUNCTION_DEF ? TL_UNIT_FUNCTION
                                                      : TL_UNIT_ASYNC_FUNCTION;
    TlStmtList body = s->u.function_def.body;
    if (!tl_unit_open(c, kind, s->u.function_def.name->text, s, line)) {
        return NULL;
    }
    declare_parameters(c, s->u.function_def.args);
    const TlExpr *docstring = tl_docstring(body);
    set_docstring(c, docstring);
    int skip = docstring != NULL;
    tl_c_stmts(c, (TlStmtList){body.items + skip, body.len - skip});
    tl_emit_nowhere(c->em);
    tl_c_load_none(c);
    tl_c_op(c, TL_OP_RETURN_VALUE);
    return tl_unit_finish(c);
}

void tl_c_function(TlCompiler *c, const TlStmt *s) {
    const TlArguments *args = s->u.function_def.args;
    TlExprList decorators = s->u.function_def.decorator_list;
    int line = decorators.len > 0 ? decorators.items[0]->pos.line : s->pos.line;
    check_parameters(c, args);
    tl_c_exprs(c, decorators);
    int flags = defaults(c, args);
    flags |= annotations(c, args, s->u.function_def.returns);
    tl_c_make_function(c, function_code(c, s, line), flags);
    tl_c_apply_decorators(c, decorators);
    tl_c_name_op(c, s->u.function_def.name, TL_CTX_STORE);
}

static TlCode *lambda_code(TlCompiler *c, const TlExpr *e) {
    if (!tl_unit_open(c, TL_UNIT_LAMBDA, "<lambda>", e, e->pos.line)) {
        return NULL;
    }
    declare_parameters(c, e->u.lambda.args);
    set_docstring(c, NULL);
    tl_c_expr(c, e->u.lambda.body);
    tl_emit_at(c->em, e->u.lambda.body->pos);
    tl_c_op(c, TL_OP_RETURN_VALUE);
    return tl_unit_finish(c);
}

void tl_c_lambda(TlCompiler *c, const TlExpr *e) {
    check_parameters(c, e->u.lambda.args);
    int flags = defaults(c, e->u.lambda.args);
    tl_c_make_function(c, lambda_code(c, e), flags);
}
