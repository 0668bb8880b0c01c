// vm_trace.c — frames and lines as trace events, and where code runs now.
// SPDX-License-Identifier: MIT
//
// Only code of the program is recorded. A frame has a trace id when lines are
// traced; its caller is the nearest outer frame that has one.
#include "vm/vm_impl.h"

static uint32_t caller_id(const TlFrame *f)
{
    for (f = f->back; f != NULL; f = f->back) {
        if (f->trace_id != 0) {
            return f->trace_id;
        }
    }
    return 0;
}

static void emit(TlRuntime *rt, TlFrame *f, TlEventKind kind, uint32_t f0,
                 uint32_t f1, int line)
{
    TlEvent event = {.kind = kind,
                     .id = f->trace_id,
                     .f = {f0, f1},
                     .cause = TL_NO_CAUSE,
                     .has_position = true,
                     .file = f->code->trace_file,
                     .line = line > 0 ? (uint32_t)line : 0};
    tl_trace_emit(&rt->trace, &event);
}

void tl_trace_enter(TlRuntime *rt, TlFrame *f)
{
    if (tl_frame_is_internal(f)) {
        return;
    }
    f->trace_id = tl_trace_new_id(&rt->trace);
    emit(rt, f, TL_EV_FRAME_ENTER, f->code->trace_name, caller_id(f),
         f->code->first_line);
}

void tl_trace_exit(TlRuntime *rt, TlFrame *f, bool raised)
{
    uint32_t outcome =
        tl_trace_cstr(&rt->trace, raised ? "raise" : "return");
    emit(rt, f, TL_EV_FRAME_EXIT, outcome, 0, tl_frame_line(f));
}

void tl_trace_suspend(TlRuntime *rt, TlFrame *f)
{
    if (f->trace_id == 0) {
        return;
    }
    uint32_t why = tl_trace_cstr(
        &rt->trace, f->gen == NULL || f->state == TL_FRAME_CREATED ? "created"
                    : f->gen->kind == TL_GEN_CORO                  ? "await"
                                                                   : "yield");
    emit(rt, f, TL_EV_FRAME_SUSPEND, why, 0, tl_frame_line(f));
}

void tl_trace_resume(TlRuntime *rt, TlFrame *f)
{
    if (f->trace_id != 0) {
        emit(rt, f, TL_EV_FRAME_RESUME, caller_id(f), 0, tl_frame_line(f));
    }
}

void tl_trace_line(TlRuntime *rt, TlFrame *f)
{
    if (f->trace_id != 0) {
        emit(rt, f, TL_EV_LINE, 0, 0, tl_frame_line(f));
    }
}

// The innermost line of the program's own code in a suspended await chain.
bool tl_hook_where_in(TlRuntime *rt, TlRef coro, uint32_t *file,
                      uint32_t *line)
{
    if (!tl_is_coroutine(rt, coro) && !tl_is_generator(rt, coro)) {
        return false;
    }
    TlGen *gen = (TlGen *)tl_as_obj(coro);
    TlFrame *f = gen->leaf != NULL ? gen->leaf : gen->frame;
    while (f != NULL && f != gen->frame && tl_frame_is_internal(f)) {
        f = f->back;
    }
    if (f == NULL || tl_frame_is_internal(f)) {
        return false;
    }
    *file = f->code->trace_file;
    *line = (uint32_t)tl_frame_line(f);
    return true;
}

void tl_hook_where(TlRuntime *rt, uint32_t *file, uint32_t *line)
{
    TlFrame *f = tl_frame_visible(rt->vm->top);
    *file = f == NULL ? 0 : f->code->trace_file;
    *line = f == NULL ? 0 : (uint32_t)tl_frame_line(f);
}
