// codec.c — text to bytes and back: UTF-8, ASCII, Latin-1.
// SPDX-License-Identifier: MIT
//
// The encodings a program without files needs, with CPython's error handlers
// and messages.

#include "base/utf8.h"
#include "object/exc.h"
#include "object/str_impl.h"

typedef enum Codec { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1 } Codec;

static const char *const codec_names[] = {"utf-8", "ascii", "latin-1"};

// Lower case with '-' for '_' and ' ', as the registry of codecs sees it.
static bool same_name(const char *given, const char *name) {
    for (; *given != '\0'; given++, name++) {
        char c = *given;
        c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        c = c == '_' || c == ' ' ? '-' : c;
        if (c != *name) {
            return false;
        }
    }
    return *name == '\0';
}

static TlStatus find_codec(TlRuntime *rt, const char *name, Codec *codec) {
    static const struct {
        const char *name;
        Codec codec;
    } known[] = {
        {"utf-8", CODEC_UTF8},         {"utf8", CODEC_UTF8},
        {"u8", CODEC_UTF8},            {"utf", CODEC_UTF8},
        {"cp65001", CODEC_UTF8},       {"ascii", CODEC_ASCII},
        {"us-ascii", CODEC_ASCII},     {"646", CODEC_ASCII},
        {"latin-1", CODEC_LATIN1},     {"latin1", CODEC_LATIN1},
        {"latin", CODEC_LATIN1},       {"l1", CODEC_LATIN1},
        {"iso-8859-1", CODEC_LATIN1},  {"iso8859-1", CODEC_LATIN1},
        {"8859", CODEC_LATIN1},        {"cp819", CODEC_LATIN1},
    };
    *codec = CODEC_UTF8;
    if (name == NULL) {
        return TL_OK;
    }
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (same_name(name, known[i].name)) {
            *codec = known[i].codec;
            return TL_OK;
        }
    }
    tl_raise_fmt(rt, rt->exc.LookupError, "unknown encoding: %s", name);
    return TL_RAISED;
}

typedef enum Handler {
    ON_ERROR_STRICT, ON_ERROR_IGNORE, ON_ERROR_REPLACE, ON_ERROR_BACKSLASH,
    ON_ERROR_XML, ON_ERROR_ESCAPE, ON_ERROR_PASS
} Handler;

// Handlers are looked up when the first error happens, as in CPython.
static TlStatus find_handler(TlRuntime *rt, const char *name,
                             Handler *handler) {
    static const char *const names[] = {
        "strict",          "ignore",        "replace", "backslashreplace",
        "xmlcharrefreplace", "surrogateescape", "surrogatepass"};
    *handler = ON_ERROR_STRICT;
    if (name == NULL) {
        return TL_OK;
    }
    for (int i = 0; i < (int)(sizeof names / sizeof names[0]); i++) {
        if (strcmp(name, names[i]) == 0) {
            *handler = (Handler)i;
            return TL_OK;
        }
    }
    tl_raise_fmt(rt, rt->exc.LookupError, "unknown error handler name '%s'",
                 name);
    return TL_RAISED;
}

// raise type(encoding, object, start, end, reason)
static TlStatus raise_unicode(TlRuntime *rt, TlType *type, Codec codec,
                              TlRef object, int64_t start, int64_t end,
                              const char *reason) {
    TlValue args[5] = {tl_str_from_cstr(rt, codec_names[codec]),
                       tl_incref(object), tl_small_int(start),
                       tl_small_int(end), tl_str_from_cstr(rt, reason)};
    if (args[0] != TL_NO_VALUE && args[4] != TL_NO_VALUE) {
        TlValue exc = tl_call(rt, tl_from_obj(type), args, 5, NULL);
        if (exc != TL_NO_VALUE) {
            tl_raise_obj(rt, exc);
            tl_decref(rt, exc);
        }
    }
    for (int i = 0; i < 5; i++) {
        tl_decref(rt, args[i]);
    }
    return TL_RAISED;
}

// ---- encoding ----

typedef struct Encoder {
    TlRuntime *rt;
    TlStr *s;
    Codec codec;
    const char *errors;
    TlBuf out;
} Encoder;

static bool encodable(Codec codec, uint32_t cp) {
    switch (codec) {
    case CODEC_ASCII: return cp < 128;
    case CODEC_LATIN1: return cp < 256;
    default: return cp < 0xD800 || cp > 0xDFFF;
    }
}

static const char *encode_reason(Codec codec) {
    return codec == CODEC_UTF8    ? "surrogates not allowed"
           : codec == CODEC_ASCII ? "ordinal not in range(128)"
                                  : "ordinal not in range(256)";
}

static TlStatus refuse(Encoder *e, int64_t start, int64_t end) {
    return raise_unicode(e->rt, e->rt->exc.UnicodeEncodeError, e->codec,
                         tl_from_obj(e->s), start, end,
                         encode_reason(e->codec));
}

// What stands for one code point that cannot be encoded. False: nothing can.
static bool encode_substitute(Encoder *e, Handler handler, uint32_t cp) {
    switch (handler) {
    case ON_ERROR_IGNORE: return true;
    case ON_ERROR_REPLACE: tl_buf_append_char(&e->out, '?'); return true;
    case ON_ERROR_BACKSLASH:
        tl_buf_append_fmt(&e->out,
                          cp < 0x100     ? "\\x%02x"
                          : cp < 0x10000 ? "\\u%04x"
                                         : "\\U%08x",
                          (unsigned)cp);
        return true;
    case ON_ERROR_XML:
        tl_buf_append_fmt(&e->out, "&#%u;", (unsigned)cp);
        return true;
    case ON_ERROR_ESCAPE:
        if (cp >= 0xDC80 && cp <= 0xDCFF) {
            tl_buf_append_char(&e->out, (char)(cp - 0xDC00));
            return true;
        }
        return false;
    case ON_ERROR_PASS:
        if (e->codec == CODEC_UTF8) {
            tl_buf_append_utf8(&e->out, cp);
            return true;
        }
        return false;
    default: return false;
    }
}

static TlStatus encode_error(Encoder *e, int64_t start, int64_t end) {
    Handler handler;
    if (find_handler(e->rt, e->errors, &handler) != TL_OK) {
        return TL_RAISED;
    }
    for (int64_t i = start; i < end; i++) {
        if (!encode_substitute(e, handler, tl_str_at(e->s, i))) {
            return refuse(e, i == start ? start : i, end);
        }
    }
    return TL_OK;
}

static TlStatus encode_all(Encoder *e) {
    for (int64_t i = 0; i < e->s->len && !e->out.failed;) {
        uint32_t cp = tl_str_at(e->s, i);
        if (encodable(e->codec, cp)) {
            if (e->codec == CODEC_UTF8) {
                tl_buf_append_utf8(&e->out, cp);
            } else {
                tl_buf_append_char(&e->out, (char)cp);
            }
            i++;
            continue;
        }
        int64_t start = i;
        while (i < e->s->len && !encodable(e->codec, tl_str_at(e->s, i))) {
            i++;
        }
        if (encode_error(e, start, i) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlValue tl_str_encode(TlRuntime *rt, TlStr *s, const char *encoding,
                      const char *errors) {
    Encoder e = {.rt = rt, .s = s, .errors = errors};
    if (find_codec(rt, encoding, &e.codec) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (s->ascii) {
        return tl_bytes_new(rt, tl_str_data(s), (size_t)s->len);
    }
    tl_buf_init(&e.out, &rt->alloc);
    TlValue bytes = TL_NO_VALUE;
    if (encode_all(&e) == TL_OK) {
        bytes = e.out.failed ? tl_raise_memory(rt)
                             : tl_bytes_new(rt, e.out.data, e.out.len);
    }
    tl_buf_deinit(&e.out);
    return bytes;
}

// ---- decoding ----

typedef struct Decoder {
    TlRuntime *rt;
    TlRef object;
    const unsigned char *data;
    int64_t len;
    Codec codec;
    const char *errors;
    TlBuf out;
} Decoder;

// The continuation bytes a lead byte wants; -1 for no lead byte.
static int continuation_count(unsigned char lead) {
    if (lead < 0xC2 || lead > 0xF4) {
        return -1;
    }
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

static bool continues(unsigned char lead, int at, unsigned char c) {
    unsigned char low = 0x80, high = 0xBF;
    if (at == 1) {
        low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
    return c >= low && c <= high;
}

// Length of the sequence at [i]; 0 with the bad bytes' length and reason.
static int check_sequence(const Decoder *d, int64_t i, int64_t *bad,
                          const char **reason) {
    unsigned char lead = d->data[i];
    int count = continuation_count(lead);
    if (count < 0) {
        *bad = 1;
        *reason = "invalid start byte";
        return 0;
    }
    for (int k = 1; k <= count; k++) {
        if (i + k >= d->len) {
            *bad = k;
            *reason = "unexpected end of data";
            return 0;
        }
        if (!continues(lead, k, d->data[i + k])) {
            *bad = k;
            *reason = "invalid continuation byte";
            return 0;
        }
    }
    return count + 1;
}

// The exception shows the input as bytes, also when it is a bytearray.
static TlStatus refuse_bytes(Decoder *d, int64_t start, int64_t end,
                             const char *reason) {
    TlValue bytes = tl_is_bytes(d->object)
                        ? tl_incref(d->object)
                        : tl_bytes_new(d->rt, (const char *)d->data,
                                       (size_t)d->len);
    if (bytes != TL_NO_VALUE) {
        raise_unicode(d->rt, d->rt->exc.UnicodeDecodeError, d->codec, bytes,
                      start, end, reason);
        tl_decref(d->rt, bytes);
    }
    return TL_RAISED;
}

static TlStatus decode_error(Decoder *d, int64_t start, int64_t end,
                             const char *reason) {
    Handler handler;
    if (find_handler(d->rt, d->errors, &handler) != TL_OK) {
        return TL_RAISED;
    }
    switch (handler) {
    case ON_ERROR_IGNORE: return TL_OK;
    case ON_ERROR_REPLACE: tl_buf_append_utf8(&d->out, 0xFFFD); return TL_OK;
    case ON_ERROR_BACKSLASH:
        for (int64_t i = start; i < end; i++) {
            tl_buf_append_fmt(&d->out, "\\x%02x", d->data[i]);
        }
        return TL_OK;
    case ON_ERROR_ESCAPE:
        for (int64_t i = start; i < end; i++) {
            tl_buf_append_utf8(&d->out, 0xDC00u + d->data[i]);
        }
        return TL_OK;
    default: return refuse_bytes(d, start, end, reason);
    }
}

// A surrogate in UTF-8 that surrogatepass lets through.
static bool passes_surrogate(Decoder *d, int64_t i) {
    return d->errors != NULL && strcmp(d->errors, "surrogatepass") == 0 &&
           i + 2 < d->len && d->data[i] == 0xED && d->data[i + 1] >= 0xA0 &&
           d->data[i + 1] <= 0xBF && (d->data[i + 2] & 0xC0) == 0x80;
}

static TlStatus decode_utf8(Decoder *d) {
    for (int64_t i = 0; i < d->len && !d->out.failed;) {
        int64_t start = i;
        while (i < d->len && d->data[i] < 128) {
            i++;
        }
        tl_buf_append(&d->out, d->data + start, (size_t)(i - start));
        if (i == d->len) {
            break;
        }
        int64_t bad = 0;
        const char *reason = NULL;
        int n = check_sequence(d, i, &bad, &reason);
        if (n == 0 && passes_surrogate(d, i)) {
            n = 3;
        }
        if (n > 0) {
            tl_buf_append(&d->out, d->data + i, (size_t)n);
            i += n;
            continue;
        }
        if (decode_error(d, i, i + bad, reason) != TL_OK) {
            return TL_RAISED;
        }
        i += bad;
    }
    return TL_OK;
}

static TlStatus decode_bytes(Decoder *d) {
    for (int64_t i = 0; i < d->len && !d->out.failed; i++) {
        if (d->data[i] < 128 || d->codec == CODEC_LATIN1) {
            tl_buf_append_utf8(&d->out, d->data[i]);
        } else if (decode_error(d, i, i + 1, "ordinal not in range(128)") !=
                   TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlValue tl_bytes_decode(TlRuntime *rt, TlRef bytes, const char *encoding,
                        const char *errors) {
    Decoder d = {.rt = rt, .object = bytes, .errors = errors};
    const char *data;
    if (find_codec(rt, encoding, &d.codec) != TL_OK) {
        return TL_NO_VALUE;
    }
    tl_byteslike(rt, bytes, &data, &d.len);
    d.data = (const unsigned char *)data;
    tl_buf_init(&d.out, &rt->alloc);
    TlStatus status = d.codec == CODEC_UTF8 ? decode_utf8(&d)
                                            : decode_bytes(&d);
    TlValue text = status == TL_OK ? tl_str_from_buf(rt, &d.out) : TL_NO_VALUE;
    tl_buf_deinit(&d.out);
    return text;
}
