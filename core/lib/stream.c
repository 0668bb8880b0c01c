// stream.c — sys.stdin, sys.stdout and sys.stderr.
// SPDX-License-Identifier: MIT
//
// They look like CPython's text files. Writing is unbuffered for the program:
// write() hands its text over at once.
#include "lib/stream.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

static void stream_free(TlRuntime *rt, TlObject *obj)
{
    tl_buf_deinit(&((TlStream *)(void *)obj)->pending);
    tl_object_free(rt, obj);
}

TlStream *tl_as_stream(TlRef v)
{
    if (!tl_is_obj(v) || tl_as_obj(v)->type->slots.free != stream_free) {
        return NULL;
    }
    return (TlStream *)(void *)tl_as_obj(v);
}

static TlStream *self_stream(TlRef self)
{
    return (TlStream *)(void *)tl_as_obj(self);
}

// ---- writing

static TlStatus check_encodable(TlRuntime *rt, TlStr *text)
{
    bool plain = true;
    for (int64_t i = 0; plain && text->kind > 1 && i < text->len; i++) {
        uint32_t cp = tl_str_at(text, i);
        plain = cp < 0xD800 || cp > 0xDFFF;
    }
    if (plain) {
        return TL_OK;
    }
    // The method raises the error that says which character it was.
    TlValue encode = tl_getattr_cstr(rt, tl_from_obj(text), "encode");
    TlValue bytes =
        tl_has_value(encode) ? tl_call0(rt, encode) : TL_NO_VALUE;
    tl_decref(rt, encode);
    TlStatus status = tl_has_value(bytes) ? TL_OK : TL_RAISED;
    tl_decref(rt, bytes);
    return status;
}

TlStatus tl_stream_append(TlRuntime *rt, TlStream *stream, TlStr *text)
{
    if (stream->closed) {
        tl_raise(rt, rt->exc.ValueError, "I/O operation on closed file.");
        return TL_RAISED;
    }
    if (stream->number == 0) {
        tl_raise(rt, rt->exc.OSError, "not writable");
        return TL_RAISED;
    }
    if (check_encodable(rt, text) != TL_OK) {
        return TL_RAISED;
    }
    tl_str_append_to(&stream->pending, text);
    if (stream->pending.failed) {
        tl_buf_clear(&stream->pending);
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    return TL_OK;
}

TlStatus tl_stream_flush(TlRuntime *rt, TlStream *stream)
{
    TlBuf *pending = &stream->pending;
    if (pending->len == 0) {
        return TL_OK;
    }
    TlValue error = tl_fetch(rt);
    TlStatus status =
        tl_lib_write(rt, stream->number, pending->data, pending->len);
    tl_buf_clear(pending);
    if (status == TL_OK && tl_has_value(error)) {
        tl_restore(rt, error);
    } else {
        tl_decref(rt, error);
    }
    return status;
}

static TlValue stream_write(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlStream *stream = self_stream(self);
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "write() argument must be str, not %T", args[0]);
    }
    TlStr *text = tl_as_str(args[0]);
    if (tl_stream_append(rt, stream, text) != TL_OK ||
        tl_stream_flush(rt, stream) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_small_int(text->len);
}

static TlValue stream_writelines(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    TlValue it = tl_iter(rt, args[0]);
    if (!tl_has_value(it)) {
        return TL_NO_VALUE;
    }
    TlValue line;
    while (tl_has_value(line = tl_next(rt, it))) {
        TlValue done = stream_write(rt, self, &line, 1, NULL);
        tl_decref(rt, line);
        if (!tl_has_value(done)) {
            break;
        }
    }
    tl_decref(rt, it);
    return tl_raised(rt) ? TL_NO_VALUE : TL_NONE;
}

static TlValue stream_flush(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_stream_flush(rt, self_stream(self)) == TL_OK ? TL_NONE
                                                           : TL_NO_VALUE;
}

static TlValue stream_close(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlStream *stream = self_stream(self);
    if (tl_stream_flush(rt, stream) != TL_OK) {
        return TL_NO_VALUE;
    }
    stream->closed = true;
    return TL_NONE;
}

// ---- reading: there is never any input

static TlValue read_nothing(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (self_stream(self)->number != 0) {
        return tl_raise(rt, rt->exc.OSError, "not readable");
    }
    return tl_incref(rt->empty_str);
}

static TlValue read_no_lines(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    if (self_stream(self)->number != 0) {
        return tl_raise(rt, rt->exc.OSError, "not readable");
    }
    TlList *lines = tl_list_new(rt, 0);
    return lines == NULL ? TL_NO_VALUE : tl_from_obj(lines);
}

static TlValue stream_iter(TlRuntime *rt, TlRef self)
{
    return tl_incref(self);
}

static TlValue stream_next(TlRuntime *rt, TlRef self)
{
    if (self_stream(self)->number != 0) {
        tl_raise(rt, rt->exc.OSError, "not readable");
    }
    return TL_NO_VALUE;
}

// ---- what they are

static TlValue say_false(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    return TL_FALSE;
}

static TlValue stream_readable(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return tl_bool(self_stream(self)->number == 0);
}

static TlValue stream_writable(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return tl_bool(self_stream(self)->number != 0);
}

static TlValue stream_fileno(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.OSError, "fileno");
}

// Encoding and errors are fixed here.
static TlValue stream_reconfigure(TlRuntime *rt, TlRef self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames)
{
    return TL_NONE;
}

static TlValue stream_enter(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_incref(self);
}

static TlValue get_name(TlRuntime *rt, TlRef self, void *closure)
{
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    return tl_str_from_cstr(rt, names[self_stream(self)->number]);
}

static TlValue get_mode(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_str_from_cstr(rt, self_stream(self)->number == 0 ? "r" : "w");
}

static TlValue get_encoding(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_str_from_cstr(rt, "utf-8");
}

static TlValue get_errors(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_str_from_cstr(
        rt, self_stream(self)->number == 2 ? "backslashreplace" : "strict");
}

static TlValue get_closed(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_bool(self_stream(self)->closed);
}

static TlValue get_line_buffering(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_bool(self_stream(self)->number == 2);
}

static TlValue stream_repr(TlRuntime *rt, TlRef self)
{
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    int number = self_stream(self)->number;
    return tl_str_fmt(rt,
                      "<_io.TextIOWrapper name='<%s>' mode='%s' "
                      "encoding='utf-8'>",
                      names[number], number == 0 ? "r" : "w");
}

static const TlSlots stream_slots = {
    .free = stream_free,
    .repr = stream_repr,
    .iter = stream_iter,
    .next = stream_next,
};

static const TlNativeDef stream_methods[] = {
    {"write", stream_write, TL_FN_ONE, "($self, text, /)", NULL},
    {"writelines", stream_writelines, TL_FN_ONE, "($self, lines, /)", NULL},
    {"flush", stream_flush, TL_FN_NOARGS, "($self, /)", NULL},
    {"close", stream_close, TL_FN_NOARGS, "($self, /)", NULL},
    {"read", read_nothing, TL_FN_SIG, "($self, size=-1, /)", NULL},
    {"readline", read_nothing, TL_FN_SIG, "($self, size=-1, /)", NULL},
    {"readlines", read_no_lines, TL_FN_SIG, "($self, hint=-1, /)", NULL},
    {"isatty", say_false, TL_FN_NOARGS, "($self, /)", NULL},
    {"seekable", say_false, TL_FN_NOARGS, "($self, /)", NULL},
    {"readable", stream_readable, TL_FN_NOARGS, "($self, /)", NULL},
    {"writable", stream_writable, TL_FN_NOARGS, "($self, /)", NULL},
    {"fileno", stream_fileno, TL_FN_NOARGS, "($self, /)", NULL},
    {"reconfigure", stream_reconfigure, TL_FN_RAW_KW, "($self, **options)",
     NULL},
    {"__enter__", stream_enter, TL_FN_NOARGS, "($self, /)", NULL},
    {"__exit__", stream_close, TL_FN_RAW, "($self, *args)", NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static const TlGetSetDef stream_getsets[] = {
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL},
    {"errors", get_errors, NULL, NULL},
    {"closed", get_closed, NULL, NULL},
    {"line_buffering", get_line_buffering, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const TlTypeSpec stream_spec = {
    .name = "TextIOWrapper",
    .module = "_io",
    .size = sizeof(TlStream),
    .flags = TL_TYPE_ABSTRACT,
    .slots = &stream_slots,
    .methods = stream_methods,
    .getsets = stream_getsets,
};

// ---- sys

static TlStatus add_stream(TlRuntime *rt, TlDict *sys, TlType *type,
                           int number)
{
    static const char *const names[][2] = {{"stdin", "__stdin__"},
                                           {"stdout", "__stdout__"},
                                           {"stderr", "__stderr__"}};
    TlStream *stream = tl_object_new(rt, type);
    if (stream == NULL) {
        return TL_RAISED;
    }
    stream->number = number;
    tl_buf_init(&stream->pending, &rt->alloc);
    TlStatus status = TL_OK;
    for (int i = 0; i < 2 && status == TL_OK; i++) {
        status = tl_dict_set_cstr(rt, sys, names[number][i],
                                  tl_from_obj(stream));
    }
    tl_release(rt, stream);
    return status;
}

TlStatus tl_streams_init(TlRuntime *rt, TlDict *sys)
{
    TlType *type = tl_type_from_spec(rt, &stream_spec, rt->types.object);
    TlStatus status = type == NULL ? TL_RAISED : TL_OK;
    for (int number = 0; number < 3 && status == TL_OK; number++) {
        status = add_stream(rt, sys, type, number);
    }
    tl_release(rt, type);
    return status;
}

TlRef tl_sys_attr(TlRuntime *rt, const char *name)
{
    TlStr *key = tl_intern_cstr(rt, name);
    if (key == NULL) {
        return TL_NO_VALUE;
    }
    TlRef value = tl_dict_get_str(rt, rt->lib->sys->dict, key);
    tl_release(rt, key);
    return value;
}
