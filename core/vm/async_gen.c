// async_gen.c — asynchronous generators and what drives them.
// SPDX-License-Identifier: MIT
//
// An awaitable of asend() or __anext__() sends once, one of athrow() or
// aclose() throws once; both then pass on what is sent to them until the
// generator yields an item, returns or raises. Rules and messages are those of
// CPython 3.11 (genobject.c).
#include "vm/async_gen.h"

typedef enum DriveState { DRIVE_INIT, DRIVE_ITER, DRIVE_CLOSED } DriveState;
typedef enum DriveKind { DRIVE_SEND, DRIVE_THROW, DRIVE_CLOSE } DriveKind;

typedef struct Drive {
    TlObject ob;
    TlGen *gen;    // counted
    TlValue sent;  // asend()'s argument
    TlValue exc;   // what athrow() or aclose() throws
    uint8_t state, kind;
} Drive;

static Drive *drive_of(TlRef v)
{
    return (Drive *)tl_as_obj(v);
}

// ---- one step, wherever it is driven from

static TlStatus refuse(TlRuntime *rt, const char *text)
{
    tl_raise(rt, rt->exc.RuntimeError, text);
    return TL_RAISED;
}

static TlStatus check_reuse(TlRuntime *rt, const Drive *d)
{
    if (d->state != DRIVE_CLOSED) {
        return TL_OK;
    }
    return refuse(rt, d->kind == DRIVE_SEND
                          ? "cannot reuse already awaited "
                            "__anext__()/asend()"
                          : "cannot reuse already awaited "
                            "aclose()/athrow()");
}

static TlStatus check_not_running(TlRuntime *rt, Drive *d)
{
    static const char *const texts[] = {
        "anext(): asynchronous generator is already running",
        "athrow(): asynchronous generator is already running",
        "aclose(): asynchronous generator is already running"};
    if (!d->gen->running_async) {
        return TL_OK;
    }
    if (d->kind != DRIVE_SEND) {
        d->state = DRIVE_CLOSED;
    }
    return refuse(rt, texts[d->kind]);
}

// What a step does to the generator.
typedef struct Step {
    bool over;    // nothing: the awaitable returns None at once
    TlRef value;  // sent, or
    TlRef exc;    // thrown unless TL_NO_VALUE
} Step;

static TlStatus begin_throw(TlRuntime *rt, Drive *d, Step *step)
{
    if (d->gen->frame == NULL) {
        d->state = DRIVE_CLOSED;
        step->over = true;
        return TL_OK;
    }
    if (check_not_running(rt, d) != TL_OK) {
        return TL_RAISED;
    }
    if (d->gen->closed) {
        d->state = DRIVE_CLOSED;
        tl_raise_obj(rt, tl_from_obj(rt->exc.StopAsyncIteration));
        return TL_RAISED;
    }
    if (!tl_is_none(step->value)) {
        return refuse(rt,
                      "can't send non-None value to a just-started coroutine");
    }
    d->gen->closed |= d->kind == DRIVE_CLOSE;
    step->exc = d->exc;
    return TL_OK;
}

static TlStatus begin(TlRuntime *rt, Drive *d, TlRef value, Step *step)
{
    *step = (Step){.value = value, .exc = TL_NO_VALUE};
    if (check_reuse(rt, d) != TL_OK) {
        return TL_RAISED;
    }
    if (d->state == DRIVE_INIT) {
        TlStatus status = TL_OK;
        if (d->kind != DRIVE_SEND) {
            status = begin_throw(rt, d, step);
        } else {
            status = check_not_running(rt, d);
            if (tl_is_none(value)) {
                step->value = d->sent;
            }
        }
        if (status != TL_OK || step->over) {
            return status;
        }
        d->state = DRIVE_ITER;
    }
    d->gen->running_async = true;
    return TL_OK;
}

static void end(Drive *d)
{
    d->state = DRIVE_CLOSED;
    d->gen->running_async = false;
}

// An item came: the awaitable's result, unless it closes. Consumes [item].
static TlSendStatus end_with_item(TlRuntime *rt, Drive *d, TlValue item,
                                  TlValue *result)
{
    end(d);
    if (d->kind == DRIVE_CLOSE) {
        tl_decref(rt, item);
        refuse(rt, "async generator ignored GeneratorExit");
        return TL_SEND_ERROR;
    }
    *result = item;
    return TL_SEND_RETURN;
}

// rt->error came out of the generator.
static TlSendStatus end_with_error(TlRuntime *rt, Drive *d, TlValue *result)
{
    end(d);
    if (!tl_error_is(rt, rt->exc.StopAsyncIteration) &&
        !tl_error_is(rt, rt->exc.GeneratorExit)) {
        return TL_SEND_ERROR;
    }
    d->gen->closed = true;
    if (d->kind != DRIVE_CLOSE) {
        return TL_SEND_ERROR;
    }
    tl_clear_error(rt);
    *result = TL_NONE;
    return TL_SEND_RETURN;
}

static TlSendStatus end_with_return(TlRuntime *rt, Drive *d, TlValue *result)
{
    tl_raise_obj(rt, tl_from_obj(rt->exc.StopAsyncIteration));
    return end_with_error(rt, d, result);
}

// ---- driven by SEND in a frame

static TlFlow deliver(TlRuntime *rt, TlFrame *caller, TlSendStatus status,
                      TlValue result)
{
    return status == TL_SEND_RETURN
               ? tl_deliver(rt, caller, TL_RET_SEND, NULL, result, TL_NO_VALUE)
               : TL_FLOW_ERROR;
}

TlFlow tl_asend_send(TlRuntime *rt, TlFrame *f, TlRef it, TlValue value)
{
    Drive *d = drive_of(it);
    Step step;
    TlValue result = TL_NO_VALUE;
    TlStatus status = begin(rt, d, value, &step);
    TlFlow flow = TL_FLOW_ERROR;
    if (status == TL_OK && step.over) {
        flow = deliver(rt, f, TL_SEND_RETURN, TL_NONE);
    } else if (status == TL_OK && d->gen->frame == NULL) {
        TlSendStatus ended = end_with_return(rt, d, &result);
        flow = deliver(rt, f, ended, result);
    } else if (status == TL_OK) {
        flow = tl_gen_enter_chain(rt, f, d->gen, TL_RET_ASEND,
                                  tl_incref(step.value), step.exc);
        if (flow == TL_FLOW_ERROR && rt->vm->top == f) {
            end(d);
        }
    }
    tl_decref(rt, value);
    return flow;
}

TlFlow tl_asend_yielded(TlRuntime *rt, TlFrame *caller, TlGen *gen,
                        TlValue value)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status =
        end_with_item(rt, drive_of(caller->sp[-1]), value, &result);
    return deliver(rt, caller, status, result);
}

TlFlow tl_asend_finished(TlRuntime *rt, TlFrame *caller, TlGen *gen)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status =
        end_with_return(rt, drive_of(caller->sp[-1]), &result);
    return deliver(rt, caller, status, result);
}

TlFlow tl_asend_failed(TlRuntime *rt, TlFrame *caller, TlGen *gen)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status =
        end_with_error(rt, drive_of(caller->sp[-1]), &result);
    return deliver(rt, caller, status, result);
}

// ---- driven from C

static TlSendStatus after_step(TlRuntime *rt, Drive *d, TlSendStatus status,
                               TlValue *result)
{
    switch (status) {
    case TL_SEND_NEXT:
        if (!d->gen->yielding) {
            return status;
        }
        d->gen->yielding = false;
        return end_with_item(rt, d, *result, result);
    case TL_SEND_RETURN:
        tl_clear(rt, result);
        return end_with_return(rt, d, result);
    case TL_SEND_ERROR: return end_with_error(rt, d, result);
    case TL_SEND_SUSPENDED: break;
    }
    return status;
}

static TlSendStatus drive_send(TlRuntime *rt, TlRef self, TlRef value,
                               TlValue *result)
{
    Drive *d = drive_of(self);
    if (!tl_has_value(value)) {
        return after_step(rt, d, tl_exec_resume(rt, result), result);
    }
    Step step;
    if (begin(rt, d, value, &step) != TL_OK) {
        return TL_SEND_ERROR;
    }
    if (step.over) {
        *result = TL_NONE;
        return TL_SEND_RETURN;
    }
    TlSendStatus status =
        tl_gen_resume(rt, d->gen, step.value, step.exc, result);
    return after_step(rt, d, status, result);
}

// A finished awaitable raises StopIteration with its result.
static TlValue as_method_result(TlRuntime *rt, TlSendStatus status,
                                TlValue result)
{
    if (status == TL_SEND_RETURN) {
        tl_raise_stop(rt, result);
        tl_decref(rt, result);
        return TL_NO_VALUE;
    }
    return status == TL_SEND_NEXT ? result : TL_NO_VALUE;
}

static TlValue send_nested(TlRuntime *rt, TlRef self, TlRef value)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status = TL_SEND_ERROR;
    if (tl_nest(rt) == TL_OK) {
        status = drive_send(rt, self, value, &result);
        tl_unnest(rt);
    }
    return as_method_result(rt, status, result);
}

static TlValue drive_next(TlRuntime *rt, TlRef self)
{
    return send_nested(rt, self, TL_NONE);
}

static TlValue drive_self(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

static TlValue method_send(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return send_nested(rt, self, args[0]);
}

static TlValue method_throw(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    Drive *d = drive_of(self);
    TlValue exc, result = TL_NO_VALUE;
    if (nargs < 1 || nargs > 3) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "throw expected 1 to 3 arguments, got %d", nargs);
    }
    if (check_reuse(rt, d) != TL_OK ||
        tl_throw_args(rt, args, nargs, &exc) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlSendStatus status =
        tl_gen_resume_nested(rt, d->gen, TL_NO_VALUE, exc, &result);
    tl_decref(rt, exc);
    status = after_step(rt, d, status, &result);
    return as_method_result(rt, status, result);
}

static TlValue method_close(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    drive_of(self)->state = DRIVE_CLOSED;
    return TL_NONE;
}

static void drive_free(TlRuntime *rt, TlObject *self)
{
    Drive *d = (Drive *)self;
    TL_CLEAR_PTR(rt, d->gen);
    tl_clear(rt, &d->sent);
    tl_clear(rt, &d->exc);
    tl_object_free(rt, self);
}

static void drive_traverse(TlObject *self, TlVisit visit, void *arg)
{
    Drive *d = (Drive *)self;
    tl_visit_ptr(d->gen, visit, arg);
    tl_visit(d->sent, visit, arg);
    tl_visit(d->exc, visit, arg);
}

static const TlSlots drive_slots = {
    .free = drive_free,
    .traverse = drive_traverse,
    .await = drive_self,
    .iter = drive_self,
    .next = drive_next,
    .send = drive_send,
};

static const TlNativeDef drive_methods[] = {
    {"send", method_send, TL_FN_ONE, "(value, /)", NULL},
    {"throw", method_throw, TL_FN_RAW, "(type, value=None, tb=None, /)",
     NULL},
    {"close", method_close, TL_FN_NOARGS, "()", NULL},
    {0},
};

const TlTypeSpec tl_async_gen_asend_spec = {
    .name = "async_generator_asend",
    .size = sizeof(Drive),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &drive_slots,
    .methods = drive_methods,
};

const TlTypeSpec tl_async_gen_athrow_spec = {
    .name = "async_generator_athrow",
    .size = sizeof(Drive),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &drive_slots,
    .methods = drive_methods,
};

// ---- the generator

static TlGen *gen_of(TlRef self)
{
    return (TlGen *)tl_as_obj(self);
}

// The first iteration tells the event loop. [exc] is taken over.
static TlValue drive_new(TlRuntime *rt, TlRef self, DriveKind kind,
                         TlRef sent, TlValue exc)
{
    TlGen *gen = gen_of(self);
    TlVm *vm = rt->vm;
    if (!gen->hooks_done) {
        gen->hooks_done = true;
        if (vm->hooks.agen_first != NULL &&
            vm->hooks.agen_first(rt, gen) != TL_OK) {
            tl_decref(rt, exc);
            return TL_NO_VALUE;
        }
    }
    Drive *d = tl_object_new(rt, kind == DRIVE_SEND ? vm->async_gen_asend
                                                    : vm->async_gen_athrow);
    if (d == NULL) {
        tl_decref(rt, exc);
        return TL_NO_VALUE;
    }
    d->gen = tl_retain(gen);
    d->sent = tl_incref(sent);
    d->exc = exc;
    d->kind = (uint8_t)kind;
    return tl_from_obj(d);
}

TlValue tl_async_gen_anext(TlRuntime *rt, TlRef self)
{
    return drive_new(rt, self, DRIVE_SEND, TL_NONE, TL_NO_VALUE);
}

static TlValue method_asend(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return drive_new(rt, self, DRIVE_SEND, args[0], TL_NO_VALUE);
}

static TlValue method_athrow(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlValue exc;
    if (nargs < 1 || nargs > 3) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "athrow expected 1 to 3 arguments, got %d", nargs);
    }
    if (tl_throw_args(rt, args, nargs, &exc) != TL_OK) {
        return TL_NO_VALUE;
    }
    return drive_new(rt, self, DRIVE_THROW, TL_NONE, exc);
}

static TlValue method_aclose(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlValue exit = tl_exc_new(rt, rt->exc.GeneratorExit, TL_NO_VALUE);
    return tl_has_value(exit)
               ? drive_new(rt, self, DRIVE_CLOSE, TL_NONE, exit)
               : TL_NO_VALUE;
}

static TlValue agen_iter(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

static TlValue get_frame(TlRuntime *rt, TlRef self, void *closure)
{
    TlFrame *f = gen_of(self)->frame;
    return f == NULL ? TL_NONE : tl_from_obj(tl_frame_share(rt, f));
}

static TlValue get_running(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_bool(gen_of(self)->running_async);
}

static TlValue get_awaited(TlRuntime *rt, TlRef self, void *closure)
{
    TlRef it = tl_gen_awaited(gen_of(self));
    return tl_has_value(it) ? tl_incref(it) : TL_NONE;
}

static TlValue get_code(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(gen_of(self)->code));
}

#define QUALNAME ((void *)1)

static const TlGetSetDef agen_getsets[] = {
    {"ag_frame", get_frame, NULL, NULL},
    {"ag_running", get_running, NULL, NULL},
    {"ag_await", get_awaited, NULL, NULL},
    {"ag_code", get_code, NULL, NULL},
    {"__name__", tl_gen_get_name, tl_gen_set_name, NULL},
    {"__qualname__", tl_gen_get_name, tl_gen_set_name, QUALNAME},
    {0},
};

static const TlNativeDef agen_methods[] = {
    {"asend", method_asend, TL_FN_ONE, "(value, /)",
     "An awaitable that sends a value and gives the next item."},
    {"athrow", method_athrow, TL_FN_RAW, "(type, value=None, tb=None, /)",
     "An awaitable that raises an exception inside the generator."},
    {"aclose", method_aclose, TL_FN_NOARGS, "()",
     "An awaitable that raises GeneratorExit inside the generator."},
    {0},
};

static const TlSlots agen_slots = {
    .free = tl_gen_free,
    .traverse = tl_gen_traverse,
    .clear = tl_gen_clear,
    .finalize = tl_gen_finalize,
    .repr = tl_gen_repr,
    .aiter = agen_iter,
    .anext = tl_async_gen_anext,
};

const TlTypeSpec tl_async_gen_spec = {
    .name = "async_generator",
    .size = sizeof(TlGen),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &agen_slots,
    .methods = agen_methods,
    .getsets = agen_getsets,
};
