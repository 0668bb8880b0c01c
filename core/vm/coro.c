// coro.c — how generators of all kinds are entered, linked, closed and freed.
// SPDX-License-Identifier: MIT
//
// Invariants. A generator alone, or at the root of an await chain, has
// root == itself; `leaf` is then its innermost frame and chain_depth counts
// the frames between. Frames of a chain are linked by `back` from the leaf to
// the root also while the chain is suspended; the root's own `back` is set
// only while it runs. Only a root's frame has state RUNNING; the frames inside
// run when their root does.
#include "vm/coro.h"

#include "lang/opcodes.h"
#include "vm/vm_impl.h"

static const char *const kind_names[] = {"generator", "coroutine",
                                         "async generator"};

bool tl_is_generator(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->vm->generator;
}

bool tl_is_coroutine(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->vm->coroutine;
}

bool tl_is_async_gen(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->vm->async_gen;
}

bool tl_gen_is_running(const TlGen *gen)
{
    return gen->frame != NULL && gen->root->frame->state == TL_FRAME_RUNNING;
}

// ---- making one

static TlGenKind kind_of(const TlCode *code)
{
    return code->flags & TL_CODE_COROUTINE ? TL_GEN_CORO
           : code->flags & TL_CODE_ASYNC_GENERATOR ? TL_GEN_ASYNC
                                                   : TL_GEN_PLAIN;
}

static void record_coroutine(TlRuntime *rt, TlGen *gen)
{
    gen->id = tl_trace_new_id(&rt->trace);
    if (!tl_trace_on(&rt->trace, TL_TRACE_SCHED) ||
        (gen->code->flags & TL_CODE_INTERNAL)) {
        return;
    }
    size_t len;
    const char *name = tl_str_utf8(rt, gen->qualname, &len);
    if (name == NULL) {
        tl_clear_error(rt);
        return;
    }
    tl_trace_emit2(&rt->trace, TL_EV_CORO_CREATE, gen->id,
                   tl_trace_str(&rt->trace, name, len), 0);
}

TlGen *tl_gen_new(TlRuntime *rt, TlFrame *f)
{
    TlGenKind kind = kind_of(f->code);
    TlVm *vm = rt->vm;
    TlType *type = kind == TL_GEN_CORO    ? vm->coroutine
                   : kind == TL_GEN_ASYNC ? vm->async_gen
                                          : vm->generator;
    TlGen *gen = tl_object_new(rt, type);
    if (gen == NULL) {
        return NULL;
    }
    gen->frame = f;
    gen->code = tl_retain(f->code);
    gen->name = tl_retain(f->func->name);
    gen->qualname = tl_retain(f->func->qualname);
    gen->exc.exc = TL_NO_VALUE;
    gen->root = gen;
    gen->leaf = f;
    gen->kind = (uint8_t)kind;
    gen->finalizer = TL_NO_VALUE;
    f->gen = gen;
    f->back = NULL;
    f->state = TL_FRAME_CREATED;
    if (kind == TL_GEN_CORO) {
        record_coroutine(rt, gen);
    }
    return gen;
}

// ---- chains

void tl_gen_split(TlRuntime *rt, TlGen *gen)
{
    TlGen *root = gen->root;
    if (root == gen) {
        return;
    }
    TlFrame *parent = gen->frame->back;
    int32_t inside = 0;
    for (TlFrame *f = root->leaf; f != gen->frame; f = f->back) {
        f->gen->root = gen;
        inside++;
    }
    gen->root = gen;
    gen->leaf = root->leaf;
    gen->chain_depth = inside;
    gen->frame->back = NULL;
    root->leaf = parent;
    root->chain_depth -= inside + 1;
    // The parent was inside SEND; it does it again with what it is sent next.
    parent->ip--;
}

// The generator whose frame was called by [f] in the chain of [root], or NULL.
static TlGen *child_of(TlGen *root, TlFrame *f)
{
    TlFrame *at = root->leaf;
    while (at != f && at->back != f) {
        at = at->back;
    }
    return at == f ? NULL : at->gen;
}

static bool stands_at(const TlFrame *f, TlOpcode op)
{
    return TL_INSTR_OP(*f->ip) == op;
}

TlRef tl_frame_delegate(TlFrame *f)
{
    if (f->state == TL_FRAME_CREATED || f->state == TL_FRAME_DONE) {
        return TL_NO_VALUE;
    }
    bool waits = stands_at(f, TL_OP_SEND) ||
                 (stands_at(f, TL_OP_JUMP_BACK) &&
                  TL_INSTR_OP(f->code->instrs[TL_INSTR_ARG(*f->ip)]) ==
                      TL_OP_SEND);
    return waits ? f->sp[-1] : TL_NO_VALUE;
}

TlRef tl_gen_awaited(TlGen *gen)
{
    TlFrame *f = gen->frame;
    if (f == NULL || f->state == TL_FRAME_CREATED) {
        return TL_NO_VALUE;
    }
    if (tl_gen_is_running(gen)) {
        return TL_NO_VALUE;
    }
    return gen->root->leaf == f ? tl_frame_delegate(f) : f->sp[-1];
}

// ---- throwing

TlSendStatus tl_gen_resume_nested(TlRuntime *rt, TlGen *gen, TlRef value,
                                  TlRef exc, TlValue *result)
{
    *result = TL_NO_VALUE;
    if (tl_enter_native(rt, " while calling a Python object") != TL_OK) {
        return TL_SEND_ERROR;
    }
    TlSendStatus status = TL_SEND_ERROR;
    if (tl_nest(rt) == TL_OK) {
        status = tl_gen_resume(rt, gen, value, exc, result);
        tl_unnest(rt);
    }
    tl_leave_native(rt);
    return status;
}

// Throws [exc] into [gen], which must end by it.
static TlStatus throw_to_end(TlRuntime *rt, TlGen *gen, TlRef exc)
{
    TlValue value;
    TlSendStatus status =
        tl_gen_resume_nested(rt, gen, TL_NO_VALUE, exc, &value);
    tl_decref(rt, value);
    if (status == TL_SEND_NEXT) {
        tl_raise_fmt(rt, rt->exc.RuntimeError, "%s ignored GeneratorExit",
                     kind_names[gen->kind]);
        return TL_RAISED;
    }
    if (status == TL_SEND_ERROR &&
        (tl_error_is(rt, rt->exc.GeneratorExit) ||
         tl_error_is(rt, rt->exc.StopIteration))) {
        tl_clear_error(rt);
    }
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

static TlStatus close_iterator(TlRuntime *rt, TlRef it)
{
    if (tl_is_generator(rt, it) || tl_is_coroutine(rt, it)) {
        return tl_gen_close(rt, (TlGen *)tl_as_obj(it));
    }
    TlValue method;
    int found = tl_getattr_opt(rt, it, TL_NAME(rt, close), &method);
    if (found < 0) {
        tl_write_unraisable(rt, it);
    }
    if (found <= 0) {
        return TL_OK;
    }
    TlValue result = tl_call0(rt, method);
    tl_decref(rt, method);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

// The iterator [f] waits for is over: behind the SEND, with its result.
static TlFlow finish_delegation(TlRuntime *rt, TlFrame *f, TlValue value)
{
    const uint32_t *at = f->ip;
    if (stands_at(f, TL_OP_JUMP_BACK)) {
        at = f->code->instrs + TL_INSTR_ARG(*at);
    }
    f->ip = f->code->instrs + TL_INSTR_ARG(*at);
    tl_drop(rt, f);
    tl_push(f, value);
    return TL_FLOW_FRAME;
}

// Raises what was thrown into the generator that now runs. Its context is what
// that generator handles itself, not what its caller does.
static void raise_thrown(TlRuntime *rt, TlRef exc)
{
    tl_exc_set_context(rt, exc, rt->exc_state->exc);
    tl_restore(rt, tl_incref(exc));
}

// [it], which the leaf waits for, is offered the exception first.
static TlFlow throw_to_delegate(TlRuntime *rt, TlFrame *leaf, TlRef it,
                                TlRef exc)
{
    TlValue method;
    int found = tl_getattr_opt(rt, it, TL_NAME(rt, throw), &method);
    if (found < 0) {
        return TL_FLOW_ERROR;
    }
    if (found == 0) {
        raise_thrown(rt, exc);
        return TL_FLOW_ERROR;
    }
    TlValue value = tl_call1(rt, method, exc);
    tl_decref(rt, method);
    if (tl_has_value(value)) {
        return tl_leave_yield(rt, leaf, value);
    }
    if (tl_error_is(rt, rt->exc.StopIteration) &&
        tl_take_stop_value(rt, &value) > 0) {
        return finish_delegation(rt, leaf, value);
    }
    tl_exc_set_context(rt, rt->error, rt->exc_state->exc);
    return TL_FLOW_ERROR;
}

static TlFlow throw_at_leaf(TlRuntime *rt, TlFrame *leaf, TlRef exc)
{
    TlRef it = tl_frame_delegate(leaf);
    bool comes_from_it = rt->vm->carried == exc;
    rt->vm->carried = TL_NO_VALUE;
    if (tl_has_value(it) && !comes_from_it) {
        if (!tl_exc_is(exc, rt->exc.GeneratorExit)) {
            return throw_to_delegate(rt, leaf, it, exc);
        }
        if (close_iterator(rt, it) != TL_OK) {
            return TL_FLOW_ERROR;
        }
    }
    raise_thrown(rt, exc);
    return TL_FLOW_ERROR;
}

// Runs [gen], a chain of one, to its end with [carried] or a GeneratorExit
// thrown in. Gives what it raises instead, owned, or TL_NO_VALUE.
static TlValue close_one(TlRuntime *rt, TlGen *gen, TlValue carried)
{
    if (!tl_has_value(carried)) {
        return tl_gen_close(rt, gen) == TL_OK ? TL_NO_VALUE : tl_fetch(rt);
    }
    rt->vm->carried = carried;
    TlStatus status = throw_to_end(rt, gen, carried);
    tl_decref(rt, carried);
    return status == TL_OK ? TL_NO_VALUE : tl_fetch(rt);
}

// Before a GeneratorExit reaches [gen], what it awaits is closed, innermost
// first. An asynchronous generator on the way is only let go. The exception
// to throw into [gen] instead, owned, or TL_NO_VALUE.
static TlValue close_inside(TlRuntime *rt, TlGen *gen)
{
    TlGen *item_source = NULL;
    for (TlFrame *f = gen->leaf; f != gen->frame; f = f->back) {
        if (f->ret == TL_RET_ASEND) {
            item_source = f->gen;
        }
    }
    if (item_source != NULL) {
        tl_gen_split(rt, item_source);
    }
    TlValue carried = TL_NO_VALUE;
    while (gen->leaf != gen->frame) {
        TlGen *inner = tl_retain(gen->leaf->gen);
        tl_gen_split(rt, inner);
        carried = close_one(rt, inner, carried);
        tl_release(rt, inner);
    }
    return carried;
}

// ---- entering

static TlFlow refuse(TlRuntime *rt, TlType *type, const char *text,
                     const TlGen *gen, TlValue value)
{
    tl_decref(rt, value);
    tl_raise_fmt(rt, type, text, kind_names[gen->kind]);
    return TL_FLOW_ERROR;
}

static TlFlow enter_finished(TlRuntime *rt, TlGen *gen, TlValue value,
                             TlRef exc)
{
    tl_decref(rt, value);
    if (gen->kind == TL_GEN_CORO) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "cannot reuse already awaited coroutine");
    } else if (tl_has_value(exc)) {
        tl_restore(rt, tl_incref(exc));
    } else {
        tl_raise_stop(rt, TL_NONE);
    }
    return TL_FLOW_ERROR;
}

static void trace_chain_resumed(TlRuntime *rt, TlFrame *f, TlFrame *root)
{
    if (f != root) {
        trace_chain_resumed(rt, f->back, root);
    }
    tl_trace_resume(rt, f);
}

static void link_and_run(TlRuntime *rt, TlGen *gen, TlReturnKind ret)
{
    TlFrame *f = gen->frame;
    f->back = rt->vm->top;
    f->ret = (uint8_t)ret;
    f->state = TL_FRAME_RUNNING;
    gen->exc.prev = rt->exc_state;
    rt->exc_state = &gen->leaf->gen->exc;
    rt->depth += gen->chain_depth + 1;
    rt->vm->top = gen->leaf;
    if (rt->trace.level >= TL_TRACE_LINES) {
        trace_chain_resumed(rt, gen->leaf, f);
    }
}

// CPython hands an exception down to the leaf without entering the frames on
// the way: what they handle is no context there before the chain rests again.
static void hide_outer_handlers(TlGen *root)
{
    TlGen *leaf = root->leaf->gen;
    if (leaf != root) {
        leaf->exc.prev = root->exc.prev;
        root->thrown = leaf;
    }
}

void tl_gen_show_handlers(TlGen *root)
{
    TlGen *thrown = root->thrown;
    if (thrown != NULL) {
        thrown->exc.prev = &thrown->frame->back->gen->exc;
        root->thrown = NULL;
    }
}

// The error goes on into [outer] as if it was thrown there: when that handles
// another one, CPython chains the two and forgets the traceback's entries that
// no handler has seen.
static void chain_anew(TlRuntime *rt, const TlGen *outer)
{
    if (!tl_has_value(outer->exc.exc)) {
        return;
    }
    tl_exc_set_context(rt, rt->error, outer->exc.exc);
    tl_traceback_forget_fresh(rt);
}

void tl_gen_leave_handlers(TlRuntime *rt, TlGen *gen)
{
    TlGen *root = gen->root;
    if (TL_LIKELY(root->thrown != gen)) {
        rt->exc_state = gen->exc.prev;
        return;
    }
    // The frame outside is entered as the leaf was.
    TlGen *outer = gen->frame->back->gen;
    if (tl_raised(rt)) {
        chain_anew(rt, outer);
    }
    outer->exc.prev = gen->exc.prev;
    root->thrown = outer == root ? NULL : outer;
    rt->exc_state = &outer->exc;
}

// Resuming counts the whole chain, as CPython, which walks it. When it is too
// deep, the awaiting frame at the limit gets the RecursionError.
static TlFlow enter_too_deep(TlRuntime *rt, TlGen *gen, TlReturnKind ret,
                             TlValue value)
{
    tl_decref(rt, value);
    int fit = rt->depth_limit - rt->depth;
    int over = gen->chain_depth + 1 - fit;
    if (fit >= 1) {
        TlFrame *f = gen->leaf;
        while (--over > 0) {
            f = f->back;
        }
        tl_gen_split(rt, f->gen);
        link_and_run(rt, gen, ret);
    }
    tl_raise(rt, rt->exc.RecursionError, "maximum recursion depth exceeded");
    return TL_FLOW_ERROR;
}

TlFlow tl_gen_enter(TlRuntime *rt, TlGen *gen, TlReturnKind ret,
                    TlValue value, TlRef exc)
{
    TlFrame *f = gen->frame;
    if (f == NULL) {
        return enter_finished(rt, gen, value, exc);
    }
    if (tl_gen_is_running(gen)) {
        return refuse(rt, rt->exc.ValueError, "%s already executing", gen,
                      value);
    }
    bool throws = tl_has_value(exc);
    if (!throws && f->state == TL_FRAME_CREATED && !tl_is_none(value)) {
        return refuse(rt, rt->exc.TypeError,
                      "can't send non-None value to a just-started %s", gen,
                      value);
    }
    tl_gen_split(rt, gen);
    TlValue instead = TL_NO_VALUE;
    if (throws && gen->leaf != f && tl_exc_is(exc, rt->exc.GeneratorExit)) {
        instead = close_inside(rt, gen);
    }
    if (TL_UNLIKELY(rt->depth + gen->chain_depth + 1 > rt->depth_limit)) {
        tl_decref(rt, instead);
        return enter_too_deep(rt, gen, ret, value);
    }
    link_and_run(rt, gen, ret);
    if (throws) {
        tl_decref(rt, value);
        hide_outer_handlers(gen);
        rt->vm->carried = instead;
        TlFlow flow = throw_at_leaf(rt, gen->leaf,
                                    tl_has_value(instead) ? instead : exc);
        tl_decref(rt, instead);
        return flow;
    }
    tl_push(gen->leaf, value);
    return tl_tick(rt) ? TL_FLOW_FRAME : tl_pause(rt, TL_FLOW_FRAME);
}

TlFlow tl_gen_enter_new(TlRuntime *rt, TlFrame *f, TlGen *gen)
{
    TlFrame *inner = gen->frame;
    TlGen *root = f->gen->root;
    inner->back = f;
    inner->ret = TL_RET_SEND;
    inner->state = TL_FRAME_SUSPENDED;
    gen->root = root;
    gen->exc.prev = rt->exc_state;
    rt->exc_state = &gen->exc;
    root->chain_depth++;
    rt->depth++;
    rt->vm->top = inner;
    tl_push(inner, TL_NONE);
    if (rt->trace.level >= TL_TRACE_LINES) {
        tl_trace_resume(rt, inner);
    }
    return TL_LIKELY(tl_tick(rt)) ? TL_FLOW_FRAME
                                  : tl_pause(rt, TL_FLOW_FRAME);
}

TlFlow tl_gen_enter_chain(TlRuntime *rt, TlFrame *f, TlGen *gen,
                          TlReturnKind ret, TlValue value, TlRef exc)
{
    TlFrame *inner = gen->frame;
    bool throws = tl_has_value(exc);
    if (tl_gen_is_running(gen)) {
        return refuse(rt, rt->exc.ValueError, "%s already executing", gen,
                      value);
    }
    if (!throws && inner->state == TL_FRAME_CREATED && !tl_is_none(value)) {
        return refuse(rt, rt->exc.TypeError,
                      "can't send non-None value to a just-started %s", gen,
                      value);
    }
    tl_gen_split(rt, gen);
    if (tl_check_depth(rt, gen->chain_depth + 1) != TL_OK) {
        tl_decref(rt, value);
        return TL_FLOW_ERROR;
    }
    link_and_run(rt, gen, ret);
    inner->state = TL_FRAME_SUSPENDED;
    TlGen *root = f->gen->root;
    for (TlFrame *at = gen->leaf; at != f; at = at->back) {
        at->gen->root = root;
    }
    root->chain_depth += gen->chain_depth + 1;
    if (throws) {
        tl_decref(rt, value);
        return throw_at_leaf(rt, gen->leaf, exc);
    }
    tl_push(gen->leaf, value);
    return tl_tick(rt) ? TL_FLOW_FRAME : tl_pause(rt, TL_FLOW_FRAME);
}

void tl_gen_finished(TlRuntime *rt, TlGen *gen)
{
    tl_gen_leave_handlers(rt, gen);
    if (gen->root != gen) {
        gen->root->chain_depth--;
        gen->root = gen;
    }
    gen->frame = gen->leaf = NULL;
    if (TL_UNLIKELY(tl_has_value(gen->exc.exc))) {
        tl_clear(rt, &gen->exc.exc);
    }
}

void tl_gen_convert_stop(TlRuntime *rt, TlGen *gen)
{
    const char *what = NULL;
    if (tl_error_is(rt, rt->exc.StopIteration)) {
        what = "StopIteration";
    } else if (gen->kind == TL_GEN_ASYNC &&
               tl_error_is(rt, rt->exc.StopAsyncIteration)) {
        what = "StopAsyncIteration";
    }
    if (what == NULL) {
        return;
    }
    TlValue cause = tl_fetch(rt);
    tl_raise_fmt(rt, rt->exc.RuntimeError, "%s raised %s",
                 kind_names[gen->kind], what);
    TlExc *raised = (TlExc *)tl_as_obj(rt->error);
    TlValue context = raised->context;
    raised->context = tl_incref(cause);
    tl_decref(rt, context);
    tl_decref(rt, raised->cause);
    raised->cause = cause;
    raised->suppress_context = true;
}

// ---- from C

TlSendStatus tl_gen_resume(TlRuntime *rt, TlGen *gen, TlRef value, TlRef exc,
                           TlValue *result)
{
    if (gen->frame == NULL && gen->kind != TL_GEN_CORO && !tl_has_value(exc)) {
        *result = TL_NONE;
        return TL_SEND_RETURN;
    }
    if (tl_exec_reserve(rt) != TL_OK) {
        return TL_SEND_ERROR;
    }
    TlFrame *outer = rt->vm->top;
    TlFlow flow =
        tl_gen_enter(rt, gen, TL_RET_BASE, tl_incref(value), exc);
    if (flow == TL_FLOW_END) {
        *result = rt->vm->end_value;
        return rt->vm->end;
    }
    if (flow == TL_FLOW_ERROR && rt->vm->top == outer) {
        return TL_SEND_ERROR;
    }
    return tl_exec_begin(rt, flow, outer, result);
}

TlStatus tl_gen_close(TlRuntime *rt, TlGen *gen)
{
    if (gen->frame == NULL) {
        return TL_OK;
    }
    if (gen->frame->state == TL_FRAME_CREATED) {
        tl_gen_discard(rt, gen);
        return TL_OK;
    }
    TlValue exit = tl_exc_new(rt, rt->exc.GeneratorExit, TL_NO_VALUE);
    if (!tl_has_value(exit)) {
        return TL_RAISED;
    }
    TlStatus status = throw_to_end(rt, gen, exit);
    tl_decref(rt, exit);
    return status;
}

// ---- the end

void tl_gen_discard(TlRuntime *rt, TlGen *gen)
{
    TlFrame *f = gen->frame;
    if (f == NULL) {
        return;
    }
    TL_ASSERT(!tl_gen_is_running(gen), "what runs is held");
    tl_gen_split(rt, gen);
    TlGen *child = child_of(gen, f);
    if (child != NULL) {
        tl_gen_split(rt, child);
    }
    gen->frame = gen->leaf = NULL;
    f->gen = NULL;
    f->back = NULL;
    tl_frame_finish(rt, f);
    tl_clear(rt, &gen->exc.exc);
}

static void warn_never_awaited(TlRuntime *rt, TlGen *gen)
{
    size_t len;
    const char *name = tl_str_utf8(rt, gen->qualname, &len);
    if (name != NULL && !(gen->code->flags & TL_CODE_INTERNAL)) {
        tl_trace_emit2(&rt->trace, TL_EV_CORO_DROP, gen->id,
                       tl_trace_str(&rt->trace, name, len), 0);
    }
    TlValue text =
        tl_str_fmt(rt, "coroutine '%U' was never awaited", gen->qualname);
    if (tl_has_value(text)) {
        const char *message = tl_str_utf8(rt, tl_as_str(text), &len);
        if (message != NULL) {
            tl_vm_warn(rt, rt->exc.RuntimeWarning, message);
        }
    }
    tl_decref(rt, text);
    if (tl_raised(rt)) {
        tl_write_unraisable(rt, tl_from_obj(gen));
    }
}

// Reports what closing let out. The place is that of the last reference.
static void report(TlRuntime *rt, TlRef where)
{
    tl_traceback_ensure(rt, rt->error);
    tl_write_unraisable(rt, where);
}

// Generators that die because a stack at its limit unwinds need frames to
// close in.
#define CLOSE_HEADROOM 50

void tl_gen_finalize(TlRuntime *rt, TlRef self)
{
    TlGen *gen = (TlGen *)tl_as_obj(self);
    if (gen->frame == NULL) {
        return;
    }
    TlValue error = tl_fetch(rt);
    rt->depth_limit += CLOSE_HEADROOM;
    if (gen->kind == TL_GEN_CORO && gen->frame->state == TL_FRAME_CREATED) {
        warn_never_awaited(rt, gen);
    } else if (gen->kind == TL_GEN_ASYNC && gen->hooks_done && !gen->closed &&
               rt->vm->hooks.agen_dead != NULL) {
        if (rt->vm->hooks.agen_dead(rt, gen) == 0 &&
            tl_gen_close(rt, gen) != TL_OK) {
            report(rt, self);
        }
    } else if (tl_gen_close(rt, gen) != TL_OK) {
        report(rt, self);
    }
    rt->depth_limit -= CLOSE_HEADROOM;
    tl_restore(rt, error);
}

void tl_gen_free(TlRuntime *rt, TlObject *self)
{
    TlGen *gen = (TlGen *)self;
    tl_gen_discard(rt, gen);
    tl_clear(rt, &gen->exc.exc);
    tl_clear(rt, &gen->finalizer);
    tl_release(rt, gen->name);
    tl_release(rt, gen->qualname);
    tl_release(rt, gen->code);
    tl_object_free(rt, self);
}

// A frame that only its generator holds is traversed as part of it (see
// frame.c).
void tl_gen_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlGen *gen = (TlGen *)self;
    TlFrame *f = gen->frame;
    if (f != NULL && (f->ob.bits & TL_OB_TRACKED)) {
        tl_visit_ptr(f, visit, arg);
    } else if (f != NULL) {
        f->ob.type->slots.traverse(&f->ob, visit, arg);
    }
    tl_visit(gen->exc.exc, visit, arg);
    tl_visit(gen->finalizer, visit, arg);
}

void tl_gen_clear(TlRuntime *rt, TlObject *self)
{
    TlGen *gen = (TlGen *)self;
    if (!tl_gen_is_running(gen)) {
        tl_gen_discard(rt, gen);
    }
}
