// str_methods.c — the methods of str, apart from those that have a file.
// SPDX-License-Identifier: MIT

#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str_impl.h"

#define METHOD(name)                                                    \
    static TlValue name(TlRuntime *rt, TlRef self, const TlRef *args,   \
                        int nargs, TlTuple *kwnames)

// "center() argument 1 must be str, not int" and the like. False = raised.
static bool need_str(TlRuntime *rt, TlRef v, const char *what) {
    if (tl_is_str(v)) {
        return true;
    }
    tl_raise_fmt(rt, rt->exc.TypeError, "%smust be str, not %T", what, v);
    return false;
}

// ---- finding ----

// The (sub, start, end) of find() and its like.
typedef struct Search {
    TlStr *s, *sub;
    int64_t start, end;
} Search;

static TlStatus bounds(TlRuntime *rt, const char *name, TlStr *s,
                       const TlRef *args, int nargs, int64_t *start,
                       int64_t *end) {
    if (nargs < 1 || nargs > 3) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "%s() takes at %s argument%s (%d given)", name,
                     nargs < 1 ? "least 1" : "most 3", nargs < 1 ? "" : "s",
                     nargs);
        return TL_RAISED;
    }
    if (tl_optional_index(rt, nargs > 1 ? args[1] : TL_NONE, 0, start) !=
            TL_OK ||
        tl_optional_index(rt, nargs > 2 ? args[2] : TL_NONE, INT64_MAX,
                          end) != TL_OK) {
        return TL_RAISED;
    }
    // A start behind the end stays there: nothing is found, not even "".
    *end = tl_seq_clip(*end, s->len);
    if (*start < 0) {
        *start = tl_seq_clip(*start, s->len);
    }
    return TL_OK;
}

static TlStatus search_args(TlRuntime *rt, const char *name, TlRef self,
                            const TlRef *args, int nargs, Search *q) {
    q->s = tl_as_str(self);
    if (bounds(rt, name, q->s, args, nargs, &q->start, &q->end) != TL_OK ||
        !need_str(rt, args[0], "")) {
        return TL_RAISED;
    }
    q->sub = tl_as_str(args[0]);
    return TL_OK;
}

// The place, -1 absent, -2 raised.
static int64_t search(TlRuntime *rt, const char *name, TlRef self,
                      const TlRef *args, int nargs, bool right) {
    Search q;
    if (search_args(rt, name, self, args, nargs, &q) != TL_OK) {
        return -2;
    }
    return right ? tl_str_rfind(q.s, q.sub, q.start, q.end)
                 : tl_str_find(q.s, q.sub, q.start, q.end);
}

static TlValue found(TlRuntime *rt, int64_t at, bool must) {
    if (at == -2) {
        return TL_NO_VALUE;
    }
    if (at == -1 && must) {
        return tl_raise(rt, rt->exc.ValueError, "substring not found");
    }
    return tl_small_int(at);
}

METHOD(m_find) {
    return found(rt, search(rt, "find", self, args, nargs, false), false);
}

METHOD(m_rfind) {
    return found(rt, search(rt, "rfind", self, args, nargs, true), false);
}

METHOD(m_index) {
    return found(rt, search(rt, "index", self, args, nargs, false), true);
}

METHOD(m_rindex) {
    return found(rt, search(rt, "rindex", self, args, nargs, true), true);
}

METHOD(m_count) {
    Search q;
    if (search_args(rt, "count", self, args, nargs, &q) != TL_OK) {
        return TL_NO_VALUE;
    }
    int64_t n = tl_str_count(rt, q.s, q.sub, q.start, q.end);
    return n < 0 ? TL_NO_VALUE : tl_small_int(n);
}

static bool has_affix(const TlStr *s, const TlStr *affix, int64_t start,
                      int64_t end, bool at_end) {
    if (end - start < affix->len || affix->kind > s->kind) {
        return false;
    }
    return tl_str_match_at(s, affix, at_end ? end - affix->len : start);
}

static TlValue affix_test(TlRuntime *rt, const char *name, TlStr *s,
                          const TlRef *args, int nargs, bool at_end) {
    int64_t start, end;
    if (bounds(rt, name, s, args, nargs, &start, &end) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlRef what = args[0];
    if (tl_is_str(what)) {
        return tl_bool(has_affix(s, tl_as_str(what), start, end, at_end));
    }
    if (!tl_is_tuple(what)) {
        return tl_raise_fmt(rt, rt->exc.TypeError,
                            "%s first arg must be str or a tuple of str, not "
                            "%T",
                            name, what);
    }
    TlTuple *choices = tl_as_tuple(what);
    for (int64_t i = 0; i < choices->len; i++) {
        TlRef one = choices->items[i];
        if (!tl_is_str(one)) {
            return tl_raise_fmt(rt, rt->exc.TypeError,
                                "tuple for %s must only contain str, not %T",
                                name, one);
        }
        if (has_affix(s, tl_as_str(one), start, end, at_end)) {
            return TL_TRUE;
        }
    }
    return TL_FALSE;
}

METHOD(m_startswith) {
    return affix_test(rt, "startswith", tl_as_str(self), args, nargs, false);
}

METHOD(m_endswith) {
    return affix_test(rt, "endswith", tl_as_str(self), args, nargs, true);
}

METHOD(m_removeprefix) {
    TlStr *s = tl_as_str(self);
    if (!need_str(rt, args[0], "removeprefix() argument ")) {
        return TL_NO_VALUE;
    }
    TlStr *prefix = tl_as_str(args[0]);
    bool has = has_affix(s, prefix, 0, s->len, false);
    return tl_str_slice(rt, s, has ? prefix->len : 0, s->len);
}

METHOD(m_removesuffix) {
    TlStr *s = tl_as_str(self);
    if (!need_str(rt, args[0], "removesuffix() argument ")) {
        return TL_NO_VALUE;
    }
    TlStr *suffix = tl_as_str(args[0]);
    bool has = has_affix(s, suffix, 0, s->len, true);
    return tl_str_slice(rt, s, 0, has ? s->len - suffix->len : s->len);
}

// ---- replacing ----

static TlValue replace(TlRuntime *rt, TlStr *s, TlStr *old, TlStr *new_,
                       int64_t max) {
    int64_t count = tl_str_count(rt, s, old, 0, s->len);
    if (count < 0) {
        return TL_NO_VALUE;
    }
    count = max >= 0 && count > max ? max : count;
    if (count == 0) {
        return tl_str_exact(rt, s);
    }
    int64_t growth = new_->len - old->len;
    if (growth > 0 && count > (INT64_MAX - s->len) / growth) {
        return tl_raise(rt, rt->exc.OverflowError,
                        "replace string is too long");
    }
    // Wide characters may be the ones that go: built in UTF-8 then.
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    int64_t from = 0;
    for (int64_t i = 0; i < count; i++) {
        int64_t at = old->len == 0 ? i : tl_str_find(s, old, from, s->len);
        tl_str_append_range(&out, s, from, at);
        tl_str_append_to(&out, new_);
        from = at + old->len;
    }
    tl_str_append_range(&out, s, from, s->len);
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

METHOD(m_replace) {
    int64_t max = -1;
    if (tl_check_nargs(rt, "replace", nargs, 2, 3) != TL_OK ||
        !need_str(rt, args[0], "replace() argument 1 ") ||
        !need_str(rt, args[1], "replace() argument 2 ") ||
        (nargs == 3 && tl_size_arg(rt, args[2], &max) != TL_OK)) {
        return TL_NO_VALUE;
    }
    return replace(rt, tl_as_str(self), tl_as_str(args[0]),
                   tl_as_str(args[1]), max);
}

METHOD(m_expandtabs) {
    TlStr *s = tl_as_str(self);
    int64_t size;
    if (tl_size_arg(rt, args[0], &size) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    int64_t column = 0;
    for (int64_t i = 0; i < s->len && !out.failed; i++) {
        uint32_t cp = tl_str_at(s, i);
        if (cp == '\t') {
            int64_t pad = size > 0 ? size - column % size : 0;
            tl_buf_append_fill(&out, ' ', (size_t)pad);
            column += pad;
        } else {
            tl_buf_append_utf8(&out, cp);
            column = cp == '\n' || cp == '\r' ? 0 : column + 1;
        }
    }
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

// ---- stripping ----

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool strips(const TlStr *chars, uint32_t cp) {
    if (chars == NULL) {
        return tl_uni_is_space(cp);
    }
    for (int64_t i = 0; i < chars->len; i++) {
        if (tl_str_at(chars, i) == cp) {
            return true;
        }
    }
    return false;
}

static TlValue strip(TlRuntime *rt, const char *name, TlStr *s,
                     const TlRef *args, int nargs, int sides) {
    if (tl_check_nargs(rt, name, nargs, 0, 1) != TL_OK) {
        return TL_NO_VALUE;
    }
    const TlStr *chars = NULL;
    if (nargs == 1 && args[0] != TL_NONE) {
        if (!tl_is_str(args[0])) {
            return tl_raise_fmt(rt, rt->exc.TypeError,
                                "%s arg must be None or str", name);
        }
        chars = tl_as_str(args[0]);
    }
    int64_t start = 0, end = s->len;
    while ((sides & STRIP_LEFT) && start < end &&
           strips(chars, tl_str_at(s, start))) {
        start++;
    }
    while ((sides & STRIP_RIGHT) && end > start &&
           strips(chars, tl_str_at(s, end - 1))) {
        end--;
    }
    return tl_str_slice(rt, s, start, end);
}

METHOD(m_strip) {
    return strip(rt, "strip", tl_as_str(self), args, nargs,
                 STRIP_LEFT | STRIP_RIGHT);
}

METHOD(m_lstrip) {
    return strip(rt, "lstrip", tl_as_str(self), args, nargs, STRIP_LEFT);
}

METHOD(m_rstrip) {
    return strip(rt, "rstrip", tl_as_str(self), args, nargs, STRIP_RIGHT);
}

// ---- padding ----

static TlValue pad(TlRuntime *rt, TlStr *s, int64_t left, int64_t right,
                   uint32_t fill) {
    if (left <= 0 && right <= 0) {
        return tl_str_exact(rt, s);
    }
    TlStr *r = tl_str_alloc(rt, left + s->len + right, tl_str_bound(s) | fill);
    if (r == NULL) {
        return TL_NO_VALUE;
    }
    for (int64_t i = 0; i < left; i++) {
        tl_str_put(r, i, fill);
    }
    tl_str_copy(r, left, s, 0, s->len);
    for (int64_t i = left + s->len; i < r->len; i++) {
        tl_str_put(r, i, fill);
    }
    return tl_from_obj(r);
}

// (width, fillchar=' '): *room is what is to be filled.
static TlStatus pad_args(TlRuntime *rt, const char *name, TlStr *s,
                         const TlRef *args, int nargs, int64_t *room,
                         uint32_t *fill) {
    int64_t width;
    if (tl_check_nargs(rt, name, nargs, 1, 2) != TL_OK ||
        tl_size_arg(rt, args[0], &width) != TL_OK) {
        return TL_RAISED;
    }
    *fill = ' ';
    if (nargs == 2) {
        if (!tl_is_str(args[1])) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "The fill character must be a unicode character, "
                         "not %T",
                         args[1]);
            return TL_RAISED;
        }
        if (tl_as_str(args[1])->len != 1) {
            tl_raise(rt, rt->exc.TypeError,
                     "The fill character must be exactly one character long");
            return TL_RAISED;
        }
        *fill = tl_str_at(tl_as_str(args[1]), 0);
    }
    *room = width > s->len ? width - s->len : 0;
    return TL_OK;
}

METHOD(m_ljust) {
    TlStr *s = tl_as_str(self);
    int64_t room;
    uint32_t fill;
    if (pad_args(rt, "ljust", s, args, nargs, &room, &fill) != TL_OK) {
        return TL_NO_VALUE;
    }
    return pad(rt, s, 0, room, fill);
}

METHOD(m_rjust) {
    TlStr *s = tl_as_str(self);
    int64_t room;
    uint32_t fill;
    if (pad_args(rt, "rjust", s, args, nargs, &room, &fill) != TL_OK) {
        return TL_NO_VALUE;
    }
    return pad(rt, s, room, 0, fill);
}

METHOD(m_center) {
    TlStr *s = tl_as_str(self);
    int64_t room;
    uint32_t fill;
    if (pad_args(rt, "center", s, args, nargs, &room, &fill) != TL_OK) {
        return TL_NO_VALUE;
    }
    // The odd one goes left when the width is odd: CPython's rule.
    int64_t left = room / 2 + (room & (s->len + room) & 1);
    return pad(rt, s, left, room - left, fill);
}

METHOD(m_zfill) {
    TlStr *s = tl_as_str(self);
    int64_t width;
    if (tl_size_arg(rt, args[0], &width) != TL_OK) {
        return TL_NO_VALUE;
    }
    int64_t room = width > s->len ? width - s->len : 0;
    TlValue r = pad(rt, s, room, 0, '0');
    if (r != TL_NO_VALUE && room > 0 && s->len > 0) {
        uint32_t sign = tl_str_at(s, 0);
        if (sign == '+' || sign == '-') {
            tl_str_put(tl_as_str(r), 0, sign);
            tl_str_put(tl_as_str(r), room, '0');
        }
    }
    return r;
}

// ---- case ----

METHOD(m_upper) {
    return tl_str_m_case(rt, self, TL_CASE_UPPER);
}

METHOD(m_lower) {
    return tl_str_m_case(rt, self, TL_CASE_LOWER);
}

METHOD(m_casefold) {
    return tl_str_m_case(rt, self, TL_CASE_FOLD);
}

// ---- translating ----

// What the table says about [cp], appended. False = raised.
static bool translate_one(TlRuntime *rt, TlBuf *out, TlRef table,
                          uint32_t cp) {
    TlValue to = tl_getitem(rt, table, tl_small_int(cp));
    if (to == TL_NO_VALUE) {
        if (!tl_error_is(rt, rt->exc.LookupError)) {
            return false;
        }
        tl_clear_error(rt);
        return tl_buf_append_utf8(out, cp) || true;
    }
    bool ok = true;
    int64_t code = -1;
    if (tl_is_str(to)) {
        tl_str_append_to(out, tl_as_str(to));
    } else if (tl_is_int(to)) {
        if (tl_int_to_i64(to, &code) && code >= 0 && code <= 0x10FFFF) {
            tl_buf_append_utf8(out, (uint32_t)code);
        } else {
            tl_raise(rt, rt->exc.ValueError,
                     "character mapping must be in range(0x110000)");
            ok = false;
        }
    } else if (to != TL_NONE) {
        tl_raise(rt, rt->exc.TypeError,
                 "character mapping must return integer, None or str");
        ok = false;
    }
    tl_decref(rt, to);
    return ok;
}

METHOD(m_translate) {
    TlStr *s = tl_as_str(self);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    bool ok = true;
    for (int64_t i = 0; i < s->len && ok; i++) {
        ok = translate_one(rt, &out, args[0], tl_str_at(s, i)) &&
             tl_seq_tick(rt) == TL_OK;
    }
    TlValue text = ok ? tl_str_from_buf(rt, &out) : TL_NO_VALUE;
    tl_buf_deinit(&out);
    return text;
}

static TlStatus maketrans_dict(TlRuntime *rt, TlDict *table, TlRef from) {
    if (!tl_is_dict(from)) {
        tl_raise(rt, rt->exc.TypeError,
                 "if you give only one argument to maketrans it must be a "
                 "dict");
        return TL_RAISED;
    }
    int64_t pos = 0;
    TlRef key, value;
    while (tl_dict_next(tl_as_dict(from), &pos, &key, &value)) {
        TlRef code = key;
        if (tl_is_str(key)) {
            if (tl_as_str(key)->len != 1) {
                tl_raise(rt, rt->exc.ValueError,
                         "string keys in translate table must be of length 1");
                return TL_RAISED;
            }
            code = tl_small_int(tl_str_at(tl_as_str(key), 0));
        } else if (!tl_is_int(key)) {
            tl_raise(rt, rt->exc.TypeError,
                     "keys in translate table must be strings or integers");
            return TL_RAISED;
        }
        if (tl_dict_set(rt, table, code, value) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus maketrans_text(TlRuntime *rt, TlDict *table, const TlRef *args,
                               int nargs) {
    if (!tl_is_str(args[0])) {
        tl_raise(rt, rt->exc.TypeError,
                 "first maketrans argument must be a string if there is a "
                 "second argument");
        return TL_RAISED;
    }
    if (!need_str(rt, args[1], "maketrans() argument 2 ") ||
        (nargs == 3 && !need_str(rt, args[2], "maketrans() argument 3 "))) {
        return TL_RAISED;
    }
    TlStr *x = tl_as_str(args[0]), *y = tl_as_str(args[1]);
    if (x->len != y->len) {
        tl_raise(rt, rt->exc.ValueError,
                 "the first two maketrans arguments must have equal length");
        return TL_RAISED;
    }
    for (int64_t i = 0; i < x->len; i++) {
        if (tl_dict_set(rt, table, tl_small_int(tl_str_at(x, i)),
                        tl_small_int(tl_str_at(y, i))) != TL_OK) {
            return TL_RAISED;
        }
    }
    for (int64_t i = 0; nargs == 3 && i < tl_as_str(args[2])->len; i++) {
        TlRef gone = tl_small_int(tl_str_at(tl_as_str(args[2]), i));
        if (tl_dict_set(rt, table, gone, TL_NONE) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

METHOD(m_maketrans) {
    if (tl_check_nargs(rt, "maketrans", nargs, 1, 3) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlDict *table = tl_dict_new(rt);
    if (table == NULL) {
        return TL_NO_VALUE;
    }
    TlStatus status = nargs == 1 ? maketrans_dict(rt, table, args[0])
                                 : maketrans_text(rt, table, args, nargs);
    if (status != TL_OK) {
        tl_release(rt, table);
        return TL_NO_VALUE;
    }
    return tl_from_obj(table);
}

// ---- the rest ----

static TlStatus codec_arg(TlRuntime *rt, TlRef v, const char *what,
                          const char **text) {
    *text = NULL;
    if (v == TL_NO_VALUE) {
        return TL_OK;
    }
    if (!need_str(rt, v, what)) {
        return TL_RAISED;
    }
    size_t len;
    *text = tl_str_utf8(rt, tl_as_str(v), &len);
    if (*text != NULL && strlen(*text) != len) {
        tl_raise(rt, rt->exc.ValueError, "embedded null character");
        return TL_RAISED;
    }
    return *text == NULL ? TL_RAISED : TL_OK;
}

METHOD(m_encode) {
    const char *encoding, *errors;
    if (codec_arg(rt, args[0], "encode() argument 'encoding' ", &encoding) !=
            TL_OK ||
        codec_arg(rt, args[1], "encode() argument 'errors' ", &errors) !=
            TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_str_encode(rt, tl_as_str(self), encoding, errors);
}

METHOD(m_format_spec) {
    if (!need_str(rt, args[0], "__format__() argument ")) {
        return TL_NO_VALUE;
    }
    return tl_format_str(rt, self, tl_as_str(args[0]));
}

METHOD(m_getnewargs) {
    TlValue exact = tl_str_exact(rt, tl_as_str(self));
    if (exact == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlTuple *tuple = tl_tuple_from(rt, &exact, 1);
    tl_decref(rt, exact);
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

const TlNativeDef tl_str_methods[] = {
    {"encode", m_encode, TL_FN_SIG, "(encoding=?, errors=?)",
     "Encode the string using the codec registered for encoding."},
    {"replace", m_replace, TL_FN_RAW, "(self, old, new, count=-1, /)",
     "Return a copy with all occurrences of substring old replaced by new."},
    {"split", tl_str_m_split, TL_FN_SIG, "(sep=None, maxsplit=-1)",
     "Return a list of the substrings in the string, using sep as the "
     "separator string."},
    {"rsplit", tl_str_m_rsplit, TL_FN_SIG, "(sep=None, maxsplit=-1)",
     "Return a list of the substrings in the string, using sep as the "
     "separator string."},
    {"join", tl_str_m_join, TL_FN_ONE, "(self, iterable, /)",
     "Concatenate any number of strings."},
    {"capitalize", tl_str_m_capitalize, TL_FN_NOARGS, "(self, /)",
     "Return a capitalized version of the string."},
    {"casefold", m_casefold, TL_FN_NOARGS, "(self, /)",
     "Return a version of the string suitable for caseless comparisons."},
    {"title", tl_str_m_title, TL_FN_NOARGS, "(self, /)",
     "Return a version of the string where each word is titlecased."},
    {"center", m_center, TL_FN_RAW, "(self, width, fillchar=' ', /)",
     "Return a centered string of length width."},
    {"count", m_count, TL_FN_RAW, NULL,
     "S.count(sub[, start[, end]]) -> int"},
    {"expandtabs", m_expandtabs, TL_FN_SIG, "(tabsize=8)",
     "Return a copy where all tab characters are expanded using spaces."},
    {"find", m_find, TL_FN_RAW, NULL, "S.find(sub[, start[, end]]) -> int"},
    {"partition", tl_str_m_partition, TL_FN_ONE, "(self, sep, /)",
     "Partition the string into three parts using the given separator."},
    {"index", m_index, TL_FN_RAW, NULL, "S.index(sub[, start[, end]]) -> int"},
    {"ljust", m_ljust, TL_FN_RAW, "(self, width, fillchar=' ', /)",
     "Return a left-justified string of length width."},
    {"lower", m_lower, TL_FN_NOARGS, "(self, /)",
     "Return a copy of the string converted to lowercase."},
    {"lstrip", m_lstrip, TL_FN_RAW, "(self, chars=None, /)",
     "Return a copy of the string with leading whitespace removed."},
    {"rfind", m_rfind, TL_FN_RAW, NULL, "S.rfind(sub[, start[, end]]) -> int"},
    {"rindex", m_rindex, TL_FN_RAW, NULL,
     "S.rindex(sub[, start[, end]]) -> int"},
    {"rjust", m_rjust, TL_FN_RAW, "(self, width, fillchar=' ', /)",
     "Return a right-justified string of length width."},
    {"rstrip", m_rstrip, TL_FN_RAW, "(self, chars=None, /)",
     "Return a copy of the string with trailing whitespace removed."},
    {"rpartition", tl_str_m_rpartition, TL_FN_ONE, "(self, sep, /)",
     "Partition the string into three parts using the given separator."},
    {"splitlines", tl_str_m_splitlines, TL_FN_SIG, "(keepends=False)",
     "Return a list of the lines in the string, breaking at line "
     "boundaries."},
    {"strip", m_strip, TL_FN_RAW, "(self, chars=None, /)",
     "Return a copy of the string with leading and trailing whitespace "
     "removed."},
    {"swapcase", tl_str_m_swapcase, TL_FN_NOARGS, "(self, /)",
     "Convert uppercase characters to lowercase and lowercase characters to "
     "uppercase."},
    {"translate", m_translate, TL_FN_ONE, "(self, table, /)",
     "Replace each character in the string using the given translation "
     "table."},
    {"upper", m_upper, TL_FN_NOARGS, "(self, /)",
     "Return a copy of the string converted to uppercase."},
    {"startswith", m_startswith, TL_FN_RAW, NULL,
     "S.startswith(prefix[, start[, end]]) -> bool"},
    {"endswith", m_endswith, TL_FN_RAW, NULL,
     "S.endswith(suffix[, start[, end]]) -> bool"},
    {"removeprefix", m_removeprefix, TL_FN_ONE, "(self, prefix, /)",
     "Return a str with the given prefix string removed if present."},
    {"removesuffix", m_removesuffix, TL_FN_ONE, "(self, suffix, /)",
     "Return a str with the given suffix string removed if present."},
    {"zfill", m_zfill, TL_FN_ONE, "(self, width, /)",
     "Pad a numeric string with zeros on the left, to fill a field of the "
     "given width."},
    {"format", tl_str_m_format, TL_FN_RAW_KW, "(self, *args, **kwargs)",
     "S.format(*args, **kwargs) -> str"},
    {"format_map", tl_str_m_format_map, TL_FN_ONE, "(self, mapping, /)",
     "S.format_map(mapping) -> str"},
    {"maketrans", m_maketrans, TL_FN_RAW | TL_FN_STATIC, NULL,
     "Return a translation table usable for str.translate()."},
#define M(name, doc) \
    {#name, tl_str_m_##name, TL_FN_NOARGS, "(self, /)", doc},
    TL_STR_TESTS(M)
#undef M
    {"__format__", m_format_spec, TL_FN_ONE, "(self, format_spec, /)",
     "Return a formatted version of the string as described by "
     "format_spec."},
    {"__getnewargs__", m_getnewargs, TL_FN_NOARGS, "(self, /)", NULL},
    {0},
};
