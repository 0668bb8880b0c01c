// exc_name.c — NameError, AttributeError and ImportError.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"

#include "object/builtin_args.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlStatus init_with(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames,
                          const char *const *names, int n)
{
    if (tl_exc_set_args(rt, self, args, nargs) != TL_OK) {
        return TL_RAISED;
    }
    return tl_exc_take_keywords(rt, self, names, n, args + nargs, kwnames);
}

static TlStatus name_init(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"name"};
    return init_with(rt, self, args, nargs, kwnames, names, 1);
}

const TlSlots tl_name_error_slots = {.init = name_init};
const TlGetSetDef tl_name_error_getsets[] = {
    TL_EXTRA("name", TL_EXTRA_NAME),
    {NULL, NULL, NULL, NULL},
};

static TlStatus attribute_init(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"name", "obj"};
    return init_with(rt, self, args, nargs, kwnames, names, 2);
}

const TlSlots tl_attribute_error_slots = {.init = attribute_init};
const TlGetSetDef tl_attribute_error_getsets[] = {
    TL_EXTRA("name", TL_EXTRA_NAME),
    TL_EXTRA("obj", TL_EXTRA_OBJ),
    {NULL, NULL, NULL, NULL},
};

static TlStatus import_init(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"name", "path"};
    if (tl_exc_set_args(rt, self, args, nargs) != TL_OK) {
        return TL_RAISED;
    }
    for (int k = 0; k < tl_kw_count(kwnames); k++) {
        TlStr *key = tl_as_str(kwnames->items[k]);
        if (!tl_str_is(key, "name") && !tl_str_is(key, "path")) {
            // Also for ModuleNotFoundError, as CPython.
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "'%U' is an invalid keyword argument for "
                         "ImportError",
                         key);
            return TL_RAISED;
        }
    }
    if (nargs == 1) {
        tl_exc_set_extra(rt, tl_as_exc(self), TL_EXTRA_MSG, args[0]);
    }
    return tl_exc_take_keywords(rt, self, names, 2, args + nargs, kwnames);
}

static TlValue import_str(TlRuntime *rt, TlRef self)
{
    TlRef msg = tl_as_exc(self)->extra[TL_EXTRA_MSG];
    if (tl_is_obj(msg) && tl_as_obj(msg)->type == rt->types.str) {
        return tl_incref(msg);
    }
    return tl_exc_str_slot(rt, self);
}

const TlSlots tl_import_error_slots = {.init = import_init, .str = import_str};
const TlGetSetDef tl_import_error_getsets[] = {
    TL_EXTRA("msg", TL_EXTRA_MSG),
    TL_EXTRA("name", TL_EXTRA_NAME),
    TL_EXTRA("path", TL_EXTRA_PATH),
    {NULL, NULL, NULL, NULL},
};
