// vm_impl.h — what the files of the vm share among themselves.
// SPDX-License-Identifier: MIT
//
// The bodies of instructions that are more than a few lines stand in ops_*.c.
// They find their operands on the frame's stack (f->sp is true, f->ip is
// behind the instruction) and leave both as they should go on. An operand that
// is in use stays on the stack, so whatever user code runs, it is alive.
#ifndef TL_VM_VM_IMPL_H
#define TL_VM_VM_IMPL_H

#include "base/check.h"
#include "lang/opcodes.h"
#include "object/exc.h"
#include "object/str.h"
#include "vm/vm.h"

// What the dispatch loop does after a body that may change frames.
typedef enum TlFlow {
    TL_FLOW_NEXT,     // goes on in the same frame
    TL_FLOW_FRAME,    // goes on in vm->top
    TL_FLOW_ERROR,    // raised in vm->top: unwind
    TL_FLOW_RERAISE,  // the same, without a new traceback entry
    TL_FLOW_SUSPEND,  // leaves; a sendable may be in vm->end_value
    TL_FLOW_END       // the base frame is done: vm->end, vm->end_value
} TlFlow;

// Places behind stack_size that instructions may use to set up a call.
#define TL_STACK_SPARE 8

TL_INLINE TlValue tl_pop(TlFrame *f)
{
    return *--f->sp;
}

TL_INLINE void tl_push(TlFrame *f, TlValue v)
{
    *f->sp++ = v;
}

TL_INLINE void tl_drop(TlRuntime *rt, TlFrame *f)
{
    tl_decref(rt, *--f->sp);
}

// tl_frame_new with room for [places] values more than the code needs.
TlFrame *tl_frame_new_wide(TlRuntime *rt, TlFunction *func, int places);

// Takes [n] operands off the stack and pushes [result]; TL_NO_VALUE = raised.
TlStatus tl_replace(TlRuntime *rt, TlFrame *f, int n, TlValue result);

// ---- frames on and off the running stack (unwind.c)

// RecursionError unless [n] more frames may run.
TlStatus tl_check_depth(TlRuntime *rt, int n);
// A step was counted and it is time to look (after tl_tick() was false).
TlFlow tl_pause(TlRuntime *rt, TlFlow flow);
// The top frame returns, yields, or lets rt->error out. [value] is consumed.
TlFlow tl_leave_return(TlRuntime *rt, TlFrame *f, TlValue value);
TlFlow tl_leave_yield(TlRuntime *rt, TlFrame *f, TlValue value);
TlFlow tl_leave_error(TlRuntime *rt, TlFrame *f);
// [value] arrives at [caller] in the way [ret] says; [gen], [aux]: of the frame
// that is gone. Consumes both values.
TlFlow tl_deliver(TlRuntime *rt, TlFrame *caller, TlReturnKind ret,
                  TlGen *gen, TlValue value, TlValue aux);
// Finds who handles rt->error, from the top frame outwards.
TlFlow tl_unwind(TlRuntime *rt, bool with_entry);

void tl_trace_enter(TlRuntime *rt, TlFrame *f);

// Runs [callee] next, called by [f] (NULL: nothing runs). Steals [callee].
TL_INLINE void tl_push_frame(TlRuntime *rt, TlFrame *f, TlFrame *callee)
{
    callee->back = f;
    rt->vm->top = callee;
    rt->depth++;
    if (TL_UNLIKELY(rt->trace.level >= TL_TRACE_LINES)) {
        tl_trace_enter(rt, callee);
    }
}

// ---- executions (thread.c)

// Runs the execution whose base is on top; as tl_interp_run, but a SUSPENDED
// one is kept on the thread's stack.
// [outer] was on top before and is again when this returns.
TlSendStatus tl_exec_run(TlRuntime *rt, TlFrame *outer, TlValue *result);
// Begins a flow (vm->top is set up, or has failed to be) as an execution.
TlSendStatus tl_exec_begin(TlRuntime *rt, TlFlow flow, TlFrame *outer,
                           TlValue *result);
TlStatus tl_exec_reserve(TlRuntime *rt);
TlSendStatus tl_exec_resume(TlRuntime *rt, TlValue *result);
// Runs [frame] (owned, NULL = raised) to its end, nested: never SUSPENDED.
TlValue tl_run_nested(TlRuntime *rt, TlFrame *frame);
TlStatus tl_nest(TlRuntime *rt);  // around nested executions
void tl_unnest(TlRuntime *rt);
// Drives a sendable to its RETURN value, nested.
TlValue tl_drive(TlRuntime *rt, TlRef sendable);
TlSendStatus tl_hook_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                          int nargs, TlTuple *kwnames, TlValue *result);
TlSendStatus tl_hook_throw(TlRuntime *rt, TlRef coro, TlRef exc,
                           TlValue *result);
TlSendStatus tl_hook_resume(TlRuntime *rt, TlValue *result);
TlValue tl_hook_suspend_on(TlRuntime *rt, TlValue sendable);

// ---- tail requests (tail.c)

// What the native left in vm->tail begins, called from [f].
TlFlow tl_tail_begin(TlRuntime *rt, TlFrame *f);
void tl_tail_clear(TlRuntime *rt);

// ---- calls (ops_call.c, args.c)

// [callable self-or-NO_VALUE args...] on the stack. Everywhere [nargs] counts
// positional arguments; values of keywords stand behind them.
TlFlow tl_op_call(TlRuntime *rt, TlFrame *f, int nargs, TlTuple *kwnames);
TlFlow tl_op_call_kw(TlRuntime *rt, TlFrame *f, int count);
TlFlow tl_op_call_ex(TlRuntime *rt, TlFrame *f, bool has_dict);
TlStatus tl_op_make_function(TlRuntime *rt, TlFrame *f, uint32_t flags);
// A frame for calling [func] with these arguments (borrowed); NULL = raised.
TlFrame *tl_bind_call(TlRuntime *rt, TlFunction *func, const TlRef *args,
                      int nargs, TlTuple *kwnames);
// A base frame that returns what is put on its stack: what C code calls from.
// Room for [places] values. NULL = raised.
TlFrame *tl_trampoline_new(TlRuntime *rt, int places);
// Puts a call on the trampoline's stack and begins it.
TlFlow tl_trampoline_call(TlRuntime *rt, TlFrame *f, TlRef callee,
                          const TlRef *args, int nargs, TlTuple *kwnames);
// "module.qualname()" for messages, owned (ops_build.c).
TlValue tl_function_name(TlRuntime *rt, TlRef callee);
TlStatus tl_trampoline_init(TlRuntime *rt);
TlValue tl_function_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                         int nargs, TlTuple *kwnames);

// ---- classes (ops_class.c)

extern const TlNativeDef tl_build_class_def;
// The class body in [f] ended; its result is [cell]. The class.
TlValue tl_class_finish(TlRuntime *rt, TlRef state, TlRef cell);

// ---- names and attributes (ops_name.c, ops_attr.c)

TlStatus tl_op_load_name(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_store_name(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_delete_name(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_load_global(TlRuntime *rt, TlFrame *f, TlStr *name,
                           TlInlineCache *cache);
TlStatus tl_op_store_global(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_delete_global(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_load_classderef(TlRuntime *rt, TlFrame *f, int slot);
TlStatus tl_op_delete_deref(TlRuntime *rt, TlFrame *f, int slot);
TlStatus tl_op_make_cell(TlRuntime *rt, TlFrame *f, int slot);
TlStatus tl_op_setup_annotations(TlRuntime *rt, TlFrame *f);
TlValue tl_raise_unbound(TlRuntime *rt, TlFrame *f, int slot);
TlValue tl_raise_name(TlRuntime *rt, TlStr *name);

enum { TL_CACHE_NONE, TL_CACHE_GLOBAL, TL_CACHE_BUILTIN, TL_CACHE_FIELD,
       TL_CACHE_CLASS, TL_CACHE_METHOD };
TlStatus tl_op_load_attr(TlRuntime *rt, TlFrame *f, TlStr *name,
                         TlInlineCache *cache);
TlStatus tl_op_store_attr(TlRuntime *rt, TlFrame *f, TlStr *name,
                          TlInlineCache *cache);
TlStatus tl_op_delete_attr(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_load_method(TlRuntime *rt, TlFrame *f, TlStr *name,
                           TlInlineCache *cache);

// ---- operators (ops_arith.c, ops_compare.c)

TlStatus tl_op_binary(TlRuntime *rt, TlFrame *f, uint32_t op);
TlStatus tl_op_unary(TlRuntime *rt, TlFrame *f, uint32_t op);
TlStatus tl_op_subscr(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_store_subscr(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_delete_subscr(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_compare(TlRuntime *rt, TlFrame *f, uint32_t op);
TlStatus tl_op_contains(TlRuntime *rt, TlFrame *f, bool invert);

// ---- building and unpacking (ops_build.c)

TlStatus tl_op_build(TlRuntime *rt, TlFrame *f, uint32_t op, int n);
TlStatus tl_op_format(TlRuntime *rt, TlFrame *f, uint32_t flags);
TlStatus tl_op_collect(TlRuntime *rt, TlFrame *f, uint32_t op, int depth);
TlStatus tl_op_unpack(TlRuntime *rt, TlFrame *f, int n);
TlStatus tl_op_unpack_ex(TlRuntime *rt, TlFrame *f, uint32_t arg);

// ---- iteration, await, with (ops_iter.c, ops_await.c, ops_with.c)

TlStatus tl_op_get_iter(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_for_iter(TlRuntime *rt, TlFrame *f, uint32_t target);
TlStatus tl_op_get_yield_from_iter(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_send(TlRuntime *rt, TlFrame *f, uint32_t target);
TlStatus tl_op_get_awaitable(TlRuntime *rt, TlFrame *f, uint32_t what);
TlStatus tl_op_get_aiter(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_get_anext(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_end_async_for(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_before_with(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_before_async_with(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_with_except_start(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_return_generator(TlRuntime *rt, TlFrame *f);

// ---- exceptions (ops_exc.c)

void tl_op_push_exc_info(TlRuntime *rt, TlFrame *f);
void tl_op_pop_except(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_check_exc_match(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_check_eg_match(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_prep_reraise_star(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_reraise(TlRuntime *rt, TlFrame *f);
TlFlow tl_op_raise(TlRuntime *rt, TlFrame *f, int n);

// ---- import and match (ops_import.c, ops_match.c)

TlFlow tl_op_import_name(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_import_from(TlRuntime *rt, TlFrame *f, TlStr *name);
TlStatus tl_op_import_star(TlRuntime *rt, TlFrame *f);
TlStatus tl_op_match_class(TlRuntime *rt, TlFrame *f, int positional);
TlStatus tl_op_match_keys(TlRuntime *rt, TlFrame *f);
void tl_op_match_kind(TlRuntime *rt, TlFrame *f, uint32_t flag);
TlStatus tl_op_get_len(TlRuntime *rt, TlFrame *f);

// ---- trace (vm_trace.c)

void tl_trace_exit(TlRuntime *rt, TlFrame *f, bool raised);
void tl_trace_suspend(TlRuntime *rt, TlFrame *f);
void tl_trace_resume(TlRuntime *rt, TlFrame *f);
void tl_trace_line(TlRuntime *rt, TlFrame *f);
void tl_hook_where(TlRuntime *rt, uint32_t *file, uint32_t *line);
bool tl_hook_where_in(TlRuntime *rt, TlRef coro, uint32_t *file,
                      uint32_t *line);

// ---- generators (coro.c, generator.c, async_gen.c)

// __name__ and (closure != NULL) __qualname__ of all kinds; repr.
TlValue tl_gen_get_name(TlRuntime *rt, TlRef self, void *closure);
TlStatus tl_gen_set_name(TlRuntime *rt, TlRef self, TlRef value,
                         void *closure);
TlValue tl_gen_repr(TlRuntime *rt, TlRef self);
// The coroutine of a coroutine_wrapper, borrowed.
TlGen *tl_coro_wrapped(TlRef wrapper);

// A generator of the code's kind around [f], whose reference it takes over.
TlGen *tl_gen_new(TlRuntime *rt, TlFrame *f);
// Puts [gen] on top, called from [caller] (or C: NULL... vm->top) and resumed
// with [value] (consumed) or, when [exc] is not TL_NO_VALUE, with that thrown
// (FLOW_ERROR). ERROR with vm->top unchanged when it cannot run.
TlFlow tl_gen_enter(TlRuntime *rt, TlGen *gen, TlReturnKind ret,
                    TlValue value, TlRef exc);
// The same from SEND in [f]: [gen], which is not finished, becomes part of the
// chain [f] belongs to.
TlFlow tl_gen_enter_chain(TlRuntime *rt, TlFrame *f, TlGen *gen,
                          TlReturnKind ret, TlValue value, TlRef exc);
// The common case of that: [gen] has not begun and is sent None; the depth
// allows it.
TlFlow tl_gen_enter_new(TlRuntime *rt, TlFrame *f, TlGen *gen);
// Drops the frame of a generator that does not run; its code sees nothing.
void tl_gen_discard(TlRuntime *rt, TlGen *gen);
// tl_gen_resume() that runs to the next yield or the end.
TlSendStatus tl_gen_resume_nested(TlRuntime *rt, TlGen *gen, TlRef value,
                                  TlRef exc, TlValue *result);
// Slots all three types have.
void tl_gen_finalize(TlRuntime *rt, TlRef self);
void tl_gen_free(TlRuntime *rt, TlObject *self);
void tl_gen_traverse(TlObject *self, TlVisit visit, void *arg);
void tl_gen_clear(TlRuntime *rt, TlObject *self);
// The running generator [gen] has no frame any more: unlinks it from what runs.
void tl_gen_finished(TlRuntime *rt, TlGen *gen);
// [gen] is left for what is outside of it: so is what it handles.
void tl_gen_leave_handlers(TlRuntime *rt, TlGen *gen);
// A chain rests: when it goes on, each frame sees what those outside handle.
void tl_gen_show_handlers(TlGen *root);
// StopIteration let out of a generator becomes RuntimeError (PEP 479).
void tl_gen_convert_stop(TlRuntime *rt, TlGen *gen);
TlRef tl_frame_delegate(TlFrame *f);  // what a suspended frame waits for
TlStatus tl_throw_args(TlRuntime *rt, const TlRef *args, int nargs,
                       TlValue *exc);

#endif
