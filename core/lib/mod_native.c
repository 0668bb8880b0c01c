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

// args: category, message.
static TlValue trace_warning(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    size_t len;
    const char *text = tl_str_utf8(rt, tl_as_str(args[1]), &len);
    if (text == NULL) {
        return TL_NO_VALUE;
    }
    TlTrace *trace = &rt->trace;
    const char *category = ((TlType *)tl_as_obj(args[0]))->name;
    tl_trace_emit2(trace, TL_EV_WARNING, 0, tl_trace_cstr(trace, category),
                   tl_trace_str(trace, text, len));
    return TL_NONE;
}

static const TlNativeDef functions[] = {
    {"name_as_builtin", name_as_builtin, TL_FN_ONE, "(cls, /)",
     "Make messages name a class with its module, as they do for classes "
     "written in C. A decorator."},
    {"trace_warning", trace_warning, TL_FN_SIG, "(category, message, /)",
     "Record a warning that is about to be shown."},
    {0},
};

TlStatus tl_init__native(TlRuntime *rt, TlModule *module)
{
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
