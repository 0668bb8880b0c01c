// vm.c — the machine's types and hooks; questions about the running frame.
// SPDX-License-Identifier: MIT
#include "vm/vm.h"

#include "vm/vm_impl.h"

// ---- natives called from C

static TlValue native_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlValue v = rt->vm->native_call(rt, callee, args, nargs, kwnames);
    return tl_has_value(v) || tl_raised(rt) ? v : tl_vm_finish_tail(rt);
}

static TlValue method_descr_call(TlRuntime *rt, TlRef callee,
                                 const TlRef *args, int nargs,
                                 TlTuple *kwnames)
{
    TlValue v = rt->vm->method_descr_call(rt, callee, args, nargs, kwnames);
    return tl_has_value(v) || tl_raised(rt) ? v : tl_vm_finish_tail(rt);
}

// super() without arguments takes them from the running frame.
static TlStatus super_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlInitFn init = rt->vm->super_init;
    if (nargs > 0 || kwnames != NULL) {
        return init(rt, self, args, nargs, kwnames);
    }
    TlType *type;
    TlRef obj;
    if (tl_vm_super_args(rt, &type, &obj) != TL_OK) {
        return TL_RAISED;
    }
    TlRef both[] = {tl_from_obj(type), obj};
    return init(rt, self, both, 2, NULL);
}

static void hook_into_types(TlRuntime *rt)
{
    TlVm *vm = rt->vm;
    vm->super_init = rt->types.super->slots.init;
    rt->types.super->slots.init = super_init;
    vm->native_call = rt->types.native->slots.call;
    vm->method_descr_call = rt->types.method_descr->slots.call;
    rt->types.native->slots.call = native_call;
    rt->types.method_descr->slots.call = method_descr_call;
    rt->types.function->slots.call = tl_function_call;
    rt->hooks.call = tl_hook_call;
    rt->hooks.throw_into = tl_hook_throw;
    rt->hooks.resume = tl_hook_resume;
    rt->hooks.suspend_on = tl_hook_suspend_on;
    rt->hooks.where = tl_hook_where;
    rt->hooks.where_in = tl_hook_where_in;
    rt->hooks.globals = tl_vm_globals;
}

static void unhook(TlRuntime *rt)
{
    TlVm *vm = rt->vm;
    if (vm->native_call != NULL) {
        rt->types.super->slots.init = vm->super_init;
        rt->types.native->slots.call = vm->native_call;
        rt->types.method_descr->slots.call = vm->method_descr_call;
    }
    rt->hooks.call = NULL;
    rt->hooks.throw_into = NULL;
    rt->hooks.resume = NULL;
    rt->hooks.suspend_on = NULL;
    rt->hooks.where = NULL;
    rt->hooks.where_in = NULL;
}

// ---- start and end

static TlStatus make_types(TlRuntime *rt)
{
    TlVm *vm = rt->vm;
    const struct {
        TlType **to;
        const TlTypeSpec *spec;
    } all[] = {
        {&vm->frame, &tl_frame_spec},
        {&vm->traceback, &tl_traceback_spec},
        {&vm->generator, &tl_generator_spec},
        {&vm->coroutine, &tl_coroutine_spec},
        {&vm->coro_wrapper, &tl_coro_wrapper_spec},
        {&vm->async_gen, &tl_async_gen_spec},
        {&vm->async_gen_asend, &tl_async_gen_asend_spec},
        {&vm->async_gen_athrow, &tl_async_gen_athrow_spec},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *all[i].to = tl_type_from_spec(rt, all[i].spec, rt->types.object);
        if (*all[i].to == NULL) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_vm_init(TlRuntime *rt)
{
    TlVm *vm = tl_alloc_zero(&rt->alloc, sizeof *vm);
    if (vm == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    rt->vm = vm;
    vm->thread = &vm->main;
    vm->main.program = TL_NO_VALUE;
    vm->build_class = TL_NO_VALUE;
    vm->end_value = TL_NO_VALUE;
    vm->carried = TL_NO_VALUE;
    vm->tail.value = vm->tail.exc = vm->tail.dflt = TL_NO_VALUE;
    if (make_types(rt) != TL_OK || tl_trampoline_init(rt) != TL_OK) {
        return TL_RAISED;
    }
    vm->build_class =
        tl_native_new(rt, &tl_build_class_def, TL_NO_VALUE, "builtins");
    if (!tl_has_value(vm->build_class)) {
        return TL_RAISED;
    }
    hook_into_types(rt);
    return TL_OK;
}

void tl_vm_deinit(TlRuntime *rt)
{
    TlVm *vm = rt->vm;
    if (vm == NULL) {
        return;
    }
    tl_thread_abandon(rt);
    tl_tail_clear(rt);
    tl_gc_collect(rt);  // no frame may be left
    unhook(rt);
    tl_clear(rt, &vm->build_class);
    TL_CLEAR_PTR(rt, vm->call_func);
    TL_CLEAR_PTR(rt, vm->call_code);
    TL_CLEAR_PTR(rt, vm->async_gen_athrow);
    TL_CLEAR_PTR(rt, vm->async_gen_asend);
    TL_CLEAR_PTR(rt, vm->async_gen);
    TL_CLEAR_PTR(rt, vm->coro_wrapper);
    TL_CLEAR_PTR(rt, vm->coroutine);
    TL_CLEAR_PTR(rt, vm->generator);
    TL_CLEAR_PTR(rt, vm->traceback);
    TL_CLEAR_PTR(rt, vm->frame);
    tl_free(&rt->alloc, vm->main.execs,
            vm->main.cap * sizeof *vm->main.execs);
    rt->vm = NULL;
    tl_free(&rt->alloc, vm, sizeof *vm);
}

void tl_vm_warn(TlRuntime *rt, TlType *category, const char *message)
{
    if (rt->vm->hooks.warn != NULL) {
        rt->vm->hooks.warn(rt, category, message);
    }
}

// ---- the running frame

TlFrame *tl_vm_top_frame(TlRuntime *rt)
{
    TlFrame *f = rt->vm->top;
    while (f != NULL && f->code == rt->vm->call_code) {
        f = f->back;
    }
    return f;
}

TlFrame *tl_vm_current_frame(TlRuntime *rt)
{
    return tl_frame_visible(rt->vm->top);
}

TlDict *tl_vm_globals(TlRuntime *rt)
{
    TlFrame *f = tl_vm_top_frame(rt);
    return f == NULL ? NULL : f->globals;
}

TlRef tl_vm_locals(TlRuntime *rt)
{
    TlFrame *f = tl_vm_top_frame(rt);
    if (f == NULL) {
        return tl_raise(rt, rt->exc.SystemError, "frame does not exist");
    }
    return tl_frame_locals(rt, f);
}

// ---- super()

static TlStatus super_error(TlRuntime *rt, const char *text)
{
    tl_raise(rt, rt->exc.RuntimeError, text);
    return TL_RAISED;
}

static TlRef first_argument(TlRuntime *rt, TlFrame *f)
{
    TlRef v = f->slots[0];
    if (f->code->local_kinds[0] == TL_LOCAL_CELL && tl_is_obj(v) &&
        tl_as_obj(v)->type == rt->types.cell) {
        return ((TlCell *)tl_as_obj(v))->value;
    }
    return v;
}

// Free variables are the last slots.
static TlStatus find_class(TlRuntime *rt, TlFrame *f, TlType **type)
{
    const TlCode *code = f->code;
    for (int i = code->nlocals - code->nfree; i < code->nlocals; i++) {
        if (code->local_names->items[i] !=
            tl_from_obj(TL_NAME(rt, __class__))) {
            continue;
        }
        TlRef held = ((TlCell *)tl_as_obj(f->slots[i]))->value;
        if (!tl_has_value(held)) {
            return super_error(rt, "super(): empty __class__ cell");
        }
        if (!tl_is_obj(held) ||
            !(tl_as_obj(held)->type->flags & TL_TYPE_IS_TYPE)) {
            return super_error(rt, "super(): __class__ is not a type");
        }
        *type = (TlType *)tl_as_obj(held);
        return TL_OK;
    }
    return super_error(rt, "super(): __class__ cell not found");
}

TlStatus tl_vm_super_args(TlRuntime *rt, TlType **type, TlRef *self)
{
    TlFrame *f = tl_vm_top_frame(rt);
    if (f == NULL) {
        return super_error(rt, "super(): no current frame");
    }
    if (f->code->argcount == 0) {
        return super_error(rt, "super(): no arguments");
    }
    *self = first_argument(rt, f);
    if (!tl_has_value(*self)) {
        return super_error(rt, "super(): arg[0] deleted");
    }
    return find_class(rt, f, type);
}
