// traceback.c — traceback objects.
// SPDX-License-Identifier: MIT
#include "vm/traceback.h"

#include "vm/vm_impl.h"

bool tl_is_traceback(TlRuntime *rt, TlRef v)
{
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->vm->traceback;
}

void tl_traceback_here(TlRuntime *rt, TlFrame *f)
{
    if (f->code == rt->vm->call_code) {
        return;
    }
    TlValue error = tl_fetch(rt);
    TlTraceback *tb = tl_object_new(rt, rt->vm->traceback);
    tl_clear_error(rt);  // the exception on its way matters more
    rt->error = error;
    if (tb == NULL) {
        return;
    }
    TlExc *exc = (TlExc *)tl_as_obj(error);
    tb->next = tl_is_obj(exc->traceback)
                   ? (TlTraceback *)tl_as_obj(exc->traceback) : NULL;
    tb->frame = tl_frame_share(rt, f);
    tb->instr = tl_frame_instr(f);
    tb->line = tl_frame_line(f);
    exc->traceback = tl_from_obj(tb);
    rt->vm->fresh_entries++;
}

void tl_traceback_forget_fresh(TlRuntime *rt)
{
    TlExc *exc = (TlExc *)tl_as_obj(rt->error);
    for (; rt->vm->fresh_entries > 0; rt->vm->fresh_entries--) {
        TlTraceback *tb = (TlTraceback *)tl_as_obj(exc->traceback);
        exc->traceback = tb->next == NULL
                             ? TL_NO_VALUE
                             : tl_from_obj(tl_retain(tb->next));
        tl_release(rt, tb);
    }
}

void tl_traceback_ensure(TlRuntime *rt, TlRef exc)
{
    TlFrame *f = tl_vm_top_frame(rt);
    if (f == NULL || tl_is_obj(((TlExc *)tl_as_obj(exc))->traceback)) {
        return;
    }
    TlValue error = tl_fetch(rt);
    rt->error = tl_incref(exc);
    tl_traceback_here(rt, f);
    tl_clear_error(rt);
    rt->error = error;
}

static void traceback_free(TlRuntime *rt, TlObject *self)
{
    TlTraceback *tb = (TlTraceback *)self;
    TL_CLEAR_PTR(rt, tb->next);
    TL_CLEAR_PTR(rt, tb->frame);
    tl_object_free(rt, self);
}

static void traceback_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlTraceback *tb = (TlTraceback *)self;
    tl_visit_ptr(tb->next, visit, arg);
    tl_visit_ptr(tb->frame, visit, arg);
}

static void traceback_clear(TlRuntime *rt, TlObject *self)
{
    TL_CLEAR_PTR(rt, ((TlTraceback *)self)->next);
}

static TlTraceback *tb_of(TlRef self)
{
    return (TlTraceback *)tl_as_obj(self);
}

static TlValue get_frame(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_from_obj(tl_frame_share(rt, tb_of(self)->frame));
}

static TlValue get_line(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_small_int(tb_of(self)->line);
}

static TlValue get_lasti(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_small_int((int64_t)tb_of(self)->instr * 2);
}

static TlValue get_next(TlRuntime *rt, TlRef self, void *closure)
{
    TlTraceback *next = tb_of(self)->next;
    return next == NULL ? TL_NONE : tl_incref(tl_from_obj(next));
}

static TlStatus set_next(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    TlTraceback *next = NULL;
    if (tl_is_traceback(rt, value)) {
        next = tb_of(value);
    } else if (!tl_is_none(value)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     tl_has_value(value)
                         ? "expected traceback object, got '%T'"
                         : "can't delete tb_next attribute",
                     value);
        return TL_RAISED;
    }
    for (TlTraceback *at = next; at != NULL; at = at->next) {
        if (at == tb_of(self)) {
            tl_raise(rt, rt->exc.ValueError, "traceback loop detected");
            return TL_RAISED;
        }
    }
    TlTraceback *old = tb_of(self)->next;
    tb_of(self)->next = tl_retain(next);
    tl_release(rt, old);
    return TL_OK;
}

static const TlSlots slots = {
    .free = traceback_free,
    .traverse = traceback_traverse,
    .clear = traceback_clear,
};

static const TlGetSetDef getsets[] = {
    {"tb_frame", get_frame, NULL, NULL},
    {"tb_lineno", get_line, NULL, NULL},
    {"tb_lasti", get_lasti, NULL, NULL},
    {"tb_next", get_next, set_next, NULL},
    {0},
};

const TlTypeSpec tl_traceback_spec = {
    .name = "traceback",
    .size = sizeof(TlTraceback),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &slots,
    .getsets = getsets,
};
