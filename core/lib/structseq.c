// structseq.c — tuples with named fields, as sys.version_info is.
// SPDX-License-Identifier: MIT
#include "lib/structseq.h"

#include "base/buf.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/seq.h"
#include "object/str.h"

TlValue tl_structseq_get(TlRuntime *rt, TlRef self, void *closure)
{
    return tl_incref(tl_as_tuple(self)->items[(intptr_t)closure]);
}

TlValue tl_structseq_repr(TlRuntime *rt, TlRef self, const char *name,
                          const TlGetSetDef *fields)
{
    const TlTuple *tuple = tl_as_tuple(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_fmt(&out, "%s(", name);
    TlStatus status = TL_OK;
    for (int64_t i = 0; i < tuple->len && status == TL_OK; i++) {
        tl_buf_append_fmt(&out, "%s%s=", i > 0 ? ", " : "", fields[i].name);
        status = tl_repr_append(rt, &out, tuple->items[i]);
    }
    tl_buf_append_char(&out, ')');
    return tl_repr_finish(rt, &out, status);
}

static TlValue refuse_new(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    TlRef module =
        tl_dict_get_str(rt, type->dict, TL_NAME(rt, __module__));
    if (!tl_has_value(module) || tl_str_is(tl_as_str(module), "builtins")) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "cannot create '%s' instances", type->name);
    }
    return tl_raise_fmt(rt, rt->exc.TypeError,
                        "cannot create '%S.%s' instances", module,
                        type->name);
}

TlType *tl_structseq_type(TlRuntime *rt, const TlTypeSpec *spec)
{
    TlType *type = tl_type_from_spec(rt, spec, rt->types.tuple);
    if (type != NULL) {
        type->slots.new_ = refuse_new;
    }
    return type;
}

// Through tuple's own constructor: it knows how a subclass is laid out.
static TlValue make(TlRuntime *rt, TlType *type, const TlValue *items,
                    int64_t count)
{
    TlTuple *plain = tl_tuple_from(rt, items, count);
    if (plain == NULL) {
        return TL_NO_VALUE;
    }
    TlRef arg = tl_from_obj(plain);
    TlValue made = rt->types.tuple->slots.new_(rt, type, &arg, 1, NULL);
    tl_release(rt, plain);
    return made;
}

TlValue tl_structseq_new(TlRuntime *rt, TlType *type, TlValue *items,
                         int64_t count)
{
    TlValue made =
        tl_raised(rt) ? TL_NO_VALUE : make(rt, type, items, count);
    for (int64_t i = 0; i < count; i++) {
        tl_decref(rt, items[i]);
    }
    return made;
}
