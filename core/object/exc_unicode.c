// exc_unicode.c — UnicodeDecodeError, UnicodeEncodeError and
// UnicodeTranslateError.
// SPDX-License-Identifier: MIT
#include "object/exc_impl.h"

#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

// What the constructor's positions must be.
typedef struct Shape {
    const char *kinds;  // s str, b bytes, i int
    int first;          // place in extra of the first argument
} Shape;

static const char *kind_name(char kind)
{
    return kind == 's' ? "str" : kind == 'b' ? "bytes" : "int";
}

static bool fits(char kind, TlRef v)
{
    return kind == 's'   ? tl_is_str(v)
           : kind == 'b' ? tl_is_bytes(v)
                         : tl_is_int(v);
}

static TlStatus init(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                     TlTuple *kwnames, Shape shape)
{
    int want = (int)strlen(shape.kinds);
    if (tl_exc_init_slot(rt, self, args, nargs, kwnames) != TL_OK) {
        return TL_RAISED;
    }
    if (nargs != want) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "function takes exactly %d arguments (%d given)", want,
                     nargs);
        return TL_RAISED;
    }
    for (int i = 0; i < want; i++) {
        if (!fits(shape.kinds[i], args[i])) {
            tl_raise_fmt(rt, rt->exc.TypeError,
                         "argument %d must be %s, not %T", i + 1,
                         kind_name(shape.kinds[i]), args[i]);
            return TL_RAISED;
        }
        tl_exc_set_extra(rt, tl_as_exc(self), shape.first + i, args[i]);
    }
    return TL_OK;
}

static TlStatus decode_init(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    Shape shape = {"sbiis", TL_EXTRA_ENCODING};
    return init(rt, self, args, nargs, kwnames, shape);
}

static TlStatus encode_init(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    Shape shape = {"ssiis", TL_EXTRA_ENCODING};
    return init(rt, self, args, nargs, kwnames, shape);
}

static TlStatus translate_init(TlRuntime *rt, TlRef self, const TlRef *args,
                               int nargs, TlTuple *kwnames)
{
    Shape shape = {"siis", TL_EXTRA_OBJECT};
    return init(rt, self, args, nargs, kwnames, shape);
}

// The range clipped to [len] items; false when there is nothing to show.
static bool range_of(const TlExc *exc, int64_t len, int64_t *start,
                     int64_t *end)
{
    TlRef object = exc->extra[TL_EXTRA_OBJECT];
    if (!tl_has_value(object) ||
        !tl_int_to_i64(exc->extra[TL_EXTRA_START], start) ||
        !tl_int_to_i64(exc->extra[TL_EXTRA_END], end)) {
        return false;
    }
    *start = *start < 0 ? 0 : *start >= len ? len - 1 : *start;
    *end = *end < 1 ? 1 : *end > len ? len : *end;
    return true;
}

static TlValue decode_str(TlRuntime *rt, TlRef self)
{
    const TlExc *exc = tl_as_exc(self);
    TlRef object = exc->extra[TL_EXTRA_OBJECT];
    int64_t start, end;
    if (!tl_is_bytes(object)) {
        return tl_str_from_cstr(rt, "");
    }
    const TlBytes *bytes = (const TlBytes *)(void *)tl_as_obj(object);
    if (!range_of(exc, bytes->len, &start, &end)) {
        return tl_str_from_cstr(rt, "");
    }
    TlRef encoding = exc->extra[TL_EXTRA_ENCODING];
    TlRef reason = exc->extra[TL_EXTRA_REASON];
    if (start >= 0 && start < bytes->len && end == start + 1) {
        static const char hex[] = "0123456789abcdef";
        unsigned char byte = (unsigned char)bytes->data[start];
        char text[] = {'0', 'x', hex[byte >> 4], hex[byte & 15], '\0'};
        return tl_str_fmt(
            rt, "'%S' codec can't decode byte %s in position %lld: %S",
            encoding, text, (long long)start, reason);
    }
    return tl_str_fmt(
        rt, "'%S' codec can't decode bytes in position %lld-%lld: %S",
        encoding, (long long)start, (long long)end - 1, reason);
}

// A character as the messages show it: \xe9, \u20ac, \U0001f600.
static void char_text(uint32_t cp, char text[11])
{
    static const char hex[] = "0123456789abcdef";
    int digits = cp <= 0xff ? 2 : cp <= 0xffff ? 4 : 8;
    *text++ = '\\';
    *text++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int i = digits - 1; i >= 0; i--) {
        *text++ = hex[cp >> (4 * i) & 15];
    }
    *text = '\0';
}

static TlValue text_error_str(TlRuntime *rt, TlRef self, TlRef encoding,
                              const char *verb)
{
    const TlExc *exc = tl_as_exc(self);
    TlRef object = exc->extra[TL_EXTRA_OBJECT];
    int64_t start, end;
    if (!tl_is_str(object)) {
        return tl_str_from_cstr(rt, "");
    }
    const TlStr *s = tl_as_str(object);
    if (!range_of(exc, s->len, &start, &end)) {
        return tl_str_from_cstr(rt, "");
    }
    TlValue codec = tl_has_value(encoding)
                        ? tl_str_fmt(rt, "'%S' codec can't", encoding)
                        : tl_str_from_cstr(rt, "can't");
    if (!tl_has_value(codec)) {
        return TL_NO_VALUE;
    }
    TlRef reason = exc->extra[TL_EXTRA_REASON];
    TlValue text;
    if (start >= 0 && start < s->len && end == start + 1) {
        char shown[11];
        char_text(tl_str_at(s, start), shown);
        text = tl_str_fmt(rt, "%S %s character '%s' in position %lld: %S",
                          codec, verb, shown, (long long)start, reason);
    } else {
        text = tl_str_fmt(rt, "%S %s characters in position %lld-%lld: %S",
                          codec, verb, (long long)start, (long long)end - 1,
                          reason);
    }
    tl_decref(rt, codec);
    return text;
}

static TlValue encode_str(TlRuntime *rt, TlRef self)
{
    TlRef encoding = tl_as_exc(self)->extra[TL_EXTRA_ENCODING];
    return text_error_str(rt, self, encoding, "encode");
}

static TlValue translate_str(TlRuntime *rt, TlRef self)
{
    return text_error_str(rt, self, TL_NO_VALUE, "translate");
}

const TlSlots tl_unicode_decode_slots = {.init = decode_init,
                                         .str = decode_str};
const TlSlots tl_unicode_encode_slots = {.init = encode_init,
                                         .str = encode_str};
const TlSlots tl_unicode_translate_slots = {.init = translate_init,
                                            .str = translate_str};

const TlGetSetDef tl_unicode_getsets[] = {
    TL_EXTRA("encoding", TL_EXTRA_ENCODING),
    TL_EXTRA("object", TL_EXTRA_OBJECT),
    TL_EXTRA("start", TL_EXTRA_START),
    TL_EXTRA("end", TL_EXTRA_END),
    TL_EXTRA("reason", TL_EXTRA_REASON),
    {NULL, NULL, NULL, NULL},
};
