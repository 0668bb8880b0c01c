// compile_class.c — class statements.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

// A class somebody's method asks for by __class__ leaves its cell behind, for
// type.__new__ to fill.
static void return_class_cell(TlCompiler *c) {
    tl_emit_nowhere(c->em);
    const TlName *cell = tl_c_intern(c, "__class__");
    if (c->unit->scope->needs_class_closure && cell != NULL) {
        tl_c_op_arg(c, TL_OP_LOAD_CLOSURE, tl_c_cell_index(c, cell));
        tl_c_op_arg(c, TL_OP_COPY, 1);
        tl_c_text_op(c, "__classcell__", TL_CTX_STORE);
    } else {
        tl_c_load_none(c);
    }
    tl_c_op(c, TL_OP_RETURN_VALUE);
}

static TlCode *class_code(TlCompiler *c, const TlStmt *s, int line) {
    if (!tl_unit_open(c, TL_UNIT_CLASS, s->u.class_def.name->text, s, line)) {
        return NULL;
    }
    tl_c_text_op(c, "__name__", TL_CTX_LOAD);
    tl_c_text_op(c, "__module__", TL_CTX_STORE);
    tl_c_load_const(c, tl_incref(tl_from_obj(c->unit->qualname)));
    tl_c_text_op(c, "__qualname__", TL_CTX_STORE);
    tl_c_body(c, s->u.class_def.body);
    return_class_cell(c);
    return tl_unit_finish(c);
}

void tl_c_class(TlCompiler *c, const TlStmt *s) {
    TlExprList decorators = s->u.class_def.decorator_list;
    int line = decorators.len > 0 ? decorators.items[0]->pos.line : s->pos.line;
    tl_c_exprs(c, decorators);
    TlCode *code = class_code(c, s, line);
    tl_c_op(c, TL_OP_LOAD_BUILD_CLASS);
    tl_c_op(c, TL_OP_PUSH_NULL);
    tl_c_make_function(c, code, 0);
    tl_c_load_name_const(c, s->u.class_def.name);
    tl_c_check_keywords(c, s->u.class_def.keywords);
    tl_c_arguments(c, 2, s->u.class_def.bases, s->u.class_def.keywords);
    tl_c_apply_decorators(c, decorators);
    tl_c_name_op(c, s->u.class_def.name, TL_CTX_STORE);
}
