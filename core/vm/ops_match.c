// ops_match.c — structural pattern matching.
// SPDX-License-Identifier: MIT
#include "object/dict.h"
#include "object/number.h"
#include "vm/vm_impl.h"

void tl_op_match_kind(TlRuntime *rt, TlFrame *f, uint32_t flag)
{
    bool yes = (tl_type_of(rt, f->sp[-1])->flags & flag) != 0;
    tl_push(f, tl_bool(yes));
}

TlStatus tl_op_get_len(TlRuntime *rt, TlFrame *f)
{
    int64_t len = tl_len(rt, f->sp[-1]);
    if (len < 0) {
        return TL_RAISED;
    }
    TlValue v = tl_int_from_i64(rt, len);
    if (!tl_has_value(v)) {
        return TL_RAISED;
    }
    tl_push(f, v);
    return TL_OK;
}

// ---- mappings

static TlStatus raise_duplicate(TlRuntime *rt, TlRef key)
{
    tl_raise_fmt(rt, rt->exc.ValueError,
                 "mapping pattern checks duplicate key (%R)", key);
    return TL_RAISED;
}

// subject.get(key, marker): 1 found (owned), 0 absent, -1 raised.
static int get_item(TlRuntime *rt, TlRef get, TlRef key, TlRef marker,
                    TlValue *out)
{
    *out = tl_call2(rt, get, key, marker);
    if (!tl_has_value(*out)) {
        return -1;
    }
    if (*out != marker) {
        return 1;
    }
    tl_clear(rt, out);
    return 0;
}

// Fills [values]; 1 all found, 0, -1.
static int get_items(TlRuntime *rt, TlRef get, TlTuple *keys, TlRef marker,
                     TlTuple *values)
{
    TlSet *seen = tl_set_new(rt, rt->types.set);
    int found = seen == NULL ? -1 : 1;
    for (int64_t i = 0; i < keys->len && found > 0; i++) {
        int added = tl_set_add(rt, seen, keys->items[i]);
        if (added == 0) {
            raise_duplicate(rt, keys->items[i]);
        }
        found = added <= 0 ? -1
                           : get_item(rt, get, keys->items[i], marker,
                                      &values->items[i]);
    }
    tl_release(rt, seen);
    return found;
}

// The values of [keys] as a tuple, None when one is absent; owned.
static TlValue match_keys(TlRuntime *rt, TlRef subject, TlTuple *keys)
{
    TlValue get = tl_getattr(rt, subject, TL_NAME(rt, get));
    TlList *marker = tl_has_value(get) ? tl_list_new(rt, 0) : NULL;
    TlTuple *values = marker == NULL ? NULL : tl_tuple_new(rt, keys->len);
    TlValue result = TL_NO_VALUE;
    if (values != NULL) {
        int found =
            get_items(rt, get, keys, tl_from_obj(marker), values);
        result = found > 0    ? tl_incref(tl_from_obj(values))
                 : found == 0 ? TL_NONE
                              : TL_NO_VALUE;
    }
    tl_release(rt, values);
    tl_release(rt, marker);
    tl_decref(rt, get);
    return result;
}

TlStatus tl_op_match_keys(TlRuntime *rt, TlFrame *f)
{
    TlValue values = match_keys(rt, f->sp[-2], tl_as_tuple(f->sp[-1]));
    if (!tl_has_value(values)) {
        return TL_RAISED;
    }
    tl_push(f, values);
    return TL_OK;
}

// ---- classes

typedef struct ClassMatch {
    TlRuntime *rt;
    TlRef subject;
    TlType *cls;
    TlList *found;  // values of the attributes, in order
    TlSet *seen;    // names, to refuse duplicates
} ClassMatch;

// 1 found (appended), 0 absent, -1 raised.
static int match_attribute(ClassMatch *m, TlRef name)
{
    int added = tl_set_add(m->rt, m->seen, name);
    if (added < 0) {
        return -1;
    }
    if (added == 0) {
        tl_raise_fmt(m->rt, m->rt->exc.TypeError,
                     "%s() got multiple sub-patterns for attribute %R",
                     m->cls->name, name);
        return -1;
    }
    TlValue v;
    int found = tl_getattr_opt(m->rt, m->subject, tl_as_str(name), &v);
    if (found > 0 && tl_list_append_steal(m->rt, m->found, v) != TL_OK) {
        return -1;
    }
    return found;
}

static int raise_no_tuple(ClassMatch *m, TlRef names)
{
    tl_raise_fmt(m->rt, m->rt->exc.TypeError,
                 "%s.__match_args__ must be a tuple (got %T)", m->cls->name,
                 names);
    return -1;
}

static int raise_too_many(ClassMatch *m, int64_t allowed, int given)
{
    tl_raise_fmt(m->rt, m->rt->exc.TypeError,
                 "%s() accepts %lld positional sub-pattern%s (%d given)",
                 m->cls->name, (long long)allowed, allowed == 1 ? "" : "s",
                 given);
    return -1;
}

static int match_by_args(ClassMatch *m, TlTuple *names, int positional)
{
    if (positional > names->len) {
        return raise_too_many(m, names->len, positional);
    }
    for (int i = 0; i < positional; i++) {
        if (!tl_is_str(names->items[i])) {
            tl_raise_fmt(m->rt, m->rt->exc.TypeError,
                         "__match_args__ elements must be strings (got %T)",
                         names->items[i]);
            return -1;
        }
        int found = match_attribute(m, names->items[i]);
        if (found <= 0) {
            return found;
        }
    }
    return 1;
}

// int(x), str(x) and the like match the subject itself.
static bool matches_itself(TlRuntime *rt, TlType *cls)
{
    const uint32_t kinds = TL_TYPE_IS_INT | TL_TYPE_IS_STR | TL_TYPE_IS_LIST |
                           TL_TYPE_IS_TUPLE | TL_TYPE_IS_DICT |
                           TL_TYPE_IS_BYTES | TL_TYPE_IS_SET |
                           TL_TYPE_IS_FLOAT;
    return (cls->flags & kinds) || tl_is_subtype(cls, rt->types.bytearray);
}

static int match_positional(ClassMatch *m, int positional)
{
    if (positional == 0) {
        return 1;
    }
    TlValue names;
    int found = tl_getattr_opt(m->rt, tl_from_obj(m->cls),
                               TL_NAME(m->rt, __match_args__), &names);
    if (found < 0) {
        return -1;
    }
    if (found > 0) {
        int result = tl_is_tuple(names)
                         ? match_by_args(m, tl_as_tuple(names), positional)
                         : raise_no_tuple(m, names);
        tl_decref(m->rt, names);
        return result;
    }
    bool self = matches_itself(m->rt, m->cls);
    if (positional > self) {
        return raise_too_many(m, self, positional);
    }
    return tl_list_append(m->rt, m->found, m->subject) == TL_OK ? 1 : -1;
}

static int match_class(ClassMatch *m, TlTuple *names, int positional)
{
    int found = match_positional(m, positional);
    for (int64_t i = 0; i < names->len && found > 0; i++) {
        found = match_attribute(m, names->items[i]);
    }
    return found;
}

static TlValue run_match(TlRuntime *rt, TlRef subject, TlRef cls,
                         TlTuple *names, int positional)
{
    if (!tl_is_obj(cls) || !(tl_as_obj(cls)->type->flags & TL_TYPE_IS_TYPE)) {
        return tl_raise(rt, rt->exc.TypeError,
                        "called match pattern must be a class");
    }
    int is = tl_isinstance(rt, subject, cls);
    if (is <= 0) {
        return is < 0 ? TL_NO_VALUE : TL_NONE;
    }
    ClassMatch m = {.rt = rt, .subject = subject,
                    .cls = (TlType *)tl_as_obj(cls)};
    m.found = tl_list_new(rt, positional + names->len);
    m.seen = m.found == NULL ? NULL : tl_set_new(rt, rt->types.set);
    TlValue result = TL_NO_VALUE;
    if (m.seen != NULL) {
        int found = match_class(&m, names, positional);
        result = found > 0    ? tl_list_to_tuple(rt, m.found)
                 : found == 0 ? TL_NONE
                              : TL_NO_VALUE;
    }
    tl_release(rt, m.seen);
    tl_release(rt, m.found);
    return result;
}

TlStatus tl_op_match_class(TlRuntime *rt, TlFrame *f, int positional)
{
    return tl_replace(rt, f, 3,
                      run_match(rt, f->sp[-3], f->sp[-2],
                                tl_as_tuple(f->sp[-1]), positional));
}
