// property.c — property(fget, fset, fdel, doc).
// SPDX-License-Identifier: MIT
#include "object/class.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlProperty *as_property(TlRef v)
{
    return (TlProperty *)(void *)tl_as_obj(v);
}

static bool is_set(TlRef v)
{
    return tl_has_value(v) && !tl_is_none(v);
}

static TlValue property_new(TlRuntime *rt, TlType *type, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    TlProperty *self = tl_object_new(rt, type);
    if (self == NULL) {
        return TL_NO_VALUE;
    }
    self->get = self->set = self->del = self->doc = TL_NO_VALUE;
    self->name = TL_NO_VALUE;
    return tl_from_obj(self);
}

static void set_field(TlRuntime *rt, TlValue *field, TlRef value)
{
    TlValue old = *field;
    *field = is_set(value) ? tl_incref(value) : TL_NO_VALUE;
    tl_decref(rt, old);
}

// Without a doc of its own a property shows its getter's.
static TlStatus take_getter_doc(TlRuntime *rt, TlProperty *self)
{
    TlValue doc;
    int found =
        tl_getattr_opt(rt, self->get, TL_NAME(rt, __doc__), &doc);
    if (found != 1) {
        return found == 0 ? TL_OK : TL_RAISED;
    }
    TlStatus status = TL_OK;
    if (is_set(doc) && self->ob.type != rt->types.property) {
        // A subclass has a __dict__ or slots in which its own doc lives.
        status = tl_setattr(rt, tl_from_obj(self), TL_NAME(rt, __doc__), doc);
        if (status != TL_OK && tl_error_is(rt, rt->exc.AttributeError)) {
            tl_clear_error(rt);
            status = TL_OK;
        }
    }
    set_field(rt, &self->doc, doc);
    self->getter_doc = true;
    tl_decref(rt, doc);
    return status;
}

static TlStatus property_init(TlRuntime *rt, TlRef v, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    static const char *const names[] = {"fget", "fset", "fdel", "doc"};
    TlProperty *self = as_property(v);
    TlRef bound[4];
    if (tl_bind_constructor(rt, "property", names, 4, args, nargs, kwnames,
                            bound) != TL_OK) {
        return TL_RAISED;
    }
    set_field(rt, &self->get, bound[0]);
    set_field(rt, &self->set, bound[1]);
    set_field(rt, &self->del, bound[2]);
    set_field(rt, &self->doc, bound[3]);
    set_field(rt, &self->name, TL_NO_VALUE);
    self->getter_doc = false;
    if (!is_set(bound[3]) && is_set(self->get)) {
        return take_getter_doc(rt, self);
    }
    return TL_OK;
}

// ---- access

static TlValue raise_missing(TlRuntime *rt, const TlProperty *self, TlRef obj,
                             const char *what)
{
    if (tl_has_value(self->name)) {
        return tl_raise_fmt(rt, rt->exc.AttributeError,
                            "property %R of '%U' object has no %s", self->name,
                            tl_type_of(rt, obj)->qualname, what);
    }
    return tl_raise_fmt(rt, rt->exc.AttributeError,
                        "property of '%U' object has no %s",
                        tl_type_of(rt, obj)->qualname, what);
}

static TlValue property_get(TlRuntime *rt, TlRef v, TlRef obj, TlType *type)
{
    TlProperty *self = as_property(v);
    if (!tl_has_value(obj) || tl_is_none(obj)) {
        return tl_incref(v);
    }
    if (!tl_has_value(self->get)) {
        return raise_missing(rt, self, obj, "getter");
    }
    return tl_call1(rt, self->get, obj);
}

static TlStatus property_set(TlRuntime *rt, TlRef v, TlRef obj, TlRef value)
{
    TlProperty *self = as_property(v);
    bool del = !tl_has_value(value);
    TlRef func = del ? self->del : self->set;
    if (!tl_has_value(func)) {
        raise_missing(rt, self, obj, del ? "deleter" : "setter");
        return TL_RAISED;
    }
    TlValue result =
        del ? tl_call1(rt, func, obj) : tl_call2(rt, func, obj, value);
    tl_decref(rt, result);
    return tl_has_value(result) ? TL_OK : TL_RAISED;
}

// ---- methods

static TlRef or_none(TlRef v)
{
    return tl_has_value(v) ? v : TL_NONE;
}

// A copy with one of the functions replaced, by way of the class, so that a
// subclass stays one.
static TlValue copy_with(TlRuntime *rt, TlProperty *self, int which,
                         TlRef func)
{
    TlRef args[4] = {or_none(self->get), or_none(self->set),
                     or_none(self->del), TL_NONE};
    if (!tl_is_none(func)) {
        args[which] = func;
    }
    if (!self->getter_doc) {
        args[3] = or_none(self->doc);
    }
    TlValue made =
        tl_call(rt, tl_from_obj(self->ob.type), args, 4, NULL);
    if (tl_has_value(made) && tl_type_of(rt, made) == self->ob.type) {
        set_field(rt, &as_property(made)->name, self->name);
    }
    return made;
}

static TlValue property_getter(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return copy_with(rt, as_property(self), 0, args[0]);
}

static TlValue property_setter(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return copy_with(rt, as_property(self), 1, args[0]);
}

static TlValue property_deleter(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    return copy_with(rt, as_property(self), 2, args[0]);
}

static TlValue property_set_name(TlRuntime *rt, TlRef self, const TlRef *args,
                                 int nargs, TlTuple *kwnames)
{
    if (nargs != 2) {
        return tl_raise_fmt(
            rt, rt->exc.TypeError,
            "__set_name__() takes 2 positional arguments but %d were given",
            nargs);
    }
    set_field(rt, &as_property(self)->name, args[1]);
    return TL_NONE;
}

static const TlNativeDef property_methods[] = {
    {"getter", property_getter, TL_FN_ONE, "($self, fget, /)",
     "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", property_setter, TL_FN_ONE, "($self, fset, /)",
     "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", property_deleter, TL_FN_ONE, "($self, fdel, /)",
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", property_set_name, TL_FN_RAW, "($self, owner, name, /)",
     NULL},
    {NULL, NULL, 0, NULL, NULL},
};

static TlValue get_field(TlRuntime *rt, TlRef self, void *closure)
{
    size_t offset = (size_t)(uintptr_t)closure;
    TlValue v = *(TlValue *)(void *)((char *)tl_as_obj(self) + offset);
    return tl_incref(or_none(v));
}

static TlStatus set_doc(TlRuntime *rt, TlRef self, TlRef value, void *closure)
{
    set_field(rt, &as_property(self)->doc, value);
    return TL_OK;
}

// True when one of the functions is abstract.
static TlValue get_abstract(TlRuntime *rt, TlRef self, void *closure)
{
    const TlProperty *p = as_property(self);
    const TlRef parts[] = {p->get, p->set, p->del};
    for (int i = 0; i < 3; i++) {
        int answer = tl_has_value(parts[i]) ? tl_is_abstract(rt, parts[i]) : 0;
        if (answer != 0) {
            return answer < 0 ? TL_NO_VALUE : TL_TRUE;
        }
    }
    return TL_FALSE;
}

#define FIELD(name) ((void *)offsetof(TlProperty, name))

static const TlGetSetDef property_getsets[] = {
    {"fget", get_field, tl_readonly_member, FIELD(get)},
    {"fset", get_field, tl_readonly_member, FIELD(set)},
    {"fdel", get_field, tl_readonly_member, FIELD(del)},
    {"__doc__", get_field, set_doc, FIELD(doc)},
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static void property_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    TlProperty *self = (TlProperty *)(void *)obj;
    tl_visit(self->get, visit, arg);
    tl_visit(self->set, visit, arg);
    tl_visit(self->del, visit, arg);
    tl_visit(self->doc, visit, arg);
    tl_visit(self->name, visit, arg);
}

static void property_clear(TlRuntime *rt, TlObject *obj)
{
    TlProperty *self = (TlProperty *)(void *)obj;
    tl_clear(rt, &self->get);
    tl_clear(rt, &self->set);
    tl_clear(rt, &self->del);
    tl_clear(rt, &self->doc);
    tl_clear(rt, &self->name);
}

static void property_free(TlRuntime *rt, TlObject *obj)
{
    property_clear(rt, obj);
    tl_object_free(rt, obj);
}

static const TlSlots property_slots = {
    .free = property_free,
    .traverse = property_traverse,
    .clear = property_clear,
    .new_ = property_new,
    .init = property_init,
    .descr_get = property_get,
    .descr_set = property_set,
};

const TlTypeSpec tl_property_spec = {
    .name = "property",
    .doc = "Property attribute.",
    .size = sizeof(TlProperty),
    .flags = TL_TYPE_GC | TL_TYPE_BASE,
    .slots = &property_slots,
    .methods = property_methods,
    .getsets = property_getsets,
};
