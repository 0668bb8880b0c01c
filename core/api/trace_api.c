// trace_api.c — handing the trace to the host, as text or as records.
// SPDX-License-Identifier: MIT
#include "api/api.h"

static void write_opening(TlBuf *out, TlTraceFormat format)
{
    if (format == TL_TRACE_JSONL) {
        tl_trace_jsonl_header(out);
    } else {
        tl_trace_chrome_begin(out);
    }
}

static void write_record(TlBuf *out, TlTraceFormat format, const TlTrace *trace,
                         const TlTraceRecord *record)
{
    if (format == TL_TRACE_JSONL) {
        tl_trace_jsonl_record(out, trace, record);
    } else {
        tl_trace_chrome_record(out, trace, record);
    }
}

static void flush(TlBuf *out, TlSink sink, void *user)
{
    if (out->len > 0) {
        sink(user, out->data, out->len);
    }
    tl_buf_clear(out);
}

void tl_trace_write(TlRuntime *rt, TlTraceFormat format, bool last, TlSink sink,
                    void *user)
{
    enum { FLUSH_AT = 64 * 1024 };
    const TlTraceRecord *records;
    size_t count = tl_trace_pending(&rt->trace, &records);
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    if (!rt->api->trace_opened) {
        rt->api->trace_opened = true;
        write_opening(&out, format);
    }
    for (size_t i = 0; i < count; i++) {
        write_record(&out, format, &rt->trace, &records[i]);
        if (out.len >= FLUSH_AT) {
            flush(&out, sink, user);
        }
    }
    if (last && format == TL_TRACE_CHROME) {
        tl_trace_chrome_end(&out);
    }
    flush(&out, sink, user);
    tl_buf_deinit(&out);
    tl_trace_drained(&rt->trace);
}

size_t tl_trace_take(TlRuntime *rt, const void **records)
{
    const TlTraceRecord *list;
    size_t count = tl_trace_pending(&rt->trace, &list);
    *records = list;
    return count;
}

void tl_trace_release(TlRuntime *rt)
{
    tl_trace_drained(&rt->trace);
}

const char *tl_trace_string(const TlRuntime *rt, uint32_t id, size_t *len)
{
    return tl_trace_text(&rt->trace, id, len);
}

uint64_t tl_trace_dropped(const TlRuntime *rt)
{
    return rt->trace.dropped;
}
