// str_split.c — taking text apart and putting it together.
// SPDX-License-Identifier: MIT

#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str_impl.h"

// Appends s[start:stop]. False = raised.
static bool add_part(TlRuntime *rt, TlList *list, TlStr *s, int64_t start,
                     int64_t stop) {
    TlValue part = tl_str_slice(rt, s, start, stop);
    if (part == TL_NO_VALUE) {
        return false;
    }
    return tl_list_append_steal(rt, list, part) == TL_OK &&
           tl_seq_tick(rt) == TL_OK;
}

static TlValue finish(TlRuntime *rt, TlList *list, bool ok) {
    if (ok) {
        return tl_from_obj(list);
    }
    tl_release(rt, list);
    return TL_NO_VALUE;
}

static bool split_space(TlRuntime *rt, TlList *list, TlStr *s, int64_t max) {
    int64_t i = 0;
    for (;;) {
        while (i < s->len && tl_uni_is_space(tl_str_at(s, i))) {
            i++;
        }
        if (i == s->len) {
            return true;
        }
        int64_t start = i;
        if (max-- == 0) {
            return add_part(rt, list, s, start, s->len);
        }
        while (i < s->len && !tl_uni_is_space(tl_str_at(s, i))) {
            i++;
        }
        if (!add_part(rt, list, s, start, i)) {
            return false;
        }
    }
}

static bool split_sep(TlRuntime *rt, TlList *list, TlStr *s, const TlStr *sep,
                      int64_t max) {
    int64_t start = 0;
    for (; max != 0; max--) {
        int64_t at = tl_str_find(s, sep, start, s->len);
        if (at < 0) {
            break;
        }
        if (!add_part(rt, list, s, start, at)) {
            return false;
        }
        start = at + sep->len;
    }
    return add_part(rt, list, s, start, s->len);
}

// The rsplit variants collect parts from the end; the caller turns them round.
static bool rsplit_space(TlRuntime *rt, TlList *list, TlStr *s, int64_t max) {
    int64_t i = s->len;
    for (;;) {
        while (i > 0 && tl_uni_is_space(tl_str_at(s, i - 1))) {
            i--;
        }
        if (i == 0) {
            return true;
        }
        int64_t end = i;
        if (max-- == 0) {
            return add_part(rt, list, s, 0, end);
        }
        while (i > 0 && !tl_uni_is_space(tl_str_at(s, i - 1))) {
            i--;
        }
        if (!add_part(rt, list, s, i, end)) {
            return false;
        }
    }
}

static bool rsplit_sep(TlRuntime *rt, TlList *list, TlStr *s, const TlStr *sep,
                       int64_t max) {
    int64_t end = s->len;
    for (; max != 0; max--) {
        int64_t at = tl_str_rfind(s, sep, 0, end);
        if (at < 0) {
            break;
        }
        if (!add_part(rt, list, s, at + sep->len, end)) {
            return false;
        }
        end = at;
    }
    return add_part(rt, list, s, 0, end);
}

static void reverse(TlList *list) {
    for (int64_t i = 0, j = list->len - 1; i < j; i++, j--) {
        TlValue other = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = other;
    }
}

static TlValue split(TlRuntime *rt, TlStr *s, const TlRef *args, bool right) {
    TlRef sep = args[0];
    int64_t max;
    if (tl_size_arg(rt, args[1], &max) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (sep != TL_NONE && !tl_is_str(sep)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "must be str or None, not %T", sep);
    }
    if (sep != TL_NONE && tl_as_str(sep)->len == 0) {
        return tl_raise(rt, rt->exc.ValueError, "empty separator");
    }
    TlList *list = tl_list_new(rt, 0);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    bool ok;
    if (sep == TL_NONE) {
        ok = right ? rsplit_space(rt, list, s, max)
                   : split_space(rt, list, s, max);
    } else {
        ok = right ? rsplit_sep(rt, list, s, tl_as_str(sep), max)
                   : split_sep(rt, list, s, tl_as_str(sep), max);
    }
    if (right) {
        reverse(list);
    }
    return finish(rt, list, ok);
}

TlValue tl_str_m_split(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                       TlTuple *kwnames) {
    return split(rt, tl_as_str(self), args, false);
}

TlValue tl_str_m_rsplit(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    return split(rt, tl_as_str(self), args, true);
}

TlValue tl_str_m_splitlines(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    TlStr *s = tl_as_str(self);
    int keep = tl_truth(rt, args[0]);
    TlList *list = keep < 0 ? NULL : tl_list_new(rt, 0);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    bool ok = true;
    for (int64_t i = 0; i < s->len && ok;) {
        int64_t start = i;
        while (i < s->len && !tl_uni_is_line_break(tl_str_at(s, i))) {
            i++;
        }
        int64_t end = i;
        if (i < s->len) {
            bool crlf = tl_str_at(s, i) == '\r' && i + 1 < s->len &&
                        tl_str_at(s, i + 1) == '\n';
            i += crlf ? 2 : 1;
        }
        ok = add_part(rt, list, s, start, keep ? i : end);
    }
    return finish(rt, list, ok);
}

// ---- partition ----

static TlValue pack_parts(TlRuntime *rt, TlValue head, TlRef sep,
                          TlValue tail) {
    TlValue parts = TL_NO_VALUE;
    if (head != TL_NO_VALUE && tail != TL_NO_VALUE) {
        parts = tl_tuple_pack3(rt, head, sep, tail);
    }
    tl_decref(rt, head);
    tl_decref(rt, tail);
    return parts;
}

static TlValue partition(TlRuntime *rt, TlStr *s, TlRef sep_arg, bool right) {
    if (!tl_is_str(sep_arg)) {
        return tl_raise_fmt(rt, rt->exc.TypeError, "must be str, not %T",
                            sep_arg);
    }
    TlStr *sep = tl_as_str(sep_arg);
    if (sep->len == 0) {
        return tl_raise(rt, rt->exc.ValueError, "empty separator");
    }
    int64_t at = right ? tl_str_rfind(s, sep, 0, s->len)
                       : tl_str_find(s, sep, 0, s->len);
    if (at < 0) {
        TlValue empty = tl_empty_str(rt);
        TlValue whole = tl_str_exact(rt, s);
        TlValue parts =
            right ? pack_parts(rt, tl_incref(empty), empty, whole)
                  : pack_parts(rt, whole, empty, tl_incref(empty));
        tl_decref(rt, empty);
        return parts;
    }
    return pack_parts(rt, tl_str_slice(rt, s, 0, at), sep_arg,
                      tl_str_slice(rt, s, at + sep->len, s->len));
}

TlValue tl_str_m_partition(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames) {
    return partition(rt, tl_as_str(self), args[0], false);
}

TlValue tl_str_m_rpartition(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    return partition(rt, tl_as_str(self), args[0], true);
}

TlValue tl_str_m_join(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames) {
    TlValue fast = tl_seq_fast(rt, args[0], "can only join an iterable");
    if (fast == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    int64_t n;
    const TlValue *items = tl_seq_items(fast, &n);
    TlValue text = tl_str_join(rt, tl_as_str(self), items, n);
    tl_decref(rt, fast);
    return text;
}
