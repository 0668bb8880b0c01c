// isinstance.c — isinstance() and issubclass().
// SPDX-License-Identifier: MIT
#include "object/class.h"
#include "object/exc.h"
#include "object/func.h"
#include "object/list.h"
#include "object/object.h"
#include "object/type_impl.h"

static bool is_class(TlRef v)
{
    return tl_is_obj(v) && (tl_as_obj(v)->type->flags & TL_TYPE_IS_TYPE);
}

static TlType *as_type(TlRef v)
{
    return (TlType *)(void *)tl_as_obj(v);
}

// ---- without asking the metaclass

int tl_real_isinstance(TlRuntime *rt, TlRef obj, TlRef cls)
{
    if (!is_class(cls)) {
        tl_raise(rt, rt->exc.TypeError,
                 "isinstance() arg 2 must be a type, a tuple of types, or a "
                 "union");
        return -1;
    }
    TlType *type = tl_type_of(rt, obj);
    if (tl_is_subtype(type, as_type(cls))) {
        return 1;
    }
    // A proxy may claim another class.
    TlValue claimed;
    int found = tl_getattr_opt(rt, obj, TL_NAME(rt, __class__), &claimed);
    if (found != 1) {
        return found;
    }
    int answer = is_class(claimed) && as_type(claimed) != type &&
                 tl_is_subtype(as_type(claimed), as_type(cls));
    tl_decref(rt, claimed);
    return answer;
}

int tl_real_issubclass(TlRuntime *rt, TlRef cls, TlRef of)
{
    if (!is_class(cls)) {
        tl_raise(rt, rt->exc.TypeError, "issubclass() arg 1 must be a class");
        return -1;
    }
    if (!is_class(of)) {
        tl_raise(rt, rt->exc.TypeError,
                 "issubclass() arg 2 must be a class, a tuple of classes, or "
                 "a union");
        return -1;
    }
    return tl_is_subtype(as_type(cls), as_type(of));
}

// ---- the public questions

typedef int (*Question)(TlRuntime *rt, TlRef subject, TlRef cls);

// Any of a tuple.
static int ask_each(TlRuntime *rt, TlRef subject, TlTuple *classes,
                    Question question)
{
    if (tl_enter_native(rt, " in __instancecheck__") != TL_OK) {
        return -1;
    }
    int answer = 0;
    for (int64_t i = 0; i < classes->len && answer == 0; i++) {
        answer = question(rt, subject, classes->items[i]);
    }
    tl_leave_native(rt);
    return answer;
}

// type(cls).hook(cls, subject), where there is one.
static int ask_hook(TlRuntime *rt, TlRef subject, TlRef cls, TlStr *hook,
                    Question otherwise)
{
    TlValue method;
    int found = tl_lookup_special(rt, cls, hook, &method);
    if (found != 1) {
        return found < 0 ? -1 : otherwise(rt, subject, cls);
    }
    TlValue result = tl_call1(rt, method, subject);
    tl_decref(rt, method);
    if (!tl_has_value(result)) {
        return -1;
    }
    int answer = tl_truth(rt, result);
    tl_decref(rt, result);
    return answer;
}

static int ask(TlRuntime *rt, TlRef subject, TlRef cls, Question question,
               Question real, TlStr *hook)
{
    TlType *meta = tl_type_of(rt, cls);
    if (meta == rt->types.type) {
        return real(rt, subject, cls);
    }
    if (meta == rt->types.union_type) {
        return ask_each(rt, subject, tl_union_args(cls), question);
    }
    if (tl_is_tuple(cls)) {
        return ask_each(rt, subject, tl_as_tuple(cls), question);
    }
    return ask_hook(rt, subject, cls, hook, real);
}

int tl_isinstance(TlRuntime *rt, TlRef obj, TlRef cls)
{
    if (tl_is_obj(cls) && tl_as_obj(cls) == &tl_type_of(rt, obj)->ob) {
        return 1;
    }
    return ask(rt, obj, cls, tl_isinstance, tl_real_isinstance,
               TL_NAME(rt, __instancecheck__));
}

int tl_issubclass(TlRuntime *rt, TlRef cls, TlRef of)
{
    return ask(rt, cls, of, tl_issubclass, tl_real_issubclass,
               TL_NAME(rt, __subclasscheck__));
}
