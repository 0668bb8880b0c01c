// context.h — which values the context variables have where the program is.
// SPDX-License-Identifier: MIT
//
// rt->context is the mapping of the running code: a dict that nobody changes
// (setting a variable makes a new one), or none. So keeping a reference to it
// is copying the context, which is what call_soon() and create_task() do for
// every handle, at the cost of one count.
//
// A TlContext is contextvars.Context: a place that keeps such a mapping. While
// one is entered, what is set goes into it as well.
#ifndef TL_LOOP_CONTEXT_H
#define TL_LOOP_CONTEXT_H

#include "loop/loops.h"

// What was current before something was entered.
typedef struct TlContextOuter {
    TlValue vars;            // owned: dict, None or TL_NO_VALUE
    struct TlContext *box;   // owned, or NULL
    uint32_t id;
} TlContextOuter;

typedef struct TlContext {
    TlObject ob;
    TlValue vars;  // dict or None
    uint32_t id;   // tells contexts apart; 0 is the program's own
    bool entered;
    TlContextOuter outer;  // while entered
} TlContext;

// False until the module contextvars has been imported: there is none then.
bool tl_is_context(TlRuntime *rt, TlRef v);
// A copy of the running context, as a value: a dict or None. Owned.
TlValue tl_context_copy(TlRuntime *rt);
// Makes [context] the running one: a copy as above, or a TlContext. [id] is
// for copies, whose identity is the handle's or task's that runs in them.
void tl_context_enter(TlRuntime *rt, TlRef context, uint32_t id,
                      TlContextOuter *outer);
// Puts [outer] back, and what was current into [place], where the entered
// context came from.
void tl_context_leave(TlRuntime *rt, TlValue *place, TlContextOuter *outer);
// A variable was set: [vars] is the mapping from now on.
void tl_context_replace(TlRuntime *rt, TlRef vars);

#endif
