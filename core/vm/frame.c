// frame.c — frames as memory and as objects.
// SPDX-License-Identifier: MIT
//
// Making and dropping a frame is on the path of every call, so it goes to the
// pool directly. The cycle collector is shown only frames that outlive their
// call and frames of generators that others hold too; while only its generator
// holds a frame, the generator is traversed through it.
#include "vm/frame.h"

#include "base/check.h"
#include "object/exc.h"
#include "object/str.h"
#include "vm/call_fast.h"

TlFrame *tl_frame_new(TlRuntime *rt, TlFunction *func)
{
    return tl_frame_new_wide(rt, func, TL_STACK_SPARE);
}

TlFrame *tl_frame_new_wide(TlRuntime *rt, TlFunction *func, int places)
{
    TlCode *code = (TlCode *)func->code;
    uint32_t count = (uint32_t)(code->nlocals + code->stack_size + places);
    TlFrame *f = tl_frame_make(rt, func, code, count);
    if (TL_UNLIKELY(f == NULL)) {
        tl_release(rt, func);
        tl_raise_memory(rt);
        return NULL;
    }
    tl_frame_clear_slots(f, 0);
    return f;
}

static void clear_stack(TlRuntime *rt, TlFrame *f)
{
    TlValue *bottom = tl_frame_stack(f);
    while (f->sp > bottom) {
        tl_decref(rt, *--f->sp);
    }
}

static void clear_locals(TlRuntime *rt, TlFrame *f)
{
    for (int i = 0; i < f->code->nlocals; i++) {
        TlValue old = f->slots[i];
        if (tl_is_obj(old)) {
            f->slots[i] = TL_NO_VALUE;
            tl_decref(rt, old);
        }
    }
}

static void release_block(TlRuntime *rt, TlFrame *f)
{
    rt->live_objects--;
    tl_free(&rt->alloc, (TlGcHead *)(void *)f - 1,
            tl_frame_block_size(f->slot_count));
}

static void free_frame(TlRuntime *rt, TlFrame *f)
{
    if (f->state != TL_FRAME_DONE) {
        f->back = NULL;  // borrowed until the end
        f->state = TL_FRAME_DONE;
    }
    clear_stack(rt, f);
    clear_locals(rt, f);
    if (tl_is_obj(f->locals)) {
        tl_clear(rt, &f->locals);
    }
    if (tl_is_obj(f->aux)) {
        tl_clear(rt, &f->aux);
    }
    if (f->back != NULL) {
        TL_CLEAR_PTR(rt, f->back);
    }
    TlCode *code = f->code;
    TlFunction *func = f->func;
    release_block(rt, f);
    tl_release(rt, func);
    tl_release(rt, code);
}

// Somebody else holds the frame: it keeps its locals and its caller.
static void leave_to_holders(TlRuntime *rt, TlFrame *f)
{
    TlFrame *back = f->back;
    while (back != NULL && back->code == rt->vm->call_code) {
        back = back->back;
    }
    f->back = back == NULL ? NULL : tl_frame_share(rt, back);
    f->state = TL_FRAME_DONE;
    f->gen = NULL;
    clear_stack(rt, f);
    tl_clear(rt, &f->aux);
    tl_gc_track(rt, &f->ob);
    tl_release(rt, f);
}

void tl_frame_finish(TlRuntime *rt, TlFrame *f)
{
    if (TL_UNLIKELY(f->ob.refs > 1)) {
        leave_to_holders(rt, f);
        return;
    }
    f->back = NULL;
    f->state = TL_FRAME_DONE;
    if (TL_UNLIKELY(f->ob.bits != 0)) {
        tl_release(rt, f);  // tracked or weakly referenced: the long way
        return;
    }
    free_frame(rt, f);
}

static void frame_free(TlRuntime *rt, TlObject *self)
{
    free_frame(rt, (TlFrame *)self);
}

static void frame_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlFrame *f = (TlFrame *)self;
    for (TlValue *v = f->slots; v < f->sp; v++) {
        tl_visit(*v, visit, arg);
    }
    tl_visit(f->locals, visit, arg);
    tl_visit(f->aux, visit, arg);
    tl_visit_ptr(f->func, visit, arg);
    tl_visit_ptr(f->code, visit, arg);
    if (f->state == TL_FRAME_DONE) {
        tl_visit_ptr(f->back, visit, arg);
    }
}

static void frame_clear(TlRuntime *rt, TlObject *self)
{
    TlFrame *f = (TlFrame *)self;
    if (f->state != TL_FRAME_DONE) {
        return;  // its generator takes care
    }
    clear_locals(rt, f);
    tl_clear(rt, &f->locals);
    TL_CLEAR_PTR(rt, f->back);
}

TlFrame *tl_frame_share(TlRuntime *rt, TlFrame *f)
{
    if (f->gen != NULL) {
        tl_gc_track(rt, &f->ob);
    }
    return tl_retain(f);
}

bool tl_is_frame(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->vm->frame;
}

int tl_frame_line(const TlFrame *f)
{
    uint32_t at = tl_frame_instr(f);
    if (at >= f->code->instr_count) {
        return f->code->first_line;
    }
    return f->code->positions[at].line;
}

bool tl_frame_is_internal(const TlFrame *f)
{
    return (f->code->flags & TL_CODE_INTERNAL) != 0;
}

TlFrame *tl_frame_visible(TlFrame *f)
{
    while (f != NULL && tl_frame_is_internal(f)) {
        f = f->back;
    }
    return f;
}

static TlStatus store_local(TlRuntime *rt, TlFrame *f, TlDict *dict, int i)
{
    TlRef name = f->code->local_names->items[i];
    TlRef value = f->slots[i];
    if (tl_is_obj(value) && f->code->local_kinds[i] != TL_LOCAL_PLAIN &&
        tl_as_obj(value)->type == rt->types.cell) {
        value = ((TlCell *)tl_as_obj(value))->value;
    }
    if (tl_has_value(value)) {
        return tl_dict_set(rt, dict, name, value);
    }
    return tl_dict_del(rt, dict, name) < 0 ? TL_RAISED : TL_OK;
}

TlRef tl_frame_locals(TlRuntime *rt, TlFrame *f)
{
    if (!(f->code->flags & TL_CODE_OPTIMIZED)) {
        return tl_has_value(f->locals) ? f->locals : tl_from_obj(f->globals);
    }
    if (!tl_has_value(f->locals)) {
        TlDict *dict = tl_dict_new(rt);
        if (dict == NULL) {
            return TL_NO_VALUE;
        }
        f->locals = tl_from_obj(dict);
    }
    for (int i = 0; i < f->code->nlocals; i++) {
        if (store_local(rt, f, tl_as_dict(f->locals), i) != TL_OK) {
            return TL_NO_VALUE;
        }
    }
    return f->locals;
}

// ---- the frame object as programs see it

static TlFrame *frame_of(TlRef self)
{
    return (TlFrame *)tl_as_obj(self);
}

static TlValue get_back(TlRuntime *rt, TlRef self, void *closure)
{
    TlFrame *back = frame_of(self)->back;
    while (back != NULL && back->code == rt->vm->call_code) {
        back = back->back;
    }
    return back == NULL ? TL_NONE : tl_from_obj(tl_frame_share(rt, back));
}

static TlValue get_code(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(frame_of(self)->code));
}

static TlValue get_globals(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(frame_of(self)->globals));
}

static TlValue get_builtins(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_from_obj(frame_of(self)->builtins));
}

static TlValue get_locals(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_frame_locals(rt, frame_of(self)));
}

static TlValue get_lineno(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_small_int(tl_frame_line(frame_of(self)));
}

static TlValue get_lasti(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_small_int((int64_t)tl_frame_instr(frame_of(self)) * 2);
}

static TlValue get_trace(TlRuntime *rt, TlRef self, void *closure)
{
    return TL_NONE;
}

static TlValue method_clear(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlFrame *f = frame_of(self);
    if (f->state == TL_FRAME_RUNNING) {
        return tl_raise(rt, rt->exc.RuntimeError,
                        "cannot clear an executing frame");
    }
    if (f->state == TL_FRAME_DONE) {
        clear_locals(rt, f);
    } else if (f->gen != NULL && tl_gen_close(rt, f->gen) != TL_OK) {
        tl_write_unraisable(rt, tl_from_obj(f->gen));
    }
    return TL_NONE;
}

static TlValue frame_repr(TlRuntime *rt, TlRef self)
{
    TlFrame *f = frame_of(self);
    return tl_str_fmt(rt, "<frame at 0x%llx, file %R, line %d, code %U>",
                      (unsigned long long)tl_object_address(rt, &f->ob),
                      tl_from_obj(f->code->filename), tl_frame_line(f),
                      f->code->name);
}

static const TlSlots slots = {
    .free = frame_free,
    .traverse = frame_traverse,
    .clear = frame_clear,
    .repr = frame_repr,
};

static const TlNativeDef methods[] = {
    {"clear", method_clear, TL_FN_NOARGS, "()",
     "Drops the frame's local variables."},
    {0},
};

static const TlGetSetDef getsets[] = {
    {"f_back", get_back, NULL, NULL},
    {"f_code", get_code, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL},
    {"f_builtins", get_builtins, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL},
    {"f_lineno", get_lineno, NULL, NULL},
    {"f_lasti", get_lasti, NULL, NULL},
    {"f_trace", get_trace, NULL, NULL},
    {0},
};

const TlTypeSpec tl_frame_spec = {
    .name = "frame",
    .size = sizeof(TlFrame),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &slots,
    .methods = methods,
    .getsets = getsets,
};
