// compile_impl.h — what the files of the compiler share.
// SPDX-License-Identifier: MIT
//
// The compiler walks the tree once, a unit (one code object to be) per block.
// Its functions return nothing: failure is sticky. After the first mistake
// everything they emit is thrown away, so none of them has to look; the few
// loops whose length depends on the result ask tl_compile_ok().
//
// Positions follow CPython: em->pos is where the instructions being emitted
// are said to come from; an expression sets it to its own range and puts it
// back, a statement only sets it.
#ifndef TL_LANG_COMPILE_IMPL_H
#define TL_LANG_COMPILE_IMPL_H

#include "base/arena.h"
#include "base/buf.h"
#include "lang/compile.h"
#include "lang/compile_limits.h"
#include "lang/consts.h"
#include "lang/emit.h"
#include "lang/name_map.h"
#include "lang/scope.h"

typedef enum TlUnitKind {
    TL_UNIT_MODULE,
    TL_UNIT_CLASS,
    TL_UNIT_FUNCTION,
    TL_UNIT_ASYNC_FUNCTION,
    TL_UNIT_LAMBDA,
    TL_UNIT_COMPREHENSION
} TlUnitKind;

// What return, break and continue have to leave, innermost last.
typedef enum TlBlockKind {
    TL_BLOCK_WHILE,
    TL_BLOCK_FOR,           // the iterator is on the stack
    TL_BLOCK_TRY,           // body of try/except: a handler is open
    TL_BLOCK_FINALLY_TRY,   // body of try/finally; data: the finally body
    TL_BLOCK_FINALLY_END,   // finally body run for an exception
    TL_BLOCK_WITH,          // data: the statement
    TL_BLOCK_ASYNC_WITH,    // data: the statement
    TL_BLOCK_HANDLER,       // between the clauses of try/except
    TL_BLOCK_GROUP_HANDLER, // inside except*
    TL_BLOCK_HANDLER_BODY,  // body of one clause; data: its name or NULL
    TL_BLOCK_ASYNC_COMP,    // async for of a comprehension
    TL_BLOCK_VALUE          // a value to be dropped
} TlBlockKind;

typedef struct TlBlock {
    TlBlockKind kind;
    int start; // label `continue` goes to, of loops
    int exit;  // label `break` goes to, of loops
    const void *data;
} TlBlock;

// One code object in the making.
typedef struct TlUnit {
    struct TlUnit *parent;
    TlUnitKind kind;
    TlScope *scope;
    const TlName *name;
    const TlName *cls; // innermost class, for mangling, or NULL
    TlStr *qualname;   // counted
    TlEmitter em;
    TlConsts consts;
    TlNameMap names, varnames, cellvars, freevars;
    TlBlock blocks[TL_COMPILE_MAX_BLOCKS];
    int block_count;
    int argcount, posonlyargcount, kwonlyargcount;
    int first_line;
    int flags;         // TL_CODE_VARARGS and _VARKEYWORDS
    TlValue docstring; // counted; TL_NONE when there is none
} TlUnit;

typedef struct TlCompiler {
    TlRuntime *rt;
    TlArena *arena;
    TlMod *mod;
    TlScopes *scopes;
    const TlCompileOptions *options;
    TlUnit *unit;   // innermost
    TlEmitter *em;  // of the innermost unit
    TlPtrBuf spine; // expressions whose left end is being compiled
    bool future_annotations;
    bool interactive;
    int future_line; // of the last `from __future__`, 0: none
    int depth;
    bool failed;         // [error] is set, or an exception was raised
    TlSyntaxError error; // with byte columns
} TlCompiler;

static inline bool tl_compile_ok(const TlCompiler *c) {
    return !c->failed && !c->em->failed;
}

// End column of an error that has none: end_offset is None.
#define TL_NO_END_COLUMN (-2)

// --- future.c ---------------------------------------------------------------

// Reads the `from __future__` imports; false: [err] is set.
TL_MUST_CHECK bool tl_future_read(const TlMod *mod, bool *annotations,
                                  int *last_line, TlSyntaxError *err);
// The docstring of a body, or NULL.
const TlExpr *tl_docstring(TlStmtList body);

// --- unit.c: units, names, constants, errors --------------------------------

// A SyntaxError at the current position, unless something failed before.
void tl_c_error(TlCompiler *c, const char *fmt, ...) TL_PRINTF(2, 3);
void tl_c_error_at(TlCompiler *c, TlPos pos, const char *fmt, ...)
    TL_PRINTF(3, 4);
void tl_c_memory(TlCompiler *c);
void tl_c_raised(TlCompiler *c); // an exception is pending in the runtime

// One level deeper; false: too deep, and failed.
bool tl_c_enter(TlCompiler *c);
static inline void tl_c_leave(TlCompiler *c) {
    c->depth--;
}

// Opens the unit of [node]; false: failed. Closed by tl_unit_finish() or
// tl_unit_drop().
TL_MUST_CHECK bool tl_unit_open(TlCompiler *c, TlUnitKind kind,
                                const char *name, const void *node, int line);
// The code of the innermost unit, which is closed; owned; NULL: failed.
TlCode *tl_unit_finish(TlCompiler *c);
void tl_unit_drop(TlCompiler *c);

// Operand of a name among the names, after mangling.
uint32_t tl_c_name_index(TlCompiler *c, const TlName *name);
const TlName *tl_c_mangle(TlCompiler *c, const TlName *name);
const TlName *tl_c_intern(TlCompiler *c, const char *text);
void tl_c_name_op(TlCompiler *c, const TlName *name, TlExprContext ctx);
void tl_c_text_op(TlCompiler *c, const char *name, TlExprContext ctx);
// True, with the error set, if [name] may not be bound or deleted.
bool tl_c_forbidden(TlCompiler *c, const TlName *name, TlExprContext ctx);
// Operand of the cell or free variable [name].
uint32_t tl_c_cell_index(TlCompiler *c, const TlName *name);

// Consumes [value]; TL_NO_VALUE: making it raised.
void tl_c_load_const(TlCompiler *c, TlValue value);
void tl_c_load_none(TlCompiler *c);
void tl_c_load_name_const(TlCompiler *c, const TlName *name); // as a str
TlValue tl_c_name_str(TlCompiler *c, const TlName *name);     // owned, interned

// --- Emitting, with failure ------------------------------------------------

static inline void tl_c_op(TlCompiler *c, TlOpcode op) {
    tl_emit(c->em, op, 0);
}
void tl_c_op_arg(TlCompiler *c, TlOpcode op, int64_t arg);
static inline int tl_c_label(TlCompiler *c) {
    return tl_label_new(c->em);
}
static inline void tl_c_bind(TlCompiler *c, int label) {
    tl_label_bind(c->em, label);
}
static inline void tl_c_jump(TlCompiler *c, TlOpcode op, int label) {
    tl_emit_jump(c->em, op, label);
}
void tl_c_push_block(TlCompiler *c, TlBlockKind kind, int start, int exit,
                     const void *data);
void tl_c_pop_block(TlCompiler *c);

// --- fold.c: values known at compile time -----------------------------------

// The value of [e] if it is a constant (owned), else TL_NO_VALUE; look at
// tl_compile_ok() to know a failure from the latter.
TlValue tl_fold(TlCompiler *c, const TlExpr *e);
// [left] op [right]; TL_NO_VALUE when that is better left to the run.
TlValue tl_fold_binary(TlCompiler *c, TlBinOp op, TlRef left, TlRef right);
// All of [list] as one tuple, if every item is a constant.
TlValue tl_fold_tuple(TlCompiler *c, TlExprList list);
TlValue tl_fold_frozenset(TlCompiler *c, TlExprList list);
TlBinaryOp tl_binary_op_of(TlBinOp op);
TlValue tl_const_value(TlCompiler *c, const TlExpr *e); // of a Constant
int tl_fold_truth(TlCompiler *c, const TlExpr *e);      // 1, 0, -1: not known

// --- compile_expr.c, compile_display.c, compile_call.c ----------------------

void tl_c_expr(TlCompiler *c, const TlExpr *e);
void tl_c_exprs(TlCompiler *c, TlExprList list);
// Jumps to [label] if the truth of [e] is [when], else goes on.
void tl_c_jump_if(TlCompiler *c, const TlExpr *e, int label, bool when);
void tl_c_compare_op(TlCompiler *c, TlCmpOp op);
// The iterable of a `for`: a display of constants need not be built.
void tl_c_iterable(TlCompiler *c, const TlExpr *e);
// GET_AWAITABLE and the loop that awaits; `yield from` has its own first half.
void tl_c_await(TlCompiler *c, int kind);
void tl_c_send_loop(TlCompiler *c);
void tl_c_yield_value(TlCompiler *c);

bool tl_c_has_star(TlExprList elts);
void tl_c_tuple(TlCompiler *c, const TlExpr *e);
void tl_c_list(TlCompiler *c, const TlExpr *e);
void tl_c_set(TlCompiler *c, const TlExpr *e);
void tl_c_dict(TlCompiler *c, const TlExpr *e);
void tl_c_joined_str(TlCompiler *c, const TlExpr *e);
void tl_c_formatted_value(TlCompiler *c, const TlExpr *e);
// [pushed] items are on the stack already; makes a list, set or tuple of them
// and [elts]. [build] is BUILD_LIST, BUILD_SET or BUILD_TUPLE.
void tl_c_starred_display(TlCompiler *c, TlExprList elts, int pushed,
                          TlOpcode build);

// The call [e] after its callable (or, for a method call, the object).
bool tl_c_is_method_call(const TlCompiler *c, const TlExpr *e);
void tl_c_check_keywords(TlCompiler *c, TlKeywordList keywords);
void tl_c_call(TlCompiler *c, const TlExpr *e);
// Arguments and the call itself; [pushed] arguments are on the stack already.
void tl_c_arguments(TlCompiler *c, int pushed, TlExprList args,
                    TlKeywordList keywords);
// As em->pos, but the line of attribute [e]'s name, if that is another one.
void tl_c_at_attribute(TlCompiler *c, const TlExpr *e);

// --- compile_comp.c ---------------------------------------------------------

void tl_c_comprehension(TlCompiler *c, const TlExpr *e);

// --- compile_func.c, compile_class.c ----------------------------------------

void tl_c_function(TlCompiler *c, const TlStmt *s);
void tl_c_lambda(TlCompiler *c, const TlExpr *e);
void tl_c_class(TlCompiler *c, const TlStmt *s);
void tl_c_annotation(TlCompiler *c, const TlExpr *e); // its value, or text
void tl_c_apply_decorators(TlCompiler *c, TlExprList list);
// Loads [code] (consumed; NULL: failed) as a function; [flags] say what of
// MAKE_FUNCTION's operands is on the stack.
void tl_c_make_function(TlCompiler *c, TlCode *code, int flags);

// --- compile_stmt.c, compile_loop.c, compile_assign.c, compile_import.c -----

void tl_c_stmts(TlCompiler *c, TlStmtList list);
void tl_c_begin_stmt(TlCompiler *c, const TlStmt *s); // position, TRACE_LINE
// A module or class body: annotations, docstring, statements.
void tl_c_body(TlCompiler *c, TlStmtList body);
void tl_c_assign(TlCompiler *c, const TlStmt *s);
void tl_c_aug_assign(TlCompiler *c, const TlStmt *s);
void tl_c_ann_assign(TlCompiler *c, const TlStmt *s);
bool tl_c_has_annotations(TlStmtList body);
void tl_c_import(TlCompiler *c, const TlStmt *s);
void tl_c_import_from(TlCompiler *c, const TlStmt *s);
void tl_c_if(TlCompiler *c, const TlStmt *s);
void tl_c_while(TlCompiler *c, const TlStmt *s);
void tl_c_for(TlCompiler *c, const TlStmt *s);
void tl_c_async_for(TlCompiler *c, const TlStmt *s);
void tl_c_break(TlCompiler *c);
void tl_c_continue(TlCompiler *c);
void tl_c_return(TlCompiler *c, const TlStmt *s);

// --- compile_try.c, compile_with.c, compile_match.c -------------------------

void tl_c_try(TlCompiler *c, const TlStmt *s);
void tl_c_try_star(TlCompiler *c, const TlStmt *s);
void tl_c_with(TlCompiler *c, const TlStmt *s);
void tl_c_exit_with_nones(TlCompiler *c);
void tl_c_reraise_after_cleanup(TlCompiler *c);
void tl_c_match(TlCompiler *c, const TlStmt *s);

// --- unparse.c --------------------------------------------------------------

// The text of [e] as CPython keeps that of annotations: a str, owned;
// TL_NO_VALUE = raised.
TlValue tl_unparse(TlRuntime *rt, const TlExpr *e);

// --- compile.c and disasm.c: listings ---------------------------------------

// The scopes, or else the tree, of a source.
TlStatus tl_compile_dump(TlRuntime *rt, bool scopes, const char *source,
                         size_t len, const char *filename, TlBuf *out);
// Raises what [err] says, columns in characters; returns TL_RAISED.
TlStatus tl_compile_raise(TlRuntime *rt, const TlSyntaxError *err,
                          const char *filename, const char *source, size_t len);
// Appends the instructions of [code] and of the code in its constants.
TlStatus tl_disassemble(TlRuntime *rt, const TlCode *code, TlBuf *out);

#endif
