// diagnose_impl.h — where the second pass recognises mistakes.
// SPDX-License-Identifier: MIT
//
// The tl_hunt functions are called by the parser in its second pass, while
// p->hunting, at the places where CPython tries the same thing (the order of
// these decides which of several mistakes is reported). Each leaves the
// position as it was. Those that return bool say whether they set the error.
#ifndef TL_LANG_DIAGNOSE_IMPL_H
#define TL_LANG_DIAGNOSE_IMPL_H

#include "lang/parser_impl.h"

// --- diagnose.c: tools ------------------------------------------------------

// Sets a SyntaxError at [pos] if hunting. Always false, to be returned.
bool tl_refuse(TlParser *p, TlPos pos, const char *message);

// The same at the last token read.
bool tl_refuse_here(TlParser *p, const char *message);

TlPos tl_token_range(const TlParser *p, int first, int last);
TlPos tl_range(TlPos from, TlPos to);

// From the start of [from] to the end of what has been read.
TlPos tl_range_to_cursor(const TlParser *p, TlPos from);

// "attribute", "function call": what CPython calls the kind of [expr].
const char *tl_expr_description(const TlExpr *expr);

typedef enum TlTargetUse { TL_TARGET_ASSIGN, TL_TARGET_FOR, TL_TARGET_DEL }
    TlTargetUse;

// Sets the error if some part of [expr] cannot be such a target.
bool tl_refuse_target(TlParser *p, const TlExpr *expr, TlTargetUse use);

// What the second pass remembers about a token.
enum {
    // The bracket here fits nothing, as found while hunting, and while not.
    // Without that memory nested brackets would cost exponential time.
    TL_NOTE_FAILED = 1,
    TL_NOTE_FAILED_QUIETLY = 2,
    // The operators, or the whole expression, that begin here were read while
    // not hunting. CPython then has their result and never hunts in them.
    TL_NOTE_QUIET_OPERATORS = 4,
    TL_NOTE_QUIET_EXPRESSION = 8
};

bool tl_is_noted(const TlParser *p, int pos, int note);
void tl_note(TlParser *p, int pos, int note);
void tl_forget(TlParser *p, int pos, int note);

static inline int tl_failed_note(const TlParser *p) {
    return p->hunting ? TL_NOTE_FAILED : TL_NOTE_FAILED_QUIETLY;
}

// --- diagnose_expr.c --------------------------------------------------------

// After the operators of an expression: what may be missing before the next.
bool tl_hunt_expression(TlParser *p, const TlExpr *left, int start);

// After an expression where `:=` is allowed: a `=` or `:=` too many.
bool tl_hunt_named(TlParser *p, const TlExpr *expr, int start);

// The bracket at token [start] did not fit as anything.
void tl_hunt_bracket(TlParser *p, int start);

// The brace at token [start] did not fit: looks for mistakes in a dict, in
// either pass and hunting or not, because CPython does.
void tl_hunt_dict(TlParser *p, int start);

// The argument list after the parenthesis [paren] did not fit. In a call, it
// may have been meant as a generator expression.
void tl_hunt_arguments(TlParser *p, int paren, bool is_call);

// A keyword argument, `name=value`, has been read from [start].
bool tl_hunt_keyword(TlParser *p, int start);

// An argument at [start] that is no plain keyword: `a.b=1`, `None=1`.
bool tl_hunt_argument(TlParser *p, int start);

// `for` at token [start] (or `async`) is not followed by targets and `in`.
void tl_hunt_for_target(TlParser *p, int start);

// --- diagnose_stmt.c --------------------------------------------------------

// The statement at [start] is no assignment that fits.
void tl_hunt_assignment(TlParser *p, int start);

void tl_hunt_del(TlParser *p, int start);

// At the colon before a block: is it there, and does a block follow? [keyword]
// is the token that begins [what], "'if' statement".
bool tl_hunt_block(TlParser *p, int keyword, const char *what,
                   bool may_lack_colon);

// After the block of a `try`.
bool tl_hunt_try(TlParser *p);

// `except` at token [start] did not fit.
void tl_hunt_except(TlParser *p, int start);

// `except` at token [start] follows handlers of the other kind.
void tl_hunt_mixed_handler(TlParser *p, int start);

// The target after `as` of a with item is at [start].
void tl_hunt_with_target(TlParser *p, int start);

// After `as` of a pattern, at [start]: no name that can be bound.
void tl_hunt_as_pattern(TlParser *p, int start);

#endif
