// str_fmt_method.c — str.format() and str.format_map().
// SPDX-License-Identifier: MIT
//
//     {[name{.attribute|[item]}][!conversion][:spec]}
//
// The specification may itself contain fields, one level deep. Names are all
// numbers by hand or all automatic.

#include "object/exc.h"
#include "object/dict.h"
#include "object/list.h"
#include "object/number.h"
#include "object/seq.h"
#include "object/str_impl.h"

typedef struct Formatter {
    TlRuntime *rt;
    const TlRef *args;  // NULL in format_map
    int64_t nargs;
    const TlRef *kwargs;
    TlTuple *kwnames;
    TlRef mapping;  // of format_map, else TL_NO_VALUE
    enum { NUMBERING_OPEN, NUMBERING_AUTO, NUMBERING_MANUAL } numbering;
    int64_t next;
} Formatter;

// A part of the template.
typedef struct Span {
    TlStr *s;
    int64_t at, end;
} Span;

typedef struct Field {
    Span name, spec;
    uint32_t conversion;  // 0 = none
    bool nested;          // the specification has fields
} Field;

static TlStatus fail(Formatter *f, const char *message) {
    tl_raise(f->rt, f->rt->exc.ValueError, message);
    return TL_RAISED;
}

static bool more(const Span *span) {
    return span->at < span->end;
}

static uint32_t take(Span *span) {
    return tl_str_at(span->s, span->at++);
}

// ---- taking a field apart ----

// Reads the specification up to the brace that closes the field.
static TlStatus read_spec(Formatter *f, Span *in, Field *field) {
    field->spec = (Span){in->s, in->at, in->at};
    int depth = 1;
    while (more(in)) {
        uint32_t c = take(in);
        if (c == '{') {
            field->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = in->at - 1;
            return TL_OK;
        }
    }
    return fail(f, "unmatched '{' in format spec");
}

// Reads behind "{" up to and with the closing brace.
static TlStatus read_field(Formatter *f, Span *in, Field *field) {
    *field = (Field){{in->s, in->at, in->at}, {in->s, 0, 0}, 0, false};
    uint32_t c = 0;
    while (more(in)) {
        c = take(in);
        if (c == '{') {
            return fail(f, "unexpected '{' in field name");
        }
        if (c == '[') {
            while (more(in) && tl_str_at(in->s, in->at) != ']') {
                in->at++;
            }
            continue;
        }
        if (c == '}' || c == ':' || c == '!') {
            break;
        }
    }
    field->name.end = in->at - 1;
    if (c == '}') {
        return TL_OK;
    }
    if (c != ':' && c != '!') {
        return fail(f, "expected '}' before end of string");
    }
    if (c == '!') {
        if (!more(in)) {
            return fail(f, "end of string while looking for conversion "
                           "specifier");
        }
        field->conversion = take(in);
        if (more(in)) {
            c = take(in);
            if (c == '}') {
                return TL_OK;
            }
            if (c != ':') {
                return fail(f, "expected ':' after conversion specifier");
            }
        }
    }
    return read_spec(f, in, field);
}

// ---- what a name means ----

// The number a span spells: -1 none, -2 raised.
static int64_t span_number(Formatter *f, const Span *span) {
    int64_t value = 0;
    for (int64_t i = span->at; i < span->end; i++) {
        int digit = tl_uni_decimal(tl_str_at(span->s, i));
        if (digit < 0) {
            return -1;
        }
        if (value > (INT64_MAX - digit) / 10) {
            fail(f, "Too many decimal digits in format string");
            return -2;
        }
        value = value * 10 + digit;
    }
    return span->at == span->end ? -1 : value;
}

static TlValue span_text(Formatter *f, const Span *span) {
    return tl_str_slice(f->rt, span->s, span->at, span->end);
}

static TlStatus set_numbering(Formatter *f, bool automatic) {
    int wanted = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
    if (f->numbering == NUMBERING_OPEN) {
        f->numbering = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
    }
    if ((int)f->numbering == wanted) {
        return TL_OK;
    }
    return fail(f, automatic
                       ? "cannot switch from manual field specification to "
                         "automatic field numbering"
                       : "cannot switch from automatic field numbering to "
                         "manual field specification");
}

static TlValue positional(Formatter *f, int64_t index) {
    if (f->args == NULL && f->mapping != TL_NO_VALUE) {
        fail(f, "Format string contains positional fields");
        return TL_NO_VALUE;
    }
    if (index >= f->nargs) {
        return tl_raise_fmt(f->rt, f->rt->exc.IndexError,
                            "Replacement index %lld out of range for "
                            "positional args tuple",
                            (long long)index);
    }
    return tl_incref(f->args[index]);
}

static TlValue keyword(Formatter *f, TlStr *name) {
    if (f->mapping != TL_NO_VALUE) {
        return tl_getitem(f->rt, f->mapping, tl_from_obj(name));
    }
    for (int64_t i = 0; f->kwnames != NULL && i < f->kwnames->len; i++) {
        if (tl_str_equal(tl_as_str(f->kwnames->items[i]), name)) {
            return tl_incref(f->kwargs[i]);
        }
    }
    return tl_raise_key(f->rt, tl_from_obj(name));
}

static TlValue first_object(Formatter *f, const Span *first) {
    int64_t index = span_number(f, first);
    if (index == -2) {
        return TL_NO_VALUE;
    }
    bool empty = first->at == first->end;
    if (empty || index >= 0) {
        if (set_numbering(f, empty) != TL_OK) {
            return TL_NO_VALUE;
        }
        return positional(f, empty ? f->next++ : index);
    }
    TlValue name = span_text(f, first);
    if (name == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue v = keyword(f, tl_as_str(name));
    tl_decref(f->rt, name);
    return v;
}

static bool ends_name(uint32_t c) {
    return c == '.' || c == '[';
}

// v.name or v[item]; [c] is what introduced it.
static TlValue follow_one(Formatter *f, TlRef v, Span *path, uint32_t c) {
    Span part = {path->s, path->at, path->at};
    if (c == '.') {
        while (more(path) && !ends_name(tl_str_at(path->s, path->at))) {
            path->at++;
        }
        part.end = path->at;
    } else {
        while (more(path) && tl_str_at(path->s, path->at) != ']') {
            path->at++;
        }
        if (!more(path)) {
            fail(f, "Missing ']' in format string");
            return TL_NO_VALUE;
        }
        part.end = path->at++;
    }
    if (part.at == part.end) {
        fail(f, "Empty attribute in format string");
        return TL_NO_VALUE;
    }
    int64_t index = c == '[' ? span_number(f, &part) : -1;
    if (index == -2) {
        return TL_NO_VALUE;
    }
    TlValue key = index >= 0 ? tl_int_from_i64(f->rt, index)
                             : span_text(f, &part);
    if (key == TL_NO_VALUE) {
        return TL_NO_VALUE;
    }
    TlValue got = c == '.' ? tl_getattr(f->rt, v, tl_as_str(key))
                           : tl_getitem(f->rt, v, key);
    tl_decref(f->rt, key);
    return got;
}

static TlValue field_object(Formatter *f, Span path) {
    Span first = path;
    while (more(&path) && !ends_name(tl_str_at(path.s, path.at))) {
        path.at++;
    }
    first.end = path.at;
    TlValue v = first_object(f, &first);
    while (v != TL_NO_VALUE && more(&path)) {
        uint32_t c = take(&path);
        TlValue inner = TL_NO_VALUE;
        if (!ends_name(c)) {
            fail(f, "Only '.' or '[' may follow ']' in format field "
                    "specifier");
        } else {
            inner = follow_one(f, v, &path, c);
        }
        tl_decref(f->rt, v);
        v = inner;
    }
    return v;
}

// ---- writing ----

static TlStatus build(Formatter *f, Span in, int depth, TlBuf *out);

// Applies !r, !s or !a. Consumes [v].
static TlValue converted(Formatter *f, TlValue v, uint32_t conversion) {
    TlRuntime *rt = f->rt;
    TlValue text = TL_NO_VALUE;
    switch (conversion) {
    case 0: return v;
    case 'r': text = tl_repr(rt, v); break;
    case 's': text = tl_str(rt, v); break;
    case 'a': text = tl_ascii(rt, v); break;
    default:
        if (conversion > 32 && conversion < 127) {
            tl_raise_fmt(rt, rt->exc.ValueError,
                         "Unknown conversion specifier %c", (int)conversion);
        } else {
            tl_raise_fmt(rt, rt->exc.ValueError,
                         "Unknown conversion specifier \\x%x",
                         (unsigned)conversion);
        }
    }
    tl_decref(rt, v);
    return text;
}

static TlValue spec_text(Formatter *f, const Field *field, int depth) {
    if (!field->nested) {
        return span_text(f, &field->spec);
    }
    TlBuf out;
    tl_buf_init(&out, &f->rt->alloc);
    TlValue text = TL_NO_VALUE;
    if (build(f, field->spec, depth - 1, &out) == TL_OK) {
        text = tl_str_from_buf(f->rt, &out);
    }
    tl_buf_deinit(&out);
    return text;
}

static TlStatus put_field(Formatter *f, const Field *field, int depth,
                          TlBuf *out) {
    TlRuntime *rt = f->rt;
    TlValue v = field_object(f, field->name);
    if (v != TL_NO_VALUE) {
        v = converted(f, v, field->conversion);
    }
    if (v == TL_NO_VALUE) {
        return TL_RAISED;
    }
    TlValue spec = spec_text(f, field, depth);
    TlValue text =
        spec == TL_NO_VALUE ? TL_NO_VALUE : tl_format(rt, v, spec);
    tl_decref(rt, spec);
    tl_decref(rt, v);
    if (text == TL_NO_VALUE) {
        return TL_RAISED;
    }
    tl_str_append_to(out, tl_as_str(text));
    tl_decref(rt, text);
    return tl_seq_tick(rt);
}

// Copies literal text up to a field: *field says whether one follows.
static TlStatus put_literal(Formatter *f, Span *in, TlBuf *out, bool *field) {
    int64_t start = in->at;
    uint32_t c = 0;
    while (more(in)) {
        c = take(in);
        if (c == '{' || c == '}') {
            break;
        }
        c = 0;
    }
    *field = false;
    if (c == 0) {
        tl_str_append_range(out, in->s, start, in->at);
        return TL_OK;
    }
    if (more(in) && tl_str_at(in->s, in->at) == c) {  // doubled: a brace
        tl_str_append_range(out, in->s, start, in->at);
        in->at++;
        return TL_OK;
    }
    if (c == '}') {
        return fail(f, "Single '}' encountered in format string");
    }
    if (!more(in)) {
        return fail(f, "Single '{' encountered in format string");
    }
    tl_str_append_range(out, in->s, start, in->at - 1);
    *field = true;
    return TL_OK;
}

static TlStatus build(Formatter *f, Span in, int depth, TlBuf *out) {
    if (depth < 0) {
        return fail(f, "Max string recursion exceeded");
    }
    while (more(&in)) {
        bool has_field;
        if (put_literal(f, &in, out, &has_field) != TL_OK) {
            return TL_RAISED;
        }
        if (has_field) {
            Field field;
            if (read_field(f, &in, &field) != TL_OK ||
                put_field(f, &field, depth, out) != TL_OK) {
                return TL_RAISED;
            }
        }
    }
    return TL_OK;
}

static TlValue run(Formatter *f, TlStr *s) {
    TlBuf out;
    tl_buf_init(&out, &f->rt->alloc);
    TlValue text = TL_NO_VALUE;
    if (build(f, (Span){s, 0, s->len}, 1, &out) == TL_OK) {
        text = tl_str_from_buf(f->rt, &out);
    }
    tl_buf_deinit(&out);
    return text;
}

TlValue tl_str_m_format(TlRuntime *rt, TlRef self, const TlRef *args,
                        int nargs, TlTuple *kwnames) {
    Formatter f = {rt,      args,        nargs,          args + nargs,
                   kwnames, TL_NO_VALUE, NUMBERING_OPEN, 0};
    return run(&f, tl_as_str(self));
}

TlValue tl_str_m_format_map(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames) {
    Formatter f = {rt, NULL, 0, NULL, NULL, args[0], NUMBERING_OPEN, 0};
    return run(&f, tl_as_str(self));
}
