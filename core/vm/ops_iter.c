// ops_iter.c — for loops, SEND, and what `await` and `async for` drive.
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "vm/async_gen.h"
#include "vm/vm_impl.h"

TlStatus tl_op_get_iter(TlRuntime *rt, TlFrame *f)
{
    TlRef v = f->sp[-1];
    if (tl_is_generator(rt, v)) {
        return TL_OK;
    }
    return tl_replace(rt, f, 1, tl_iter(rt, v));
}

static TlFlow end_loop(TlRuntime *rt, TlFrame *f, uint32_t target)
{
    tl_drop(rt, f);
    f->ip = f->code->instrs + target;
    return TL_FLOW_NEXT;
}

TlFlow tl_op_for_iter(TlRuntime *rt, TlFrame *f, uint32_t target)
{
    TlRef it = f->sp[-1];
    if (tl_as_obj(it)->type == rt->vm->generator) {
        TlGen *gen = (TlGen *)tl_as_obj(it);
        return gen->frame == NULL
                   ? end_loop(rt, f, target)
                   : tl_gen_enter(rt, gen, TL_RET_FOR, TL_NONE, TL_NO_VALUE);
    }
    TlValue v = tl_as_obj(it)->type->slots.next(rt, it);
    if (tl_has_value(v)) {
        tl_push(f, v);
        return TL_FLOW_NEXT;
    }
    if (tl_raised(rt)) {
        if (!tl_error_is(rt, rt->exc.StopIteration)) {
            return TL_FLOW_ERROR;
        }
        tl_clear_error(rt);
    }
    return end_loop(rt, f, target);
}

TlStatus tl_op_get_yield_from_iter(TlRuntime *rt, TlFrame *f)
{
    TlRef v = f->sp[-1];
    if (tl_is_generator(rt, v)) {
        return TL_OK;
    }
    if (!tl_is_coroutine(rt, v)) {
        return tl_replace(rt, f, 1, tl_iter(rt, v));
    }
    if (f->code->flags & (TL_CODE_COROUTINE | TL_CODE_ITERABLE_COROUTINE)) {
        return TL_OK;
    }
    tl_raise(rt, rt->exc.TypeError,
             "cannot 'yield from' a coroutine object in a non-coroutine "
             "generator");
    return TL_RAISED;
}

// ---- SEND

// The iterator on top is over with [result] (owned).
static TlFlow end_send(TlRuntime *rt, TlFrame *f, uint32_t target,
                       TlValue result)
{
    tl_drop(rt, f);
    tl_push(f, result);
    f->ip = f->code->instrs + target;
    return TL_FLOW_NEXT;
}

static TlFlow send_to_gen(TlRuntime *rt, TlFrame *f, TlGen *gen, TlValue value,
                          uint32_t target)
{
    if (TL_LIKELY(gen->frame != NULL && tl_is_none(value) &&
                  gen->frame->state == TL_FRAME_CREATED &&
                  rt->depth < rt->depth_limit)) {
        return tl_gen_enter_new(rt, f, gen);
    }
    if (gen->frame != NULL) {
        return tl_gen_enter_chain(rt, f, gen, TL_RET_SEND, value,
                                  TL_NO_VALUE);
    }
    tl_decref(rt, value);
    if (gen->kind == TL_GEN_CORO) {
        tl_raise(rt, rt->exc.RuntimeError,
                 "cannot reuse already awaited coroutine");
        return TL_FLOW_ERROR;
    }
    return end_send(rt, f, target, TL_NONE);
}

static TlFlow send_to_any(TlRuntime *rt, TlFrame *f, TlRef it, TlValue value,
                          uint32_t target)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status = tl_send(rt, it, value, &result);
    tl_decref(rt, value);
    switch (status) {
    case TL_SEND_NEXT:
        tl_push(f, result);
        return TL_FLOW_NEXT;
    case TL_SEND_RETURN:
        return end_send(rt, f, target, result);
    case TL_SEND_SUSPENDED:
        tl_raise(rt, rt->exc.RuntimeError, "cannot wait inside an await");
        return TL_FLOW_ERROR;
    case TL_SEND_ERROR: break;
    }
    return TL_FLOW_ERROR;
}

TlFlow tl_op_send(TlRuntime *rt, TlFrame *f, uint32_t target)
{
    TlValue value = tl_pop(f);
    TlRef it = f->sp[-1];
    TlVm *vm = rt->vm;
    const TlType *type = tl_type_of(rt, it);
    if (type == vm->coroutine || type == vm->generator) {
        return send_to_gen(rt, f, (TlGen *)tl_as_obj(it), value, target);
    }
    if (type == vm->coro_wrapper) {
        return send_to_gen(rt, f, tl_coro_wrapped(it), value, target);
    }
    if (type == vm->async_gen_asend || type == vm->async_gen_athrow) {
        return tl_asend_send(rt, f, it, value);
    }
    return send_to_any(rt, f, it, value, target);
}

// ---- await

static bool is_iterable_coroutine(TlRuntime *rt, TlRef v)
{
    return tl_is_generator(rt, v) &&
           (((TlGen *)tl_as_obj(v))->code->flags & TL_CODE_ITERABLE_COROUTINE);
}

// What __await__ gave must be an iterator and no coroutine. Consumes [it].
static TlValue check_await_result(TlRuntime *rt, TlValue it)
{
    if (tl_is_coroutine(rt, it) || is_iterable_coroutine(rt, it)) {
        tl_raise(rt, rt->exc.TypeError, "__await__() returned a coroutine");
    } else {
        TlType *type = tl_type_of(rt, it);
        if (type->slots.next != NULL || type->slots.send != NULL) {
            return it;
        }
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "__await__() returned non-iterator of type '%T'", it);
    }
    tl_decref(rt, it);
    return TL_NO_VALUE;
}

TlValue tl_awaitable_iter(TlRuntime *rt, TlRef obj)
{
    if (tl_is_coroutine(rt, obj) || is_iterable_coroutine(rt, obj)) {
        return tl_incref(obj);
    }
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.await == NULL) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "object %T can't be used in 'await' expression",
                            obj);
    }
    TlValue it = type->slots.await(rt, obj);
    return tl_has_value(it) ? check_await_result(rt, it) : TL_NO_VALUE;
}

// `async with` says more precisely what is wrong.
static void explain_context_manager(TlRuntime *rt, TlRef obj, uint32_t what)
{
    if (what == 0 || tl_type_of(rt, obj)->slots.await != NULL ||
        tl_is_coroutine(rt, obj)) {
        return;
    }
    tl_clear_error(rt);
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "'async with' received an object from %s that does not "
                 "implement __await__: %T",
                 what == 1 ? "__aenter__" : "__aexit__", obj);
}

TlStatus tl_op_get_awaitable(TlRuntime *rt, TlFrame *f, uint32_t what)
{
    TlRef obj = f->sp[-1];
    if (tl_is_coroutine(rt, obj)) {
        if (tl_has_value(tl_gen_awaited((TlGen *)tl_as_obj(obj)))) {
            tl_raise(rt, rt->exc.RuntimeError,
                     "coroutine is being awaited already");
            return TL_RAISED;
        }
        return TL_OK;
    }
    TlValue it = tl_awaitable_iter(rt, obj);
    if (!tl_has_value(it)) {
        explain_context_manager(rt, obj, what);
        return TL_RAISED;
    }
    return tl_replace(rt, f, 1, it);
}

// ---- async for

TlStatus tl_op_get_aiter(TlRuntime *rt, TlFrame *f)
{
    TlRef obj = f->sp[-1];
    TlType *type = tl_type_of(rt, obj);
    if (type->slots.aiter == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'async for' requires an object with __aiter__ method, "
                     "got %T",
                     obj);
        return TL_RAISED;
    }
    TlValue it = type->slots.aiter(rt, obj);
    if (tl_has_value(it) && tl_type_of(rt, it)->slots.anext == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'async for' received an object from __aiter__ that "
                     "does not implement __anext__: %T",
                     it);
        tl_clear(rt, &it);
    }
    return tl_replace(rt, f, 1, it);
}

// The exception becomes the cause of a clearer one.
static TlStatus raise_invalid_anext(TlRuntime *rt, TlRef given)
{
    TlValue cause = tl_fetch(rt);
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "'async for' received an invalid object from __anext__: %T",
                 given);
    TlExc *raised = (TlExc *)tl_as_obj(rt->error);
    TlValue context = raised->context;
    raised->context = tl_incref(cause);
    tl_decref(rt, context);
    raised->cause = cause;
    raised->suppress_context = true;
    return TL_RAISED;
}

TlStatus tl_op_get_anext(TlRuntime *rt, TlFrame *f)
{
    TlRef it = f->sp[-1];
    TlType *type = tl_type_of(rt, it);
    if (type == rt->vm->async_gen) {
        TlValue v = tl_async_gen_anext(rt, it);
        if (!tl_has_value(v)) {
            return TL_RAISED;
        }
        tl_push(f, v);
        return TL_OK;
    }
    if (type->slots.anext == NULL) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "'async for' requires an iterator with __anext__ "
                     "method, got %T",
                     it);
        return TL_RAISED;
    }
    TlValue given = type->slots.anext(rt, it);
    if (!tl_has_value(given)) {
        return TL_RAISED;
    }
    TlValue awaitable = tl_awaitable_iter(rt, given);
    TlStatus status = TL_OK;
    if (tl_has_value(awaitable)) {
        tl_push(f, awaitable);
    } else {
        status = raise_invalid_anext(rt, given);
    }
    tl_decref(rt, given);
    return status;
}

TlFlow tl_op_end_async_for(TlRuntime *rt, TlFrame *f)
{
    TlRef exc = f->sp[-1];
    if (tl_exc_is(exc, rt->exc.StopAsyncIteration)) {
        tl_drop(rt, f);
        tl_drop(rt, f);
        return TL_FLOW_NEXT;
    }
    tl_restore(rt, tl_pop(f));
    return TL_FLOW_RERAISE;
}

// ---- generators begin

TlFlow tl_op_return_generator(TlRuntime *rt, TlFrame *f)
{
    TlFrame *caller = f->back;
    TlReturnKind ret = f->ret;
    TlGen *gen = tl_gen_new(rt, f);
    if (gen == NULL) {
        return TL_FLOW_ERROR;
    }
    rt->vm->top = caller;
    rt->depth--;
    if (f->trace_id != 0) {
        tl_trace_suspend(rt, f);
    }
    if (TL_LIKELY(ret == TL_RET_CALL)) {
        tl_push(caller, tl_from_obj(gen));
        return TL_FLOW_FRAME;
    }
    TlValue aux = f->aux;
    f->aux = TL_NO_VALUE;
    return tl_deliver(rt, caller, ret, NULL, tl_from_obj(gen), aux);
}
