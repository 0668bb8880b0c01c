// mod_sys.c — the module sys.
// SPDX-License-Identifier: MIT
//
// What the interpreter says about itself (sys_info.c) and lets programs change:
// recursion limit, streams (stream.c), hooks (sys_hooks.c).
#include "lib/modules.h"
#include "lib/stream.h"
#include "lib/sys_hooks.h"
#include "lib/sys_info.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

// ---- ending, exceptions

static TlValue sys_exit(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames)
{
    TlType *type = rt->exc.SystemExit;
    return tl_is_none(args[0]) ? tl_raise_obj(rt, tl_from_obj(type))
                               : tl_raise_with(rt, type, args[0]);
}

static TlValue sys_exception(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlRef exc = tl_handled(rt);
    return tl_has_value(exc) ? tl_incref(exc) : TL_NONE;
}

static TlValue sys_exc_info(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlRef exc = tl_handled(rt);
    if (!tl_has_value(exc)) {
        return tl_tuple_pack3(rt, TL_NONE, TL_NONE, TL_NONE);
    }
    TlRef traceback = ((TlExc *)(void *)tl_as_obj(exc))->traceback;
    return tl_tuple_pack3(rt, tl_from_obj(tl_type_of(rt, exc)), exc,
                          tl_has_value(traceback) ? traceback : TL_NONE);
}

// ---- limits

static TlValue sys_getrecursionlimit(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    return tl_small_int(rt->depth_limit);
}

// A C int; TL_RAISED with CPython's text when it is none.
static TlStatus int_arg(TlRuntime *rt, TlRef v, int *out)
{
    TlValue number = tl_index(rt, v);
    int64_t i = 0;
    if (!tl_has_value(number)) {
        return TL_RAISED;
    }
    bool fits = tl_int_to_i64(number, &i) && i >= INT32_MIN && i <= INT32_MAX;
    tl_decref(rt, number);
    if (!fits) {
        tl_raise(rt, rt->exc.OverflowError,
                 "Python int too large to convert to C int");
        return TL_RAISED;
    }
    *out = (int)i;
    return TL_OK;
}

static TlValue sys_setrecursionlimit(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    int limit;
    if (int_arg(rt, args[0], &limit) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (limit < 1) {
        return tl_raise(rt, rt->exc.ValueError,
                        "recursion limit must be greater or equal than 1");
    }
    if (rt->depth >= limit) {
        return tl_raise_fmt(rt, rt->exc.RecursionError,
                            "cannot set the recursion limit to %d at the "
                            "recursion depth %d: the limit is too low",
                            limit, rt->depth);
    }
    rt->depth_limit = limit;
    return TL_NONE;
}

static TlValue sys_get_int_max_str_digits(TlRuntime *rt, TlRef self,
                                          const TlRef *args, int nargs,
                                          TlTuple *kwnames)
{
    return tl_small_int(4300);
}

// ---- objects

static TlValue sys_getrefcount(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    // Values that are no objects are not counted; CPython's None has many.
    return tl_small_int(tl_is_obj(args[0]) ? tl_as_obj(args[0])->refs
                                           : 1000000);
}

// Bytes besides the fixed part.
static int64_t extra_size(TlRef v)
{
    if (tl_is_str(v)) {
        return (tl_as_str(v)->len + 1) * tl_as_str(v)->kind;
    }
    if (tl_is_bytes(v)) {
        return ((TlBytes *)(void *)tl_as_obj(v))->len + 1;
    }
    if (tl_is_tuple(v)) {
        return tl_as_tuple(v)->len * 8;
    }
    if (tl_is_list(v)) {
        return tl_as_list(v)->cap * 8;
    }
    if (tl_is_dict(v)) {
        return tl_as_dict(v)->entry_cap * (int64_t)sizeof(TlDictEntry);
    }
    if (tl_is_set(v)) {
        return (tl_as_set(v)->mask + 1) * (int64_t)sizeof(TlSetEntry);
    }
    return 0;
}

// args: object, default (never needed: every object has a size).
static TlValue sys_getsizeof(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    TlRef v = args[0];
    if (!tl_is_obj(v)) {
        return tl_small_int(tl_is_none(v) ? 16 : tl_is_double(v) ? 24 : 28);
    }
    int64_t fixed = (int64_t)tl_as_obj(v)->type->basic_size;
    return tl_int_from_i64(rt, fixed + extra_size(v));
}

static TlValue sys_intern(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    if (!tl_is_str(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "intern() argument must be str, not %T", args[0]);
    }
    if (tl_as_obj(args[0])->type != rt->types.str) {
        return tl_raise_fmt(rt, rt->exc.TypeError, "can't intern %T",
                            args[0]);
    }
    TlStr *text = tl_retain(tl_as_str(args[0]));
    tl_intern_in_place(rt, &text);
    return tl_from_obj(text);
}

static TlValue sys_getframe(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    int depth;
    if (int_arg(rt, args[0], &depth) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlFrame *frame = tl_vm_current_frame(rt);
    for (; depth > 0 && frame != NULL; depth--) {
        frame = frame->back == NULL ? NULL : tl_frame_visible(frame->back);
    }
    if (frame == NULL) {
        return tl_raise(rt, rt->exc.ValueError,
                        "call stack is not deep enough");
    }
    return tl_incref(tl_from_obj(frame));
}

// ---- settings without effect here, kept for those who ask

static const char interval_key[] = "sys.switchinterval";
static const char origin_key[] = "sys.origin_depth";

// The setting [name], or [fallback]; owned.
static TlValue setting(TlRuntime *rt, const char *name, TlRef fallback)
{
    TlStr *key = tl_intern_cstr(rt, name);
    if (key == NULL) {
        return TL_NO_VALUE;
    }
    TlRef value = tl_dict_get_str(rt, rt->lib->state, key);
    tl_release(rt, key);
    return tl_incref(tl_has_value(value) ? value : fallback);
}

static TlValue set(TlRuntime *rt, const char *name, TlRef value)
{
    return tl_dict_set_cstr(rt, rt->lib->state, name, value) == TL_OK
               ? TL_NONE
               : TL_NO_VALUE;
}

static TlValue sys_getswitchinterval(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    return setting(rt, interval_key, tl_from_double(0.005));
}

static TlValue sys_setswitchinterval(TlRuntime *rt, TlRef self,
                                     const TlRef *args, int nargs,
                                     TlTuple *kwnames)
{
    double seconds;
    if (tl_to_double(rt, args[0], &seconds) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (!(seconds > 0)) {
        return tl_raise(rt, rt->exc.ValueError,
                        "switch interval must be strictly positive");
    }
    return set(rt, interval_key, tl_from_double(seconds));
}

static TlValue sys_get_origin_depth(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    return setting(rt, origin_key, tl_small_int(0));
}

static TlValue sys_set_origin_depth(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    int depth;
    if (int_arg(rt, args[0], &depth) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (depth < 0) {
        return tl_raise(rt, rt->exc.ValueError, "depth must be >= 0");
    }
    return set(rt, origin_key, tl_small_int(depth));
}

static TlValue sys_encoding(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_str_from_cstr(rt, "utf-8");
}

static TlValue sys_is_finalizing(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    return TL_FALSE;
}

static const TlNativeDef sys_functions[] = {
    {"_getframe", sys_getframe, TL_FN_SIG, "(depth=0, /)", NULL},
    {"exc_info", sys_exc_info, TL_FN_NOARGS, "()", NULL},
    {"exception", sys_exception, TL_FN_NOARGS, "()", NULL},
    {"exit", sys_exit, TL_FN_SIG, "(status=None, /)", NULL},
    {"get_coroutine_origin_tracking_depth", sys_get_origin_depth,
     TL_FN_NOARGS, "()", NULL},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, TL_FN_NOARGS, "()",
     NULL},
    {"getdefaultencoding", sys_encoding, TL_FN_NOARGS, "()", NULL},
    {"getfilesystemencoding", sys_encoding, TL_FN_NOARGS, "()", NULL},
    {"getrecursionlimit", sys_getrecursionlimit, TL_FN_NOARGS, "()", NULL},
    {"getrefcount", sys_getrefcount, TL_FN_ONE, "(object, /)", NULL},
    {"getsizeof", sys_getsizeof, TL_FN_SIG, "(object, default=?)", NULL},
    {"getswitchinterval", sys_getswitchinterval, TL_FN_NOARGS, "()", NULL},
    {"intern", sys_intern, TL_FN_ONE, "(string, /)", NULL},
    {"is_finalizing", sys_is_finalizing, TL_FN_NOARGS, "()", NULL},
    {"set_coroutine_origin_tracking_depth", sys_set_origin_depth, TL_FN_SIG,
     "(depth)", NULL},
    {"setrecursionlimit", sys_setrecursionlimit, TL_FN_ONE, "(limit, /)",
     NULL},
    {"setswitchinterval", sys_setswitchinterval, TL_FN_ONE, "(interval, /)",
     NULL},
    {NULL, NULL, 0, NULL, NULL},
};

// ---- the module

// An empty list under each name: argv and path are filled when a program is
// given (tl_lib_publish_argv).
static TlStatus add_lists(TlRuntime *rt, TlDict *sys)
{
    static const char *const names[] = {"argv", "path", "warnoptions",
                                        "meta_path"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        TlList *list = tl_list_new(rt, 0);
        if (list == NULL ||
            tl_put_steal(rt, sys, names[i], tl_from_obj(list)) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_init_sys(TlRuntime *rt, TlModule *module)
{
    TlDict *sys = module->dict;
    if (tl_sys_add_info(rt, sys) != TL_OK || add_lists(rt, sys) != TL_OK ||
        tl_streams_init(rt, sys) != TL_OK ||
        tl_sys_add_hooks(rt, module) != TL_OK ||
        tl_dict_set_cstr(rt, sys, "modules", tl_from_obj(rt->modules)) !=
            TL_OK) {
        return TL_RAISED;
    }
    return tl_module_add_functions(rt, tl_from_obj(module), sys_functions);
}
