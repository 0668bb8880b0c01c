// mapping_proxy.c — mappingproxy: a read-only view of a mapping.
// SPDX-License-Identifier: MIT
//
// Everything is passed on to the mapping underneath, which may be of any type.

#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/seq.h"
#include "object/str.h"

typedef struct Proxy {
    TlObject ob;
    TlValue mapping;
} Proxy;

static TlRef inner(TlRef self) {
    return ((Proxy *)tl_as_obj(self))->mapping;
}

static bool is_proxy(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.mapping_proxy;
}

TlValue tl_mapping_proxy_new(TlRuntime *rt, TlRef mapping) {
    Proxy *proxy = tl_object_new(rt, rt->types.mapping_proxy);
    if (proxy == NULL) {
        return TL_NO_VALUE;
    }
    proxy->mapping = tl_incref(mapping);
    return tl_from_obj(proxy);
}

static TlValue proxy_make(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    if (tl_constructor_args(rt, "mappingproxy", nargs, kwnames, 1, 1) ==
        TL_RAISED) {
        return TL_NO_VALUE;
    }
    if (tl_type_of(rt, args[0])->slots.getitem == NULL ||
        tl_is_list(args[0]) || tl_is_tuple(args[0])) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "mappingproxy() argument must be a mapping, not "
                            "%T",
                            args[0]);
    }
    return tl_mapping_proxy_new(rt, args[0]);
}

static void proxy_free(TlRuntime *rt, TlObject *self) {
    tl_decref(rt, ((Proxy *)self)->mapping);
    tl_object_free(rt, self);
}

static void proxy_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit(((Proxy *)self)->mapping, visit, arg);
}

static TlValue proxy_repr(TlRuntime *rt, TlRef self) {
    return tl_str_fmt(rt, "mappingproxy(%R)", inner(self));
}

static TlValue proxy_str(TlRuntime *rt, TlRef self) {
    return tl_str(rt, inner(self));
}

static TlStatus proxy_hash(TlRuntime *rt, TlRef self, int64_t *hash) {
    return tl_hash(rt, inner(self), hash);
}

static TlValue proxy_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    return tl_compare(rt, is_proxy(rt, a) ? inner(a) : a, b, op);
}

static TlValue proxy_iter(TlRuntime *rt, TlRef self) {
    return tl_iter(rt, inner(self));
}

static int64_t proxy_len(TlRuntime *rt, TlRef self) {
    return tl_len(rt, inner(self));
}

static TlValue proxy_getitem(TlRuntime *rt, TlRef self, TlRef key) {
    return tl_getitem(rt, inner(self), key);
}

static int proxy_contains(TlRuntime *rt, TlRef self, TlRef key) {
    return tl_contains(rt, inner(self), key);
}

static TlValue proxy_or(TlRuntime *rt, TlRef a, TlRef b) {
    return tl_binary(rt, is_proxy(rt, a) ? inner(a) : a,
                     is_proxy(rt, b) ? inner(b) : b, TL_BIN_OR);
}

static TlValue proxy_ior(TlRuntime *rt, TlRef self, TlRef other) {
    return tl_raise(rt, rt->exc.TypeError,
                    "'|=' is not supported by mappingproxy; use '|' instead");
}

// ---- methods: those of the mapping

static TlValue call_inner(TlRuntime *rt, TlRef self, const char *name,
                          const TlRef *args, int nargs) {
    TlValue method = tl_getattr_cstr(rt, inner(self), name);
    if (!tl_has_value(method)) {
        return TL_NO_VALUE;
    }
    TlValue result = tl_call(rt, method, args, nargs, NULL);
    tl_decref(rt, method);
    return result;
}

static TlValue proxy_get(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "get", args, 2);
}

static TlValue proxy_keys(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "keys", NULL, 0);
}

static TlValue proxy_values(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "values", NULL, 0);
}

static TlValue proxy_items(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "items", NULL, 0);
}

static TlValue proxy_copy(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "copy", NULL, 0);
}

static TlValue proxy_reversed(TlRuntime *rt, TlRef self, const TlRef *args,
                              int nargs, TlTuple *kwnames) {
    return call_inner(rt, self, "__reversed__", NULL, 0);
}

static const TlNativeDef proxy_methods[] = {
    {"copy", proxy_copy, TL_FN_NOARGS, "()", "A copy of the mapping."},
    {"get", proxy_get, TL_FN_SIG, "(key, default=None, /)",
     "The value of key, or default."},
    {"items", proxy_items, TL_FN_NOARGS, "()", "The items."},
    {"keys", proxy_keys, TL_FN_NOARGS, "()", "The keys."},
    {"values", proxy_values, TL_FN_NOARGS, "()", "The values."},
    {"__reversed__", proxy_reversed, TL_FN_NOARGS, "()",
     "An iterator over the keys, last first."},
    {"__class_getitem__", tl_class_getitem, TL_FN_ONE | TL_FN_CLASS,
     "(object, /)", "mappingproxy[K, V]"},
    {0},
};

static const TlSlots proxy_slots = {
    .free = proxy_free,
    .traverse = proxy_traverse,
    .repr = proxy_repr,
    .str = proxy_str,
    .hash = proxy_hash,
    .compare = proxy_compare,
    .new_ = proxy_make,
    .iter = proxy_iter,
    .len = proxy_len,
    .getitem = proxy_getitem,
    .contains = proxy_contains,
    .binary = {[TL_BIN_OR] = proxy_or},
    .inplace = {[TL_BIN_OR] = proxy_ior},
};

const TlTypeSpec tl_mapping_proxy_spec = {
    .name = "mappingproxy",
    .doc = "Read-only proxy of a mapping.",
    .size = sizeof(Proxy),
    .flags = TL_TYPE_GC | TL_TYPE_MAPPING,
    .slots = &proxy_slots,
    .methods = proxy_methods,
};
