// bytes_split.c — taking bytes apart and joining them.
// SPDX-License-Identifier: MIT
//
// Nothing in a loop here may run user code (so no tick either): it could
// change the bytearray that is being taken apart.

#include "object/bytes_impl.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"

#define METHOD(name)                                                       \
    TlValue tl_bytes_m_##name(TlRuntime *rt, TlRef self, const TlRef *args, \
                              int nargs, TlTuple *kwnames)

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Appends self[start:stop]. False = raised.
static bool add_part(TlRuntime *rt, TlList *list, TlRef self, int64_t start,
                     int64_t stop) {
    TlValue part = tl_bytes_part(rt, self, start, stop);
    return part != TL_NO_VALUE &&
           tl_list_append_steal(rt, list, part) == TL_OK;
}

static bool split_space(TlRuntime *rt, TlList *list, TlRef self, int64_t max) {
    TlSpan s = tl_span(rt, self);
    int64_t i = 0;
    for (;;) {
        while (i < s.len && is_space(s.data[i])) {
            i++;
        }
        if (i == s.len) {
            return true;
        }
        int64_t start = i;
        if (max-- == 0) {
            return add_part(rt, list, self, start, s.len);
        }
        while (i < s.len && !is_space(s.data[i])) {
            i++;
        }
        if (!add_part(rt, list, self, start, i)) {
            return false;
        }
    }
}

static bool split_sep(TlRuntime *rt, TlList *list, TlRef self, TlSpan sep,
                      int64_t max) {
    TlSpan s = tl_span(rt, self);
    int64_t start = 0;
    for (; max != 0; max--) {
        int64_t at =
            tl_mem_find(s.data + start, s.len - start, sep.data, sep.len);
        if (at < 0) {
            break;
        }
        if (!add_part(rt, list, self, start, start + at)) {
            return false;
        }
        start += at + sep.len;
    }
    return add_part(rt, list, self, start, s.len);
}

// From the end; the caller turns the list round.
static bool rsplit_space(TlRuntime *rt, TlList *list, TlRef self,
                         int64_t max) {
    TlSpan s = tl_span(rt, self);
    int64_t i = s.len;
    for (;;) {
        while (i > 0 && is_space(s.data[i - 1])) {
            i--;
        }
        if (i == 0) {
            return true;
        }
        int64_t end = i;
        if (max-- == 0) {
            return add_part(rt, list, self, 0, end);
        }
        while (i > 0 && !is_space(s.data[i - 1])) {
            i--;
        }
        if (!add_part(rt, list, self, i, end)) {
            return false;
        }
    }
}

static bool rsplit_sep(TlRuntime *rt, TlList *list, TlRef self, TlSpan sep,
                       int64_t max) {
    TlSpan s = tl_span(rt, self);
    int64_t end = s.len;
    for (; max != 0; max--) {
        int64_t at = tl_mem_rfind(s.data, end, sep.data, sep.len);
        if (at < 0) {
            break;
        }
        if (!add_part(rt, list, self, at + sep.len, end)) {
            return false;
        }
        end = at;
    }
    return add_part(rt, list, self, 0, end);
}

static TlValue finish(TlRuntime *rt, TlList *list, bool ok) {
    if (ok) {
        return tl_from_obj(list);
    }
    tl_release(rt, list);
    return TL_NO_VALUE;
}

static TlValue split(TlRuntime *rt, TlRef self, const TlRef *args,
                     bool right) {
    int64_t max;
    TlSpan sep = {NULL, 0};
    if (tl_size_arg(rt, args[1], &max) != TL_OK ||
        (args[0] != TL_NONE && tl_need_bytes(rt, args[0], &sep) != TL_OK)) {
        return TL_NO_VALUE;
    }
    if (args[0] != TL_NONE && sep.len == 0) {
        return tl_raise(rt, rt->exc.ValueError, "empty separator");
    }
    TlList *list = tl_list_new(rt, 0);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    bool ok;
    if (args[0] == TL_NONE) {
        ok = right ? rsplit_space(rt, list, self, max)
                   : split_space(rt, list, self, max);
    } else {
        ok = right ? rsplit_sep(rt, list, self, sep, max)
                   : split_sep(rt, list, self, sep, max);
    }
    for (int64_t i = 0, j = list->len - 1; right && i < j; i++, j--) {
        TlValue other = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = other;
    }
    return finish(rt, list, ok);
}

METHOD(split) {
    return split(rt, self, args, false);
}

METHOD(rsplit) {
    return split(rt, self, args, true);
}

METHOD(splitlines) {
    int keep = tl_truth(rt, args[0]);
    TlList *list = keep < 0 ? NULL : tl_list_new(rt, 0);
    if (list == NULL) {
        return TL_NO_VALUE;
    }
    TlSpan s = tl_span(rt, self);
    bool ok = true;
    for (int64_t i = 0; i < s.len && ok;) {
        int64_t start = i;
        while (i < s.len && s.data[i] != '\n' && s.data[i] != '\r') {
            i++;
        }
        int64_t end = i;
        if (i < s.len) {
            bool crlf = s.data[i] == '\r' && i + 1 < s.len &&
                        s.data[i + 1] == '\n';
            i += crlf ? 2 : 1;
        }
        ok = add_part(rt, list, self, start, keep ? i : end);
    }
    return finish(rt, list, ok);
}

static TlValue partition(TlRuntime *rt, TlRef self, TlRef sep_arg,
                         bool right) {
    TlSpan sep, s = tl_span(rt, self);
    if (tl_need_bytes(rt, sep_arg, &sep) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (sep.len == 0) {
        return tl_raise(rt, rt->exc.ValueError, "empty separator");
    }
    int64_t at = right ? tl_mem_rfind(s.data, s.len, sep.data, sep.len)
                       : tl_mem_find(s.data, s.len, sep.data, sep.len);
    int64_t head = at < 0 ? (right ? 0 : s.len) : at;
    int64_t tail = at < 0 ? head : at + sep.len;
    // bytes hands out the separator itself, whatever it is.
    TlValue middle =
        at >= 0 && !tl_is_bytearray(rt, self)
            ? tl_incref(sep_arg)
            : tl_bytes_like(rt, self, sep.data, at < 0 ? 0 : sep.len);
    TlValue parts[3] = {tl_bytes_part(rt, self, 0, head), middle,
                        tl_bytes_part(rt, self, tail, s.len)};
    TlValue tuple = TL_NO_VALUE;
    if (!tl_raised(rt)) {
        tuple = tl_tuple_pack3(rt, parts[0], parts[1], parts[2]);
    }
    for (int i = 0; i < 3; i++) {
        tl_decref(rt, parts[i]);
    }
    return tuple;
}

METHOD(partition) {
    return partition(rt, self, args[0], false);
}

METHOD(rpartition) {
    return partition(rt, self, args[0], true);
}

METHOD(join) {
    TlValue fast = tl_seq_fast(rt, args[0], "can only join an iterable");
    if (fast == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    TlSpan sep = tl_span(rt, self), item;
    int64_t n;
    const TlValue *items = tl_seq_items(fast, &n);
    bool ok = true;
    for (int64_t i = 0; i < n; i++) {
        if (!tl_byteslike(rt, items[i], &item.data, &item.len)) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "sequence item %lld: expected a bytes-like object, "
                         "%T found",
                         (long long)i, items[i]);
            ok = false;
            break;
        }
        if (i > 0) {
            tl_buf_append(&out, sep.data, (size_t)sep.len);
        }
        tl_buf_append(&out, item.data, (size_t)item.len);
    }
    TlValue joined = TL_NO_VALUE;
    if (ok && tl_spend(rt, n) == TL_OK) {
        joined = out.failed
                     ? tl_raise_memory(rt)
                     : tl_bytes_like(rt, self, out.data, (int64_t)out.len);
    }
    tl_buf_deinit(&out);
    tl_decref(rt, fast);
    return joined;
}
