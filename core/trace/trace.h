// trace.h — the event log of a run: compact records and their strings.
// SPDX-License-Identifier: MIT
//
// Every layer records through tl_trace_emit(). A record is fixed-size; text
// lives once in a string table. The log fills in what a caller should not have
// to know: the sequence number, the time, the loop, the thread, the source
// position (asked from the VM through `where`) and, unless one is given, the
// cause.
//
// Causes: `trace->cause` is the event on whose behalf code runs right now. Who
// starts to run something for a reason (the loop running a handle, a task
// stepping) sets it and restores it afterwards. Every event but the first has
// a cause with a smaller seq, so walking causes always ends at program.start.
//
// When the log is full the newest events are dropped and counted: what is kept
// stays a prefix, so its causes and its fold stay valid.
#ifndef TL_TRACE_TRACE_H
#define TL_TRACE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "trace/trace_events.h"

typedef enum TlTraceLevel {
    TL_TRACE_OFF,
    TL_TRACE_SCHED,
    TL_TRACE_LINES
} TlTraceLevel;

typedef enum TlEventKind {
#define TL_EV_ENUM(sym, name, level, f0, f1, f2, f3, num, doc) TL_EV_##sym,
#define TL_EV_X(name)
    TL_TRACE_EVENTS(TL_EV_ENUM, TL_EV_X, TL_EV_X, TL_EV_X, TL_EV_X, 0)
#undef TL_EV_ENUM
#undef TL_EV_X
        TL_EV_COUNT
} TlEventKind;

#define TL_NO_CAUSE UINT32_MAX  // only program.start has none

// One event. 64 bytes; the WebAssembly host reads it straight from memory, so
// the layout is part of the contract (wasm/src/trace.js).
typedef struct TlTraceRecord {
    double t;         // seconds on the run's clock
    double number;    // the kind's D(...) field, else 0
    uint32_t seq;     // 0, 1, 2 ...
    uint32_t cause;   // seq of the cause, or TL_NO_CAUSE
    uint32_t id;      // the subject
    uint32_t loop;    // id of the running loop, 0 = none
    uint32_t file;    // string id, 0 = unknown
    uint32_t line;    // 0 = unknown
    uint32_t f[4];    // string ids, ids or integers as the schema says
    uint16_t kind;    // TlEventKind
    uint16_t thread;  // 1 = MainThread
    uint32_t reserved;
} TlTraceRecord;

// Tells the innermost running user line. [file] is a string id of this trace.
typedef void (*TlTraceWhere)(void *user, uint32_t *file, uint32_t *line);

typedef struct TlTrace {
    TlAlloc *alloc;
    TlTraceLevel level;
    size_t capacity;           // most records kept between two drains
    TlTraceRecord *records;    // kept and not yet drained
    size_t count, allocated;
    uint64_t dropped;          // events not recorded because the log was full
    uint32_t next_seq;
    uint32_t next_id;          // last id given out
    // ambient state, set by the layers above
    double now;
    uint32_t cause;            // TL_NO_CAUSE before program.start
    uint32_t loop;
    uint16_t thread;
    TlTraceWhere where;
    void *where_user;
    struct TlTraceStrings *strings;
} TlTrace;

bool tl_trace_init(TlTrace *trace, TlAlloc *alloc, TlTraceLevel level,
                   size_t capacity);
void tl_trace_deinit(TlTrace *trace);

// A fresh subject id. Ids are handed out also while tracing is off, so that
// names like Task-1 and the trace agree whatever is recorded.
static inline uint32_t tl_trace_new_id(TlTrace *trace)
{
    return ++trace->next_id;
}

static inline bool tl_trace_on(const TlTrace *trace, TlTraceLevel level)
{
    return trace->level >= level;
}

// The string id of [text], interned; 0 when nothing is traced, memory is refused
// or text is NULL.
// Cut at 64 KiB on a code point boundary.
uint32_t tl_trace_str(TlTrace *trace, const char *text, size_t len);
uint32_t tl_trace_cstr(TlTrace *trace, const char *text);
// Borrowed until the trace is freed; never NULL ("" for 0).
const char *tl_trace_text(const TlTrace *trace, uint32_t id, size_t *len);

// Fields of an event; unset ones are zero. [cause] TL_NO_CAUSE means "the
// ambient cause".
typedef struct TlEvent {
    TlEventKind kind;
    uint32_t id;
    uint32_t f[4];
    double number;
    uint32_t cause;     // give TL_NO_CAUSE for the ambient one
    bool has_position;  // file and line below instead of `where`
    uint32_t file, line;
} TlEvent;

// Records [event] when its level is on and returns its seq; returns the
// ambient cause when it is not recorded, so that causes stay true either way.
uint32_t tl_trace_emit(TlTrace *trace, const TlEvent *event);

// The common short form: ambient cause, two fields.
uint32_t tl_trace_emit2(TlTrace *trace, TlEventKind kind, uint32_t id,
                        uint32_t f0, uint32_t f1);

// Hands over what was recorded since the last drain. [records] is borrowed
// until the next emit; call tl_trace_drained() when it has been copied.
size_t tl_trace_pending(const TlTrace *trace, const TlTraceRecord **records);
void tl_trace_drained(TlTrace *trace);

const char *tl_event_name(TlEventKind kind);

// Writers (trace_json.c). They append to [out] and know the schema only.
// The JSON Lines stream opens with one header line {"schema":"twinloop-trace",
// "version":1}; then one object an event, keys in the documented order.
void tl_trace_jsonl_header(TlBuf *out);
void tl_trace_jsonl_record(TlBuf *out, const TlTrace *trace,
                           const TlTraceRecord *record);
// Chrome JSON (array form, streamed): begin, records, end.
void tl_trace_chrome_begin(TlBuf *out);
void tl_trace_chrome_record(TlBuf *out, const TlTrace *trace,
                            const TlTraceRecord *record);
void tl_trace_chrome_end(TlBuf *out);

#endif
