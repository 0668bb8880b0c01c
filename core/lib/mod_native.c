// mod_native.c — _native: what only our own Python modules need from C.
// SPDX-License-Identifier: MIT
#include "lib/modules.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/str.h"

// "datetime.date": the full name of a class, as classes in C have it.
static TlStr *full_name(TlRuntime *rt, TlRef cls)
{
    TlValue module = tl_getattr(rt, cls, TL_NAME(rt, __module__));
    if (!tl_has_value(module)) {
        return NULL;
    }
    TlType *type = (TlType *)tl_as_obj(cls);
    TlValue text = tl_str_fmt(rt, "%S.%U", module, type->name_obj);
    tl_decref(rt, module);
    return tl_has_value(text) ? tl_as_str(text) : NULL;
}

static TlValue name_as_builtin(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    TlStr *name = full_name(rt, args[0]);
    // The text must live as long as the class: until the end.
    if (name == NULL || tl_dict_set(rt, rt->lib->state, tl_from_obj(name),
                                    tl_from_obj(name)) != TL_OK) {
        tl_release(rt, name);
        return TL_NO_VALUE;
    }
    size_t len;
    ((TlType *)tl_as_obj(args[0]))->name = tl_str_utf8(rt, name, &len);
    tl_release(rt, name);
    return tl_incref(args[0]);
}

static const TlNativeDef functions[] = {
    {"name_as_builtin", name_as_builtin, TL_FN_ONE, "(cls, /)",
     "Make messages name a class with its module, as they do for classes "
     "written in C. A decorator."},
    {0},
};

TlStatus tl_init__native(TlRuntime *rt, TlModule *module)
{
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
