// trace_json.c — the trace as JSON Lines and as Chrome/Perfetto JSON.
// SPDX-License-Identifier: MIT
//
// Both writers read the schema's X-macro, so a new event needs no line here.
// In Chrome JSON a thread's handles, task steps and frames are slices, all else
// is an instant.
#include <math.h>
#include <string.h>

#include "base/check.h"
#include "base/numfmt.h"
#include "trace/trace.h"

// A field is its type letter and its name: "Sname"; "" = unused.
#define FIELD_S(name) "S" #name
#define FIELD_I(name) "I" #name
#define FIELD_N(name) "N" #name
#define FIELD_D(name) "D" #name
#define EV_FIELDS(sym, name, level, f0, f1, f2, f3, num, doc)                  \
    {f0, f1, f2, f3, num},
static const char *const event_fields[TL_EV_COUNT][5] = {
    TL_TRACE_EVENTS(EV_FIELDS, FIELD_S, FIELD_I, FIELD_N, FIELD_D, "")};

static void put_escape(TlBuf *out, unsigned char c)
{
    switch (c) {
    case '"': tl_buf_append_str(out, "\\\""); break;
    case '\\': tl_buf_append_str(out, "\\\\"); break;
    case '\n': tl_buf_append_str(out, "\\n"); break;
    case '\r': tl_buf_append_str(out, "\\r"); break;
    case '\t': tl_buf_append_str(out, "\\t"); break;
    default: tl_buf_append_fmt(out, "\\u%04x", c); break;
    }
}

// A lone surrogate is WTF-8 (ED A0..BF xx); JSON needs it escaped.
static bool is_surrogate(const char *text, size_t left)
{
    return left >= 3 && (unsigned char)text[0] == 0xED &&
           (unsigned char)text[1] >= 0xA0;
}

static void put_string(TlBuf *out, const char *text, size_t len)
{
    tl_buf_append_char(out, '"');
    size_t start = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        bool surrogate = is_surrogate(text + i, len - i);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F && !surrogate) {
            continue;
        }
        tl_buf_append(out, text + start, i - start);
        if (surrogate) {
            tl_buf_append_fmt(out, "\\ud%x%02x",
                              (((unsigned char)text[i + 1] & 0x3F) >> 2) & 0xF,
                              ((((unsigned char)text[i + 1] & 3) << 6) |
                               ((unsigned char)text[i + 2] & 0x3F)));
            i += 2;
        } else {
            put_escape(out, c);
        }
        start = i + 1;
    }
    tl_buf_append(out, text + start, len - start);
    tl_buf_append_char(out, '"');
}

// JSON has no infinity: null stands for "never".
static void put_double(TlBuf *out, double d)
{
    if (isfinite(d)) {
        tl_format_repr(out, d);
    } else {
        tl_buf_append_str(out, "null");
    }
}

static void put_id(TlBuf *out, uint32_t id)
{
    if (id == 0) {
        tl_buf_append_str(out, "null");
    } else {
        tl_buf_append_fmt(out, "%u", id);
    }
}

static void put_text_id(TlBuf *out, const TlTrace *trace, uint32_t id)
{
    size_t len;
    const char *text = tl_trace_text(trace, id, &len);
    put_string(out, text, len);
}

static void put_fields(TlBuf *out, const TlTrace *trace,
                       const TlTraceRecord *r, const char *before)
{
    const char *const *fields = event_fields[r->kind];
    for (int i = 0; i < 5; i++) {
        if (fields[i][0] == '\0') {
            continue;
        }
        tl_buf_append_fmt(out, "%s\"%s\":", before, fields[i] + 1);
        before = ",";
        switch (fields[i][0]) {
        case 'S': put_text_id(out, trace, r->f[i]); break;
        case 'I': put_id(out, r->f[i]); break;
        case 'N': tl_buf_append_fmt(out, "%d", (int)(int32_t)r->f[i]); break;
        default: put_double(out, r->number); break;
        }
    }
}

void tl_trace_jsonl_header(TlBuf *out)
{
    tl_buf_append_fmt(out, "{\"schema\":\"twinloop-trace\",\"version\":%d}\n",
                      TL_TRACE_VERSION);
}

void tl_trace_jsonl_record(TlBuf *out, const TlTrace *trace,
                           const TlTraceRecord *r)
{
    tl_buf_append_fmt(out, "{\"seq\":%u,\"t\":", r->seq);
    put_double(out, r->t);
    tl_buf_append_fmt(out, ",\"kind\":\"%s\",\"id\":",
                      tl_event_name((TlEventKind)r->kind));
    put_id(out, r->id);
    if (r->cause == TL_NO_CAUSE) {
        tl_buf_append_str(out, ",\"cause\":null,\"loop\":");
    } else {
        tl_buf_append_fmt(out, ",\"cause\":%u,\"loop\":", r->cause);
    }
    put_id(out, r->loop);
    tl_buf_append_fmt(out, ",\"thread\":%u,\"file\":", r->thread);
    if (r->file == 0) {
        tl_buf_append_str(out, "null");
    } else {
        put_text_id(out, trace, r->file);
    }
    tl_buf_append_str(out, ",\"line\":");
    put_id(out, r->line);
    put_fields(out, trace, r, ",");
    tl_buf_append_str(out, "}\n");
}

// ---- Chrome

static const char *chrome_phase(TlEventKind kind)
{
    switch (kind) {
    case TL_EV_HANDLE_RUN:
    case TL_EV_TASK_STEP_BEGIN:
    case TL_EV_BLOCKED_BEGIN:
    case TL_EV_FRAME_ENTER:
    case TL_EV_FRAME_RESUME: return "B";
    case TL_EV_HANDLE_END:
    case TL_EV_TASK_STEP_END:
    case TL_EV_BLOCKED_END:
    case TL_EV_FRAME_EXIT:
    case TL_EV_FRAME_SUSPEND: return "E";
    default: return "i";
    }
}

// Virtual time stands still while code runs, so a viewer would draw nothing:
// each event gets one more microsecond than the one before it.
static double chrome_time(const TlTraceRecord *r)
{
    return r->t * 1e6 + r->seq;
}

void tl_trace_chrome_begin(TlBuf *out)
{
    tl_buf_append_str(out, "[\n{\"name\":\"process_name\",\"ph\":\"M\",\"pid\":1"
                           ",\"args\":{\"name\":\"twinloop\"}}");
}

void tl_trace_chrome_record(TlBuf *out, const TlTrace *trace,
                            const TlTraceRecord *r)
{
    const char *phase = chrome_phase((TlEventKind)r->kind);
    tl_buf_append_fmt(out, ",\n{\"name\":\"%s\",\"ph\":\"%s\",\"pid\":1,"
                           "\"tid\":%u,\"ts\":",
                      tl_event_name((TlEventKind)r->kind), phase, r->thread);
    put_double(out, chrome_time(r));
    if (phase[0] == 'i') {
        tl_buf_append_str(out, ",\"s\":\"t\"");
    }
    tl_buf_append_fmt(out, ",\"args\":{\"seq\":%u,\"id\":", r->seq);
    put_id(out, r->id);
    put_fields(out, trace, r, ",");
    tl_buf_append_str(out, "}}");
}

void tl_trace_chrome_end(TlBuf *out)
{
    tl_buf_append_str(out, "\n]\n");
}
