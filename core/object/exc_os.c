// exc_os.c — OSError: errno, strerror, file names, and the class by errno.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"

#include "object/builtin_args.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_impl.h"

// Linux numbers: programs see the same ones on every host.
typedef struct ErrnoClass {
    int number;
    size_t type;  // offset in TlExcTypes
} ErrnoClass;

#define CLASS(number, name) {number, offsetof(TlExcTypes, name)}

static const ErrnoClass classes[] = {
    CLASS(1, PermissionError),         CLASS(2, FileNotFoundError),
    CLASS(3, ProcessLookupError),      CLASS(4, InterruptedError),
    CLASS(10, ChildProcessError),      CLASS(11, BlockingIOError),
    CLASS(13, PermissionError),        CLASS(17, FileExistsError),
    CLASS(20, NotADirectoryError),     CLASS(21, IsADirectoryError),
    CLASS(32, BrokenPipeError),        CLASS(103, ConnectionAbortedError),
    CLASS(104, ConnectionResetError),  CLASS(108, BrokenPipeError),
    CLASS(110, TimeoutError),          CLASS(111, ConnectionRefusedError),
    CLASS(114, BlockingIOError),       CLASS(115, BlockingIOError),
};

static TlType *class_for(TlRuntime *rt, TlType *type, TlRef number)
{
    if (type != rt->exc.OSError || !tl_is_small_int(number)) {
        return type;
    }
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (classes[i].number == tl_as_small(number)) {
            return *(TlType **)(void *)((char *)&rt->exc + classes[i].type);
        }
    }
    return type;
}

// With two to five arguments: errno, strerror, filename, (winerror),
// filename2; then args keeps the first two only.
static TlStatus take(TlRuntime *rt, TlRef self, const TlRef *args, int nargs)
{
    TlExc *exc = tl_as_exc(self);
    bool known = nargs >= 2 && nargs <= 5;
    if (known) {
        tl_exc_set_extra(rt, exc, TL_EXTRA_ERRNO, args[0]);
        tl_exc_set_extra(rt, exc, TL_EXTRA_STRERROR, args[1]);
        if (nargs >= 3 && !tl_is_none(args[2])) {
            tl_exc_set_extra(rt, exc, TL_EXTRA_FILENAME, args[2]);
        }
        if (nargs == 5 && !tl_is_none(args[4])) {
            tl_exc_set_extra(rt, exc, TL_EXTRA_FILENAME2, args[4]);
        }
    }
    bool named = known && nargs >= 3 && !tl_is_none(args[2]);
    return tl_exc_set_args(rt, self, args, named ? 2 : nargs);
}

// A subclass with its own __init__ and the default __new__ parses in
// __init__, all others in __new__.
static bool parses_in_init(const TlType *type)
{
    return type->slots.init != tl_os_error_slots.init &&
           type->slots.new_ == tl_os_error_slots.new_;
}

static TlValue os_new(TlRuntime *rt, TlType *type, const TlRef *args,
                      int nargs, TlTuple *kwnames)
{
    bool later = parses_in_init(type);
    if (!later && tl_check_no_keywords(rt, type->name, kwnames) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (!later && nargs >= 2 && nargs <= 5) {
        type = class_for(rt, type, args[0]);
    }
    TlValue self = tl_exc_new_slot(rt, type, NULL, 0, NULL);
    if (tl_has_value(self) && !later && take(rt, self, args, nargs) != TL_OK) {
        tl_decref(rt, self);
        return TL_NO_VALUE;
    }
    return self;
}

static TlStatus os_init(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlType *type = tl_type_of(rt, self);
    if (!parses_in_init(type)) {
        return TL_OK;
    }
    if (tl_check_no_keywords(rt, type->name, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    return take(rt, self, args, nargs);
}

static TlRef or_none(TlRef v)
{
    return tl_has_value(v) ? v : TL_NONE;
}

static TlValue os_str(TlRuntime *rt, TlRef self)
{
    const TlValue *extra = tl_as_exc(self)->extra;
    TlRef number = extra[TL_EXTRA_ERRNO], text = extra[TL_EXTRA_STRERROR];
    TlRef file = extra[TL_EXTRA_FILENAME], file2 = extra[TL_EXTRA_FILENAME2];
    if (tl_has_value(file) && tl_has_value(file2)) {
        return tl_str_fmt(rt, "[Errno %S] %S: %R -> %R", or_none(number),
                          or_none(text), file, file2);
    }
    if (tl_has_value(file)) {
        return tl_str_fmt(rt, "[Errno %S] %S: %R", or_none(number),
                          or_none(text), file);
    }
    if (tl_has_value(number) && tl_has_value(text)) {
        return tl_str_fmt(rt, "[Errno %S] %S", number, text);
    }
    return tl_exc_str_slot(rt, self);
}

const TlSlots tl_os_error_slots = {
    .new_ = os_new,
    .init = os_init,
    .str = os_str,
};

const TlGetSetDef tl_os_error_getsets[] = {
    TL_EXTRA("errno", TL_EXTRA_ERRNO),
    TL_EXTRA("strerror", TL_EXTRA_STRERROR),
    TL_EXTRA("filename", TL_EXTRA_FILENAME),
    TL_EXTRA("filename2", TL_EXTRA_FILENAME2),
    {NULL, NULL, NULL, NULL},
};
