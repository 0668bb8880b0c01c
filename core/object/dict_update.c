// dict_update.c — filling a dict from mappings, pairs and keywords.
// SPDX-License-Identifier: MIT

#include "object/dict_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"

TlStatus tl_dict_update_from_dict(TlRuntime *rt, TlDict *to, TlDict *from) {
    if (to == from || from->used == 0) {
        return TL_OK;
    }
    if (tl_dict_reserve(rt, to, from->used) == TL_RAISED) {
        return TL_RAISED;
    }
    int64_t pos = 0, count = from->entry_count;
    TlRef key, value;
    while (tl_dict_next(from, &pos, &key, &value)) {
        int64_t hash = from->entries[pos - 1].hash;
        tl_incref(key);
        tl_incref(value);
        TlStatus status = tl_dict_set_hashed(rt, to, key, hash, value);
        tl_decref(rt, key);
        tl_decref(rt, value);
        if (status == TL_RAISED || tl_seq_tick(rt) == TL_RAISED) {
            return TL_RAISED;
        }
        if (from->entry_count != count) {
            tl_raise(rt, rt->exc.RuntimeError, "dict mutated during update");
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// ---- from any mapping: its keys() first, then item by item

static TlList *keys_of(TlRuntime *rt, TlRef mapping) {
    TlValue keys =
        tl_call_method(rt, mapping, TL_NAME(rt, keys), NULL, 0);
    if (!tl_has_value(keys)) {
        return NULL;
    }
    TlValue it = tl_iter(rt, keys);
    if (!tl_has_value(it) && tl_error_is(rt, rt->exc.TypeError)) {
        tl_clear_error(rt);
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%T.keys() returned a non-iterable (type %T)", mapping,
                     keys);
    }
    tl_decref(rt, keys);
    TlList *list = tl_has_value(it) ? tl_list_from_iter(rt, it) : NULL;
    tl_decref(rt, it);
    return list;
}

static TlStatus copy_item(TlRuntime *rt, TlDict *to, TlRef mapping,
                          TlRef key) {
    TlValue value = tl_getitem(rt, mapping, key);
    if (!tl_has_value(value)) {
        return TL_RAISED;
    }
    TlStatus status = tl_dict_set(rt, to, key, value);
    tl_decref(rt, value);
    return status;
}

static TlStatus update_from_mapping(TlRuntime *rt, TlDict *to,
                                    TlRef mapping) {
    if (tl_is_dict(mapping) && tl_dict_iterates_plainly(rt, mapping)) {
        return tl_dict_update_from_dict(rt, to, tl_as_dict(mapping));
    }
    TlList *keys = keys_of(rt, mapping);
    if (keys == NULL) {
        return TL_RAISED;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK && i < keys->len; i++) {
        status = copy_item(rt, to, mapping, keys->items[i]);
    }
    tl_release(rt, keys);
    return status;
}

// ---- from an iterable of pairs

static TlStatus add_pair(TlRuntime *rt, TlDict *to, TlRef pair,
                         int64_t number) {
    TlValue fast = tl_seq_fast(rt, pair, "");
    if (!tl_has_value(fast)) {
        if (tl_error_is(rt, rt->exc.TypeError)) {
            tl_clear_error(rt);
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "cannot convert dictionary update sequence element "
                         "#%lld to a sequence",
                         (long long)number);
        }
        return TL_RAISED;
    }
    int64_t n;
    const TlValue *items = tl_seq_items(fast, &n);
    TlStatus status = TL_RAISED;
    if (n != 2) {
        tl_raise_fmt(rt, rt->exc.ValueError,
                     "dictionary update sequence element #%lld has length "
                     "%lld; 2 is required",
                     (long long)number, (long long)n);
    } else {
        TlValue key = tl_incref(items[0]), value = tl_incref(items[1]);
        status = tl_dict_set(rt, to, key, value);
        tl_decref(rt, key);
        tl_decref(rt, value);
    }
    tl_decref(rt, fast);
    return status;
}

static TlStatus update_from_pairs(TlRuntime *rt, TlDict *to, TlRef pairs) {
    TlValue it = tl_iter(rt, pairs);
    if (!tl_has_value(it)) {
        return TL_RAISED;
    }
    TlStatus status = TL_OK;
    for (int64_t i = 0; status == TL_OK; i++) {
        TlValue pair = tl_next(rt, it);
        if (!tl_has_value(pair)) {
            status = tl_raised(rt) ? TL_RAISED : TL_OK;
            break;
        }
        status = add_pair(rt, to, pair, i);
        tl_decref(rt, pair);
        if (status == TL_OK) {
            status = tl_seq_tick(rt);
        }
    }
    tl_decref(rt, it);
    return status;
}

TlStatus tl_dict_update(TlRuntime *rt, TlDict *dict, TlRef other) {
    if (tl_is_exact_dict(rt, other)) {
        return tl_dict_update_from_dict(rt, dict, tl_as_dict(other));
    }
    TlValue keys;
    int found = tl_getattr_opt(rt, other, TL_NAME(rt, keys), &keys);
    if (found < 0) {
        return TL_RAISED;
    }
    if (found == 0) {
        return update_from_pairs(rt, dict, other);
    }
    tl_decref(rt, keys);
    return update_from_mapping(rt, dict, other);
}

// ---- f(**a, **b)

// A function as error texts name it: "module.f()", "len()". Owned str.
static TlValue function_text(TlRuntime *rt, TlRef func) {
    TlValue name, module, text;
    int found = tl_getattr_opt(rt, func, TL_NAME(rt, __qualname__), &name);
    if (found <= 0) {
        return found < 0 ? TL_NO_VALUE : tl_str(rt, func);
    }
    found = tl_getattr_opt(rt, func, TL_NAME(rt, __module__), &module);
    if (found > 0 && tl_is_str(module) &&
        !tl_str_is(tl_as_str(module), "builtins")) {
        text = tl_str_fmt(rt, "%S.%S()", module, name);
    } else {
        text = found < 0 ? TL_NO_VALUE : tl_str_fmt(rt, "%S()", name);
    }
    if (found > 0) {
        tl_decref(rt, module);
    }
    tl_decref(rt, name);
    return text;
}

static TlStatus raise_about(TlRuntime *rt, TlRef func, const char *format,
                            TlRef detail) {
    TlValue text = function_text(rt, func);
    if (tl_has_value(text)) {
        tl_raise_fmt(rt, rt->exc.TypeError, format, text, detail);
        tl_decref(rt, text);
    }
    return TL_RAISED;
}

static TlStatus merge_keyword(TlRuntime *rt, TlDict *dict, TlRef key,
                              TlRef value, TlRef func) {
    int there = tl_dict_contains(rt, dict, key);
    if (there < 0) {
        return TL_RAISED;
    }
    if (there > 0) {
        return raise_about(
            rt, func, "%S got multiple values for keyword argument '%S'", key);
    }
    if (!tl_is_str(key)) {
        tl_raise(rt, rt->exc.TypeError, "keywords must be strings");
        return TL_RAISED;
    }
    return tl_dict_set(rt, dict, key, value);
}

TlStatus tl_dict_merge_kwargs(TlRuntime *rt, TlDict *dict, TlRef other,
                              TlRef func) {
    TlDict *from = tl_dict_new(rt);
    if (from == NULL) {
        return TL_RAISED;
    }
    TlValue keys;
    TlStatus status = TL_RAISED;
    int found = tl_getattr_opt(rt, other, TL_NAME(rt, keys), &keys);
    if (found > 0) {
        tl_decref(rt, keys);
        status = update_from_mapping(rt, from, other);
    } else if (found == 0) {
        raise_about(rt, func, "%S argument after ** must be a mapping, not %T",
                    other);
    }
    int64_t pos = 0;
    TlRef key, value;
    while (status == TL_OK && tl_dict_next(from, &pos, &key, &value)) {
        status = merge_keyword(rt, dict, key, value, func);
    }
    tl_release(rt, from);
    return status;
}
