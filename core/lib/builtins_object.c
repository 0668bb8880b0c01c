// builtins_object.c — built-in functions that ask objects about themselves.
// SPDX-License-Identifier: MIT
#include "lib/builtins.h"

#include "object/builtin_args.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "vm/vm.h"

// ---- attributes

// [v] as an attribute name, borrowed; NULL = raised.
static TlStr *attr_name(TlRuntime *rt, TlRef v)
{
    if (!tl_is_str(v)) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "attribute name must be string, not '%T'", v);
        return NULL;
    }
    return tl_as_str(v);
}

// The same interned and counted, which is what dicts want to be asked with.
static TlStr *take_name(TlRuntime *rt, TlRef v)
{
    TlStr *name = tl_retain(attr_name(rt, v));
    if (name != NULL && tl_as_obj(v)->type == rt->types.str) {
        tl_intern_in_place(rt, &name);
    }
    return name;
}

static TlValue builtin_getattr(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    TlStr *name = take_name(rt, args[1]);
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlValue result = TL_NO_VALUE;
    if (!tl_has_value(args[2])) {
        result = tl_getattr(rt, args[0], name);
    } else if (tl_getattr_opt(rt, args[0], name, &result) == 0) {
        result = tl_incref(args[2]);
    }
    tl_release(rt, name);
    return result;
}

static TlValue builtin_hasattr(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    TlStr *name = take_name(rt, args[1]);
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlValue value = TL_NO_VALUE;
    int found = tl_getattr_opt(rt, args[0], name, &value);
    tl_release(rt, name);
    tl_decref(rt, value);
    return found < 0 ? TL_NO_VALUE : tl_bool(found);
}

static TlValue set_or_delete(TlRuntime *rt, TlRef obj, TlRef name_arg,
                             TlRef value)
{
    TlStr *name = take_name(rt, name_arg);
    if (name == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = tl_setattr(rt, obj, name, value);
    tl_release(rt, name);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

static TlValue builtin_setattr(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return set_or_delete(rt, args[0], args[1], args[2]);
}

static TlValue builtin_delattr(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    return set_or_delete(rt, args[0], args[1], TL_NO_VALUE);
}

static TlValue builtin_vars(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    if (!tl_has_value(args[0])) {
        return tl_incref(tl_vm_locals(rt));
    }
    TlValue dict;
    int found = tl_getattr_opt(rt, args[0], TL_NAME(rt, __dict__), &dict);
    if (found == 0) {
        tl_raise(rt, rt->exc.TypeError,
                 "vars() argument must have __dict__ attribute");
    }
    return found == 1 ? dict : TL_NO_VALUE;
}

static TlValue names_of(TlRuntime *rt, TlRef obj)
{
    TlValue method;
    int found = tl_lookup_special(rt, obj, TL_NAME(rt, __dir__), &method);
    if (found != 1) {
        return found < 0 ? TL_NO_VALUE
                         : tl_raise(rt, rt->exc.TypeError,
                                    "object does not provide __dir__");
    }
    TlValue names = tl_call0(rt, method);
    tl_decref(rt, method);
    return names;
}

static TlValue builtin_dir(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlValue names = tl_has_value(args[0]) ? names_of(rt, args[0])
                                          : tl_incref(tl_vm_locals(rt));
    if (!tl_has_value(names)) {
        return TL_NO_VALUE;
    }
    TlList *list = tl_list_from_iter(rt, names);
    tl_decref(rt, names);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    if (tl_list_sort(rt, list, TL_NONE, false) != TL_OK) {
        tl_release(rt, list);
        return TL_NO_VALUE;
    }
    return tl_from_obj(list);
}

// ---- text

static TlValue builtin_repr(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_repr(rt, args[0]);
}

static TlValue builtin_ascii(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    return tl_ascii(rt, args[0]);
}

static TlValue builtin_format(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    TlRef spec = tl_has_value(args[1]) ? args[1] : rt->empty_str;
    if (!tl_is_str(spec)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "format() argument 2 must be str, not %T", spec);
    }
    return tl_format(rt, args[0], spec);
}

// ---- identity, type, size

static TlValue builtin_len(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    int64_t len = tl_len(rt, args[0]);
    return len < 0 ? TL_NO_VALUE : tl_int_from_i64(rt, len);
}

static TlValue builtin_hash(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    int64_t hash;
    return tl_hash(rt, args[0], &hash) == TL_OK ? tl_int_from_i64(rt, hash)
                                                : TL_NO_VALUE;
}

// Values that are no objects get numbers below those of objects.
static uint64_t identity(TlRuntime *rt, TlRef v)
{
    if (tl_is_obj(v)) {
        return tl_object_address(rt, tl_as_obj(v));
    }
    if (tl_is_double(v)) {
        return v;
    }
    uint64_t base = tl_is_small_int(v) ? UINT64_C(0x550000000000)
                                       : UINT64_C(0x540000000000);
    return base + (v & UINT64_C(0xFFFFFFFF)) * 32;
}

static TlValue builtin_id(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    return tl_int_from_u64(rt, identity(rt, args[0]));
}

static TlValue builtin_callable(TlRuntime *rt, TlRef self, const TlRef *args,
                                int nargs, TlTuple *kwnames)
{
    return tl_bool(tl_callable(rt, args[0]));
}

static TlValue builtin_isinstance(TlRuntime *rt, TlRef self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames)
{
    int answer = tl_isinstance(rt, args[0], args[1]);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

static TlValue builtin_issubclass(TlRuntime *rt, TlRef self,
                                  const TlRef *args, int nargs,
                                  TlTuple *kwnames)
{
    int answer = tl_issubclass(rt, args[0], args[1]);
    return answer < 0 ? TL_NO_VALUE : tl_bool(answer);
}

const TlNativeDef tl_builtins_object_defs[] = {
    {"ascii", builtin_ascii, TL_FN_ONE, "(obj, /)",
     "Return an ASCII-only representation of an object."},
    {"callable", builtin_callable, TL_FN_ONE, "(obj, /)",
     "Return whether the object is callable (i.e., some kind of function)."},
    {"delattr", builtin_delattr, TL_FN_SIG, "(obj, name, /)",
     "Deletes the named attribute from the given object."},
    {"dir", builtin_dir, TL_FN_SIG, "(object=?, /)",
     "Names in the current scope, or attributes of an object."},
    {"format", builtin_format, TL_FN_SIG, "(value, format_spec=?, /)",
     "Return type(value).__format__(value, format_spec)."},
    {"getattr", builtin_getattr, TL_FN_SIG, "(object, name, default=?, /)",
     "Get a named attribute from an object."},
    {"hasattr", builtin_hasattr, TL_FN_SIG, "(obj, name, /)",
     "Return whether the object has an attribute with the given name."},
    {"hash", builtin_hash, TL_FN_ONE, "(obj, /)",
     "Return the hash value for the given object."},
    {"id", builtin_id, TL_FN_ONE, "(obj, /)",
     "Return the identity of an object."},
    {"isinstance", builtin_isinstance, TL_FN_SIG, "(obj, class_or_tuple, /)",
     "Return whether an object is an instance of a class."},
    {"issubclass", builtin_issubclass, TL_FN_SIG, "(cls, class_or_tuple, /)",
     "Return whether 'cls' is derived from another class or is the same "
     "class."},
    {"len", builtin_len, TL_FN_ONE, "(obj, /)",
     "Return the number of items in a container."},
    {"repr", builtin_repr, TL_FN_ONE, "(obj, /)",
     "Return the canonical string representation of the object."},
    {"setattr", builtin_setattr, TL_FN_SIG, "(obj, name, value, /)",
     "Sets the named attribute on the given object to the specified value."},
    {"vars", builtin_vars, TL_FN_SIG, "(object=?, /)",
     "The __dict__ of an object, or the local names."},
    {NULL, NULL, 0, NULL, NULL},
};
