// ops_call.c — CALL and its forms, functions as values, calls from C.
// SPDX-License-Identifier: MIT
//
// Calls that end in Python code (functions, bound methods, classes with a
// plain __init__, objects with __call__) push a frame; natives are called on
// the spot and may ask for more (tail.c).
#include "object/class.h"
#include "object/dict.h"
#include "vm/call_fast.h"
#include "vm/interp.h"
#include "vm/vm_impl.h"

// What a call has begun: a frame to run, a value, or neither: raised, or a
// tail request.
typedef struct Begun {
    TlFrame *frame;
    TlValue value;
} Begun;

static Begun begin_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                        int nargs, TlTuple *kwnames);

static TlFlow run_frame(TlRuntime *rt, TlFrame *f, TlFrame *callee)
{
    if (TL_UNLIKELY(rt->depth >= rt->depth_limit)) {
        tl_frame_finish(rt, callee);
        tl_check_depth(rt, 1);
        return TL_FLOW_ERROR;
    }
    tl_push_frame(rt, f, callee);
    return TL_LIKELY(tl_tick(rt)) ? TL_FLOW_FRAME
                                  : tl_pause(rt, TL_FLOW_FRAME);
}

// The operands from [base] on are dropped, then the call goes on.
static TlFlow go_on(TlRuntime *rt, TlFrame *f, TlValue *base, Begun begun)
{
    while (f->sp > base) {
        tl_drop(rt, f);
    }
    if (begun.frame != NULL) {
        return run_frame(rt, f, begun.frame);
    }
    if (TL_LIKELY(tl_has_value(begun.value))) {
        tl_push(f, begun.value);
        return TL_FLOW_NEXT;
    }
    return tl_raised(rt) ? TL_FLOW_ERROR : tl_tail_begin(rt, f);
}

// ---- callables of any kind

static Begun begin_with_self(TlRuntime *rt, TlRef callee, TlRef self,
                             const TlRef *args, int nargs, TlTuple *kwnames)
{
    TlRef few[8];
    size_t count = (size_t)nargs + 1 + (kwnames ? (size_t)kwnames->len : 0);
    TlRef *all = few;
    if (count > 8) {
        all = tl_alloc(&rt->alloc, count * sizeof *all);
        if (all == NULL) {
            return (Begun){NULL, tl_raise_memory(rt)};
        }
    }
    all[0] = self;
    if (count > 1) {
        memcpy(all + 1, args, (count - 1) * sizeof *all);
    }
    Begun begun = begin_call(rt, callee, all, nargs + 1, kwnames);
    if (all != few) {
        tl_free(&rt->alloc, all, count * sizeof *all);
    }
    return begun;
}

// Class(...) whose __init__ is [init]: its frame, with the instance in aux.
static Begun begin_init(TlRuntime *rt, TlType *type, TlRef init,
                        const TlRef *args, int nargs, TlTuple *kwnames)
{
    TlValue instance = tl_object_new_instance(rt, type);
    if (!tl_has_value(instance)) {
        return (Begun){NULL, TL_NO_VALUE};
    }
    Begun begun = begin_with_self(rt, init, instance, args, nargs, kwnames);
    if (begun.frame == NULL) {
        tl_decref(rt, instance);
        return begun;
    }
    begun.frame->ret = TL_RET_INIT;
    begun.frame->aux = instance;
    return begun;
}

// __call__ of an instance of a class, when it is a plain function.
static TlRef call_method_of(TlRuntime *rt, TlType *type)
{
    if (!(type->flags & TL_TYPE_HEAP) || (type->flags & TL_TYPE_IS_TYPE)) {
        return TL_NO_VALUE;
    }
    TlRef found = tl_type_lookup(rt, type, TL_NAME(rt, __call__));
    return tl_is_obj(found) && tl_as_obj(found)->type == rt->types.function
               ? found : TL_NO_VALUE;
}

static Begun begin_native(TlRuntime *rt, TlNative *native, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (native->ob.type == rt->types.native) {
        return (Begun){NULL, tl_native_call(rt, native, native->self, args,
                                            nargs, kwnames)};
    }
    bool fits = nargs > 0 && !(native->def->kind & TL_FN_CLASS) &&
                tl_is_subtype(tl_type_of(rt, args[0]), native->owner);
    if (fits) {
        return (Begun){NULL, tl_native_call(rt, native, args[0], args + 1,
                                            nargs - 1, kwnames)};
    }
    return (Begun){NULL, tl_call(rt, tl_from_obj(native), args, nargs,
                                 kwnames)};
}

static Begun begin_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlType *type = tl_type_of(rt, callee);
    if (type == rt->types.function) {
        return (Begun){tl_bind_call(rt, (TlFunction *)tl_as_obj(callee), args,
                                    nargs, kwnames), TL_NO_VALUE};
    }
    if (type == rt->types.native || type == rt->types.method_descr) {
        return begin_native(rt, (TlNative *)tl_as_obj(callee), args, nargs,
                            kwnames);
    }
    if (type == rt->types.method) {
        TlMethod *m = (TlMethod *)tl_as_obj(callee);
        return begin_with_self(rt, m->func, m->self, args, nargs, kwnames);
    }
    TlRef found;
    if ((type->flags & TL_TYPE_IS_TYPE) &&
        tl_type_simple_init(rt, (TlType *)tl_as_obj(callee), &found)) {
        return begin_init(rt, (TlType *)tl_as_obj(callee), found, args, nargs,
                          kwnames);
    }
    found = call_method_of(rt, type);
    if (tl_has_value(found)) {
        return begin_with_self(rt, found, callee, args, nargs, kwnames);
    }
    return (Begun){NULL, tl_call(rt, callee, args, nargs, kwnames)};
}

// ---- CALL

// Positional arguments that fill the parameters with defaults behind: they move
// from the caller's stack into the new frame.
static bool fits_with_defaults(const TlFunction *func, int nargs)
{
    const TlCode *code = (const TlCode *)func->code;
    return !(code->flags & (TL_CODE_VARARGS | TL_CODE_VARKEYWORDS)) &&
           code->kwonlyargcount == 0 && nargs < code->argcount &&
           func->defaults != NULL &&
           nargs + func->defaults->len >= code->argcount;
}

// [base] is the callable's place, [args] the first argument's.
static TlFlow call_with_defaults(TlRuntime *rt, TlFrame *f, TlFunction *func,
                                 TlValue *base, TlValue *args, int nargs)
{
    if (TL_UNLIKELY(rt->depth >= rt->depth_limit)) {
        tl_check_depth(rt, 1);
        return TL_FLOW_ERROR;
    }
    base[0] = TL_NO_VALUE;  // tl_frame_new takes the reference over
    TlFrame *callee = tl_frame_new(rt, func);
    if (TL_UNLIKELY(callee == NULL)) {
        return TL_FLOW_ERROR;
    }
    for (int i = 0; i < nargs; i++) {
        callee->slots[i] = args[i];
    }
    for (int i = nargs; i < callee->code->argcount; i++) {
        int64_t at = func->defaults->len - (callee->code->argcount - i);
        callee->slots[i] = tl_incref(func->defaults->items[at]);
    }
    f->sp = base;
    tl_push_frame(rt, f, callee);
    return TL_LIKELY(tl_tick(rt)) ? TL_FLOW_FRAME
                                  : tl_pause(rt, TL_FLOW_FRAME);
}

// A bound method in the callable's place becomes function and self.
static void unbind(TlRuntime *rt, TlValue *base)
{
    TlMethod *m = (TlMethod *)tl_as_obj(base[0]);
    base[0] = tl_incref(m->func);
    base[1] = tl_incref(m->self);
    tl_release(rt, m);
}

// Calls [native] without keywords: the simple kinds at once.
static TlValue call_native(TlRuntime *rt, TlNative *native, TlRef self,
                           const TlRef *args, int nargs)
{
    const TlNativeDef *def = native->def;
    int kind = def->kind & TL_FN_KIND_MASK;
    if (kind == TL_FN_RAW || (kind == TL_FN_ONE && nargs == 1) ||
        (kind == TL_FN_NOARGS && nargs == 0)) {
        return def->fn(rt, self, args, nargs, NULL);
    }
    return tl_native_call(rt, native, self, args, nargs, NULL);
}

// Class(...) with a plain __init__: class and NULL in front of the arguments
// become __init__ and the new instance, then it is a call like any other.
static TlFlow call_class(TlRuntime *rt, TlFrame *f, TlRef init, TlValue *base,
                         int nargs)
{
    TlValue instance =
        tl_object_new_instance(rt, (TlType *)tl_as_obj(base[0]));
    if (!tl_has_value(instance)) {
        return TL_FLOW_ERROR;
    }
    TlValue cls = base[0];
    base[0] = tl_incref(init);
    base[1] = instance;
    tl_decref(rt, cls);
    TlFunction *func = (TlFunction *)tl_as_obj(base[0]);
    TlFrame *callee = NULL;
    if (tl_call_is_exact(func, nargs + 1)) {
        tl_incref(instance);
        callee = tl_call_exact(rt, f, func, base, base + 1, nargs + 1);
        if (callee == NULL) {
            tl_decref(rt, instance);
        }
    }
    if (callee != NULL) {
        callee->ret = TL_RET_INIT;
        callee->aux = instance;
        return TL_LIKELY(tl_tick(rt)) ? TL_FLOW_FRAME
                                      : tl_pause(rt, TL_FLOW_FRAME);
    }
    Begun begun = begin_call(rt, base[0], base + 1, nargs + 1, NULL);
    if (begun.frame != NULL) {
        begun.frame->ret = TL_RET_INIT;
        begun.frame->aux = tl_incref(instance);
    }
    return go_on(rt, f, base, begun);
}

// Without keywords, what is most often called. [args], [nargs]: with self.
static TlFlow call_simply(TlRuntime *rt, TlFrame *f, TlValue *base,
                          TlValue *args, int nargs)
{
    TlObject *callee = tl_as_obj(base[0]);
    TlValue v;
    TlRef init;
    if (callee->type == rt->types.function &&
        fits_with_defaults((TlFunction *)callee, nargs)) {
        return call_with_defaults(rt, f, (TlFunction *)callee, base, args,
                                  nargs);
    }
    if (callee->type == rt->types.native) {
        TlNative *native = (TlNative *)callee;
        v = call_native(rt, native, native->self, args, nargs);
    } else if (callee->type == rt->types.method_descr && nargs > 0 &&
               tl_is_obj(args[0]) &&
               tl_as_obj(args[0])->type == ((TlNative *)callee)->owner &&
               !(((TlNative *)callee)->def->kind & TL_FN_CLASS)) {
        v = call_native(rt, (TlNative *)callee, args[0], args + 1, nargs - 1);
    } else if ((callee->type->flags & TL_TYPE_IS_TYPE) &&
               args == base + 2 &&
               tl_type_simple_init(rt, (TlType *)callee, &init)) {
        return call_class(rt, f, init, base, nargs);
    } else {
        return go_on(rt, f, base,
                     begin_call(rt, base[0], args, nargs, NULL));
    }
    return go_on(rt, f, base, (Begun){NULL, v});
}

TlFlow tl_op_call(TlRuntime *rt, TlFrame *f, int nargs, TlTuple *kwnames)
{
    int count = nargs + (kwnames == NULL ? 0 : (int)kwnames->len);
    TlValue *base = f->sp - count - 2;
    if (tl_is_obj(base[0]) && base[1] == TL_NO_VALUE &&
        tl_as_obj(base[0])->type == rt->types.method) {
        unbind(rt, base);
    }
    TlValue *args = base + 2;
    if (base[1] != TL_NO_VALUE) {
        args--;
        nargs++;
    }
    if (kwnames == NULL && tl_is_obj(base[0])) {
        return call_simply(rt, f, base, args, nargs);
    }
    return go_on(rt, f, base,
                 begin_call(rt, base[0], args, nargs, kwnames));
}

TlFlow tl_op_call_kw(TlRuntime *rt, TlFrame *f, int count)
{
    TlTuple *kwnames = tl_as_tuple(tl_pop(f));
    TlFlow flow = tl_op_call(rt, f, count - (int)kwnames->len, kwnames);
    tl_release(rt, kwnames);
    return flow;
}

// ---- CALL_EX

static TlStatus raise_not_iterable(TlRuntime *rt, TlRef callee, TlRef given)
{
    TlValue name = tl_function_name(rt, callee);
    if (tl_has_value(name)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%S argument after * must be an iterable, not %T", name,
                     given);
        tl_decref(rt, name);
    }
    return TL_RAISED;
}

// Makes sure that the operand at [at] is a tuple.
static TlStatus need_tuple(TlRuntime *rt, TlRef callee, TlValue *at)
{
    if (tl_is_obj(*at) && tl_as_obj(*at)->type == rt->types.tuple) {
        return TL_OK;
    }
    TlType *type = tl_type_of(rt, *at);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        return raise_not_iterable(rt, callee, *at);
    }
    TlTuple *tuple = tl_tuple_from_iter(rt, *at);
    if (tuple == NULL) {
        return TL_RAISED;
    }
    TlValue old = *at;
    *at = tl_from_obj(tuple);
    tl_decref(rt, old);
    return TL_OK;
}

// Positional and keyword arguments in one tuple; the names in *kwnames.
static TlTuple *join_arguments(TlRuntime *rt, TlTuple *args, TlDict *dict,
                               TlTuple **kwnames)
{
    TlTuple *all = tl_tuple_new(rt, args->len + dict->used);
    TlTuple *names = all == NULL ? NULL : tl_tuple_new(rt, dict->used);
    if (names == NULL) {
        tl_release(rt, all);
        return NULL;
    }
    int64_t n = 0, pos = 0, k = 0;
    for (; n < args->len; n++) {
        all->items[n] = tl_incref(args->items[n]);
    }
    TlRef key, value;
    while (tl_dict_next(dict, &pos, &key, &value) != 0) {
        all->items[n++] = tl_incref(value);
        names->items[k++] = tl_incref(key);
    }
    *kwnames = names;
    return all;
}

TlFlow tl_op_call_ex(TlRuntime *rt, TlFrame *f, bool has_dict)
{
    TlValue *base = f->sp - 3 - has_dict;
    if (need_tuple(rt, base[0], &base[2]) != TL_OK) {
        return TL_FLOW_ERROR;
    }
    TlTuple *args = tl_as_tuple(base[2]);
    TlDict *dict = has_dict ? tl_as_dict(base[3]) : NULL;
    if (dict == NULL || dict->used == 0) {
        return go_on(rt, f, base, begin_call(rt, base[0], args->items,
                                             (int)args->len, NULL));
    }
    int nargs = (int)args->len;
    TlTuple *names = NULL;
    TlTuple *all = join_arguments(rt, args, dict, &names);
    if (all == NULL) {
        return TL_FLOW_ERROR;
    }
    Begun begun = begin_call(rt, base[0], all->items, nargs, names);
    tl_release(rt, all);
    tl_release(rt, names);
    return go_on(rt, f, base, begun);
}

// ---- functions

static TlStatus set_annotations(TlRuntime *rt, TlFunction *func, TlRef flat)
{
    TlDict *dict = tl_dict_new(rt);
    if (dict == NULL) {
        return TL_RAISED;
    }
    func->annotations = tl_from_obj(dict);
    TlTuple *pairs = tl_as_tuple(flat);
    for (int64_t i = 0; i + 1 < pairs->len; i += 2) {
        if (tl_dict_set(rt, dict, pairs->items[i], pairs->items[i + 1]) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlFunction *function_from_code(TlRuntime *rt, TlCode *code,
                                      TlDict *globals)
{
    return tl_function_new(rt, &code->ob, globals, code->name, code->qualname,
                           code->docstring);
}

TlStatus tl_op_make_function(TlRuntime *rt, TlFrame *f, uint32_t flags)
{
    TlCode *code = (TlCode *)tl_as_obj(f->sp[-1]);
    TlFunction *func = function_from_code(rt, code, f->globals);
    if (func == NULL) {
        return TL_RAISED;
    }
    tl_drop(rt, f);
    if (flags & 8) {
        func->closure = tl_as_tuple(tl_pop(f));
    }
    TlStatus status = TL_OK;
    if (flags & 4) {
        status = set_annotations(rt, func, f->sp[-1]);
        tl_drop(rt, f);
    }
    if (flags & 2) {
        func->kwdefaults = tl_as_dict(tl_pop(f));
    }
    if (flags & 1) {
        func->defaults = tl_as_tuple(tl_pop(f));
    }
    tl_push(f, tl_from_obj(func));
    return status;
}

TlValue tl_vm_function(TlRuntime *rt, TlCode *code, TlDict *globals)
{
    TlFunction *func = function_from_code(rt, code, globals);
    return func == NULL ? TL_NO_VALUE : tl_from_obj(func);
}

TlValue tl_vm_code_function(TlRuntime *rt, TlCode *code, TlDict *globals)
{
    TlStr *name = TL_NAME(rt, __builtins__);
    if (!tl_has_value(tl_dict_get_str(rt, globals, name)) &&
        tl_dict_set_str(rt, globals, name, tl_from_obj(rt->builtins)) !=
            TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_vm_function(rt, code, globals);
}

TlValue tl_vm_run_code(TlRuntime *rt, TlCode *code, TlDict *globals,
                       TlRef locals)
{
    TlValue func = tl_vm_code_function(rt, code, globals);
    if (!tl_has_value(func)) {
        return TL_NO_VALUE;
    }
    TlFrame *f = tl_frame_new(rt, (TlFunction *)tl_as_obj(func));
    if (f != NULL) {
        f->locals = tl_incref(locals);
    }
    return tl_run_nested(rt, f);
}

// ---- calls from C

TlValue tl_vm_tail_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    Begun begun = begin_call(rt, callee, args, nargs, kwnames);
    if (begun.frame != NULL) {
        rt->vm->tail.kind = TL_TAIL_FRAME;
        rt->vm->tail.frame = begun.frame;
    }
    return begun.value;
}

TlValue tl_function_call(TlRuntime *rt, TlRef callee, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    return tl_run_nested(rt, tl_bind_call(rt,
                                          (TlFunction *)tl_as_obj(callee),
                                          args, nargs, kwnames));
}

TlFrame *tl_trampoline_new(TlRuntime *rt, int places)
{
    TlFrame *f =
        tl_frame_new_wide(rt, tl_retain(rt->vm->call_func), places);
    if (f != NULL) {
        f->ret = TL_RET_BASE;
    }
    return f;
}

TlFlow tl_trampoline_call(TlRuntime *rt, TlFrame *f, TlRef callee,
                          const TlRef *args, int nargs, TlTuple *kwnames)
{
    return go_on(rt, f, f->sp, begin_call(rt, callee, args, nargs, kwnames));
}

// The code of trampolines: its frame stands before the only instruction while
// the call it was made for runs.
TlStatus tl_trampoline_init(TlRuntime *rt)
{
    TlVm *vm = rt->vm;
    TlCode *code = vm->call_code = tl_code_new(rt);
    if (code == NULL) {
        return TL_RAISED;
    }
    code->name = tl_intern_cstr(rt, "<call>");
    code->qualname = tl_retain(code->name);
    code->filename = tl_retain(code->name);
    code->consts = tl_retain(tl_as_obj(rt->empty_tuple));
    code->names = tl_retain(tl_as_obj(rt->empty_tuple));
    code->local_names = tl_retain(tl_as_obj(rt->empty_tuple));
    code->flags = TL_CODE_INTERNAL;
    code->instr_count = 1;
    code->instrs = tl_alloc(&rt->alloc, sizeof *code->instrs);
    code->positions = tl_alloc_zero(&rt->alloc, sizeof *code->positions);
    TlDict *globals = tl_dict_new(rt);
    if (code->name != NULL && code->instrs != NULL &&
        code->positions != NULL && globals != NULL) {
        code->instrs[0] = TL_INSTR(TL_OP_RETURN_VALUE, 0);
        vm->call_func = function_from_code(rt, code, globals);
    }
    tl_release(rt, globals);
    return vm->call_func != NULL ? TL_OK : TL_RAISED;
}
