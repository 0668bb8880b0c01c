// generator.c — generators and coroutines as programs see them.
// SPDX-License-Identifier: MIT
//
// send(), throw() and close() do not run anything themselves: they ask the
// interpreter to (tail.c), so that a generator's code can suspend.
#include "vm/vm_impl.h"

static TlGen *gen_of(TlRef self)
{
    return (TlGen *)tl_as_obj(self);
}

// ---- driving from C

static TlSendStatus gen_send(TlRuntime *rt, TlRef self, TlRef value,
                             TlValue *result)
{
    if (!tl_has_value(value)) {
        return tl_exec_resume(rt, result);
    }
    return tl_gen_resume(rt, gen_of(self), value, TL_NO_VALUE, result);
}

static TlValue gen_next(TlRuntime *rt, TlRef self)
{
    TlValue value;
    TlSendStatus status = tl_gen_resume_nested(rt, gen_of(self), TL_NONE,
                                               TL_NO_VALUE, &value);
    if (status == TL_SEND_RETURN) {
        tl_clear(rt, &value);
    }
    return value;
}

static TlValue gen_iter(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

// ---- methods

static TlValue method_send(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return tl_vm_tail_resume(rt, gen_of(self), args[0], TL_NO_VALUE);
}

static bool is_exception_class(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE) &&
           (((TlType *)tl_as_obj(v))->flags & TL_TYPE_IS_EXC);
}

static bool is_exception(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_EXC);
}

// type and value to an instance, as raising normalises them; owned.
static TlValue make_instance(TlRuntime *rt, TlRef type, TlRef value)
{
    if (is_exception(value) && tl_is_subtype(tl_as_obj(value)->type,
                                             (TlType *)tl_as_obj(type))) {
        return tl_incref(value);
    }
    if (!tl_has_value(value) || tl_is_none(value)) {
        return tl_call0(rt, type);
    }
    if (tl_is_tuple(value)) {
        const TlTuple *args = tl_as_tuple(value);
        return tl_call(rt, type, args->items, (int)args->len, NULL);
    }
    return tl_call1(rt, type, value);
}

static TlStatus set_traceback(TlRuntime *rt, TlValue exc, TlRef tb)
{
    if (!tl_has_value(tb) || tl_is_none(tb)) {
        return TL_OK;
    }
    if (!tl_is_traceback(rt, tb)) {
        tl_raise(rt, rt->exc.TypeError,
                 "throw() third argument must be a traceback object");
        return TL_RAISED;
    }
    TlExc *e = (TlExc *)tl_as_obj(exc);
    TlValue old = e->traceback;
    e->traceback = tl_incref(tb);
    tl_decref(rt, old);
    return TL_OK;
}

TlStatus tl_throw_args(TlRuntime *rt, const TlRef *args, int nargs,
                       TlValue *exc)
{
    TlRef value = nargs > 1 ? args[1] : TL_NO_VALUE;
    *exc = TL_NO_VALUE;
    if (is_exception_class(args[0])) {
        *exc = make_instance(rt, args[0], value);
    } else if (!is_exception(args[0])) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "exceptions must be classes or instances deriving from "
                     "BaseException, not %T",
                     args[0]);
    } else if (tl_has_value(value) && !tl_is_none(value)) {
        tl_raise(rt, rt->exc.TypeError,
                 "instance exception may not have a separate value");
    } else {
        *exc = tl_incref(args[0]);
    }
    if (!tl_has_value(*exc)) {
        return TL_RAISED;
    }
    if (set_traceback(rt, *exc, nargs > 2 ? args[2] : TL_NO_VALUE) == TL_OK) {
        return TL_OK;
    }
    tl_clear(rt, exc);
    return TL_RAISED;
}

static TlStatus check_throw_count(TlRuntime *rt, int nargs)
{
    if (nargs >= 1 && nargs <= 3) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 nargs < 1 ? "throw expected at least 1 argument, got %d"
                           : "throw expected at most 3 arguments, got %d",
                 nargs);
    return TL_RAISED;
}

static TlValue method_throw(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlValue exc;
    if (check_throw_count(rt, nargs) != TL_OK ||
        tl_throw_args(rt, args, nargs, &exc) != TL_OK) {
        return TL_NO_VALUE;
    }
    tl_vm_tail_resume(rt, gen_of(self), TL_NO_VALUE, exc);
    tl_decref(rt, exc);
    return TL_NO_VALUE;
}

static TlValue method_close(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlGen *gen = gen_of(self);
    if (gen->frame == NULL || gen->frame->state == TL_FRAME_CREATED) {
        tl_gen_discard(rt, gen);
        return TL_NONE;
    }
    TlValue exit = tl_exc_new(rt, rt->exc.GeneratorExit, TL_NO_VALUE);
    if (tl_has_value(exit)) {
        tl_vm_tail_resume(rt, gen, TL_NO_VALUE, exit);
        rt->vm->tail.ret = TL_RET_CLOSE;
        tl_decref(rt, exit);
    }
    return TL_NO_VALUE;
}

// ---- attributes

static TlValue get_frame(TlRuntime *rt, TlRef self, void *closure)
{
    TlFrame *f = gen_of(self)->frame;
    return f == NULL ? TL_NONE : tl_from_obj(tl_frame_share(rt, f));
}

static TlValue get_running(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_bool(tl_gen_is_running(gen_of(self)));
}

static TlValue get_suspended(TlRuntime *rt, TlRef self, void *closure)
{
    TlGen *gen = gen_of(self);
    return tl_bool(gen->frame != NULL &&
                   gen->frame->state != TL_FRAME_CREATED &&
                   !tl_gen_is_running(gen));
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

static TlValue get_origin(TlRuntime *rt, TlRef self, void *closure)
{
    return TL_NONE;
}

TlValue tl_gen_get_name(TlRuntime *rt, TlRef self, void *closure)
{
    TlGen *gen = gen_of(self);
    return tl_incref(tl_from_obj(closure == NULL ? gen->name
                                                 : gen->qualname));
}

TlStatus tl_gen_set_name(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    if (!tl_is_str(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s must be set to a string object",
                     closure == NULL ? "__name__" : "__qualname__");
        return TL_RAISED;
    }
    TlGen *gen = gen_of(self);
    TlStr **place = closure == NULL ? &gen->name : &gen->qualname;
    TlStr *old = *place;
    *place = tl_retain(tl_as_obj(value));
    tl_release(rt, old);
    return TL_OK;
}

TlValue tl_gen_repr(TlRuntime *rt, TlRef self)
{
    static const char *const kinds[] = {"generator", "coroutine",
                                        "async_generator"};
    TlGen *gen = gen_of(self);
    return tl_str_fmt(rt, "<%s object %U at 0x%llx>", kinds[gen->kind],
                      gen->qualname,
                      (unsigned long long)tl_object_address(rt, &gen->ob));
}

#define QUALNAME ((void *)1)

// As a method, unlike the slot, it tells the returned value.
static TlValue method_next(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    return tl_vm_tail_resume(rt, gen_of(self), TL_NONE, TL_NO_VALUE);
}

static const TlNativeDef coro_methods[] = {
    {"send", method_send, TL_FN_ONE, "(value, /)",
     "Resumes with a value; gives the next yielded one or raises "
     "StopIteration."},
    {"throw", method_throw, TL_FN_RAW, "(type, value=None, tb=None, /)",
     "Raises an exception where the generator is suspended."},
    {"close", method_close, TL_FN_NOARGS, "()",
     "Raises GeneratorExit where the generator is suspended."},
    {0},
};

static const TlNativeDef gen_methods[] = {
    {"__next__", method_next, TL_FN_NOARGS, "()", "Implements next(self)."},
    {"send", method_send, TL_FN_ONE, "(value, /)",
     "Resumes with a value; gives the next yielded one or raises "
     "StopIteration."},
    {"throw", method_throw, TL_FN_RAW, "(type, value=None, tb=None, /)",
     "Raises an exception where the generator is suspended."},
    {"close", method_close, TL_FN_NOARGS, "()",
     "Raises GeneratorExit where the generator is suspended."},
    {0},
};

static const TlSlots gen_slots = {
    .free = tl_gen_free,
    .traverse = tl_gen_traverse,
    .clear = tl_gen_clear,
    .finalize = tl_gen_finalize,
    .repr = tl_gen_repr,
    .iter = gen_iter,
    .next = gen_next,
    .send = gen_send,
};

static const TlGetSetDef gen_getsets[] = {
    {"gi_frame", get_frame, NULL, NULL},
    {"gi_running", get_running, NULL, NULL},
    {"gi_suspended", get_suspended, NULL, NULL},
    {"gi_yieldfrom", get_awaited, NULL, NULL},
    {"gi_code", get_code, NULL, NULL},
    {"__name__", tl_gen_get_name, tl_gen_set_name, NULL},
    {"__qualname__", tl_gen_get_name, tl_gen_set_name, QUALNAME},
    {0},
};

const TlTypeSpec tl_generator_spec = {
    .name = "generator",
    .size = sizeof(TlGen),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &gen_slots,
    .methods = gen_methods,
    .getsets = gen_getsets,
};

// ---- coroutines

typedef struct Wrapper {
    TlObject ob;
    TlGen *coro;  // counted
} Wrapper;

static TlValue coro_await(TlRuntime *rt, TlRef self)
{
    Wrapper *w = tl_object_new(rt, rt->vm->coro_wrapper);
    if (w == NULL) {
        return TL_NO_VALUE;
    }
    w->coro = tl_retain(gen_of(self));
    return tl_from_obj(w);
}

static const TlSlots coro_slots = {
    .free = tl_gen_free,
    .traverse = tl_gen_traverse,
    .clear = tl_gen_clear,
    .finalize = tl_gen_finalize,
    .repr = tl_gen_repr,
    .await = coro_await,
    .send = gen_send,
};

static const TlGetSetDef coro_getsets[] = {
    {"cr_frame", get_frame, NULL, NULL},
    {"cr_running", get_running, NULL, NULL},
    {"cr_suspended", get_suspended, NULL, NULL},
    {"cr_await", get_awaited, NULL, NULL},
    {"cr_code", get_code, NULL, NULL},
    {"cr_origin", get_origin, NULL, NULL},
    {"__name__", tl_gen_get_name, tl_gen_set_name, NULL},
    {"__qualname__", tl_gen_get_name, tl_gen_set_name, QUALNAME},
    {0},
};

const TlTypeSpec tl_coroutine_spec = {
    .name = "coroutine",
    .size = sizeof(TlGen),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &coro_slots,
    .methods = coro_methods,
    .getsets = coro_getsets,
};

// ---- coroutine.__await__()

TlGen *tl_coro_wrapped(TlRef wrapper)
{
    return ((Wrapper *)tl_as_obj(wrapper))->coro;
}

static void wrapper_free(TlRuntime *rt, TlObject *self)
{
    TL_CLEAR_PTR(rt, ((Wrapper *)self)->coro);
    tl_object_free(rt, self);
}

static void wrapper_traverse(TlObject *self, TlVisit visit, void *arg)
{
    tl_visit_ptr(((Wrapper *)self)->coro, visit, arg);
}

static TlValue wrapper_next(TlRuntime *rt, TlRef self)
{
    return gen_next(rt, tl_from_obj(tl_coro_wrapped(self)));
}

static TlSendStatus wrapper_send_slot(TlRuntime *rt, TlRef self, TlRef value,
                                      TlValue *result)
{
    return gen_send(rt, tl_from_obj(tl_coro_wrapped(self)), value, result);
}

static TlValue wrapper_send(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return method_send(rt, tl_from_obj(tl_coro_wrapped(self)), args, nargs,
                       NULL);
}

static TlValue wrapper_throw(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return method_throw(rt, tl_from_obj(tl_coro_wrapped(self)), args, nargs,
                        NULL);
}

static TlValue wrapper_close(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return method_close(rt, tl_from_obj(tl_coro_wrapped(self)), args, nargs,
                        NULL);
}

static const TlNativeDef wrapper_methods[] = {
    {"send", wrapper_send, TL_FN_ONE, "(value, /)", NULL},
    {"throw", wrapper_throw, TL_FN_RAW, "(type, value=None, tb=None, /)",
     NULL},
    {"close", wrapper_close, TL_FN_NOARGS, "()", NULL},
    {0},
};

static const TlSlots wrapper_slots = {
    .free = wrapper_free,
    .traverse = wrapper_traverse,
    .iter = gen_iter,
    .next = wrapper_next,
    .send = wrapper_send_slot,
};

const TlTypeSpec tl_coro_wrapper_spec = {
    .name = "coroutine_wrapper",
    .size = sizeof(Wrapper),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &wrapper_slots,
    .methods = wrapper_methods,
};
