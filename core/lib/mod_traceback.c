// mod_traceback.c — _traceback: what py/traceback.py needs of the VM.
// SPDX-License-Identifier: MIT
#include "lib/modules.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

static TlValue finish(TlRuntime *rt, TlBuf *out)
{
    TlValue text = tl_raised(rt) ? TL_NO_VALUE : tl_str_from_buf(rt, out);
    tl_buf_deinit(out);
    return text;
}

static TlValue stripped_line(TlRuntime *rt, TlStr *file, int line)
{
    size_t len;
    const char *text = tl_lib_source_line(rt, file, line, &len);
    if (text == NULL) {
        return TL_NONE;
    }
    for (; len > 0 && (*text == ' ' || *text == '\t' || *text == '\f'); len--) {
        text++;
    }
    while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t' ||
                       text[len - 1] == '\r')) {
        len--;
    }
    return tl_str_from_utf8(rt, text, len);
}

// Adds (file, line number, name, source line, text of the entry).
static TlStatus add_entry(TlRuntime *rt, TlList *list, TlCode *code,
                          uint32_t instr, int line)
{
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_traceback_print_entry(rt, code, instr, line, &out);
    TlValue text = finish(rt, &out);
    TlValue source = tl_has_value(text)
                         ? stripped_line(rt, code->filename, line)
                         : TL_NO_VALUE;
    TlTuple *entry = tl_has_value(source) ? tl_tuple_new(rt, 5) : NULL;
    if (entry == NULL) {
        tl_decref(rt, text);
        tl_decref(rt, source);
        return TL_RAISED;
    }
    entry->items[0] = tl_incref(tl_from_obj(code->filename));
    entry->items[1] = tl_small_int(line);
    entry->items[2] = tl_incref(tl_from_obj(code->name));
    entry->items[3] = source;
    entry->items[4] = text;
    return tl_list_append_steal(rt, list, tl_from_obj(entry));
}

static TlStatus add_traceback(TlRuntime *rt, TlList *list, TlTraceback *tb)
{
    TlStatus status = TL_OK;
    for (; status == TL_OK && tb != NULL; tb = tb->next) {
        if (!tl_frame_is_internal(tb->frame)) {
            status = add_entry(rt, list, tb->frame->code, tb->instr, tb->line);
        }
    }
    return status;
}

// Innermost first; without carets, as CPython shows running frames.
static TlStatus add_stack(TlRuntime *rt, TlList *list, TlFrame *frame)
{
    TlStatus status = TL_OK;
    for (; status == TL_OK && frame != NULL; frame = frame->back) {
        if (!tl_frame_is_internal(frame) && frame->code != rt->vm->call_code) {
            status = add_entry(rt, list, frame->code, UINT32_MAX,
                               tl_frame_line(frame));
        }
    }
    return status;
}

static TlValue entries(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames)
{
    TlList *list = tl_list_new(rt, 8);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = TL_OK;
    if (tl_is_traceback(rt, args[0])) {
        status = add_traceback(rt, list, (TlTraceback *)tl_as_obj(args[0]));
    } else if (tl_is_frame(rt, args[0])) {
        status = add_stack(rt, list, (TlFrame *)tl_as_obj(args[0]));
    }
    if (status != TL_OK) {
        tl_release(rt, list);
        return TL_NO_VALUE;
    }
    return tl_from_obj(list);
}

static TlStatus check_exception(TlRuntime *rt, TlRef v)
{
    if (tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_EXC)) {
        return TL_OK;
    }
    tl_raise_fmt(rt, rt->exc.TypeError,
                 "Exception expected for value, %T found", v);
    return TL_RAISED;
}

static TlValue full_text(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    if (check_exception(rt, args[0]) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_traceback_print(rt, args[0], false, &out);
    return finish(rt, &out);
}

static TlValue last_lines(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (check_exception(rt, args[0]) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_traceback_print_only(rt, args[0], &out);
    return finish(rt, &out);
}

static const TlNativeDef functions[] = {
    {"entries", entries, TL_FN_ONE, "(where, /)",
     "The user's entries of a traceback, outermost first, or of a frame's "
     "stack, innermost first."},
    {"full_text", full_text, TL_FN_ONE, "(exc, /)",
     "What the interpreter prints for an uncaught exception."},
    {"last_lines", last_lines, TL_FN_ONE, "(exc, /)",
     "The part of it that does not tell where."},
    {0},
};

TlStatus tl_init__traceback(TlRuntime *rt, TlModule *module)
{
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
