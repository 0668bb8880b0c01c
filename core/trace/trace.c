// trace.c — recording: strings, records, the full-log rule.
// SPDX-License-Identifier: MIT
//
// Strings are interned by content in an open-addressing table of ids; text is
// kept in an arena until the trace ends, so an id stays valid across drains.
#include "trace/trace.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/hash.h"

enum { MAX_TEXT = 64 * 1024, FIRST_TABLE = 256, FIRST_RECORDS = 256 };

typedef struct TlTraceStrings {
    TlArena arena;
    const char **texts;  // by id; 0 is ""
    uint32_t *lens;
    uint32_t count, cap;
    uint32_t *table;     // ids, 0 = empty; size is a power of two
    uint32_t table_size;
} TlTraceStrings;

static const TlTraceLevel event_levels[TL_EV_COUNT] = {
#define EV_LEVEL(sym, name, level, f0, f1, f2, f3, num, doc) TL_TRACE_##level,
#define EV_NONE(name)
    TL_TRACE_EVENTS(EV_LEVEL, EV_NONE, EV_NONE, EV_NONE, EV_NONE, 0)
#undef EV_LEVEL
#undef EV_NONE
};

static const char *const event_names[TL_EV_COUNT] = {
#define EV_NAME(sym, name, level, f0, f1, f2, f3, num, doc) name,
#define EV_NONE(name)
    TL_TRACE_EVENTS(EV_NAME, EV_NONE, EV_NONE, EV_NONE, EV_NONE, 0)
#undef EV_NAME
#undef EV_NONE
};

_Static_assert(sizeof(TlTraceRecord) == 64, "hosts read 64-byte records");

bool tl_trace_init(TlTrace *trace, TlAlloc *alloc, TlTraceLevel level,
                   size_t capacity)
{
    memset(trace, 0, sizeof *trace);
    trace->alloc = alloc;
    trace->level = level;
    trace->capacity = capacity;
    trace->cause = TL_NO_CAUSE;
    trace->thread = 1;
    TlTraceStrings *strings = tl_alloc_zero(alloc, sizeof *strings);
    if (strings == NULL) {
        return false;
    }
    tl_arena_init(&strings->arena, alloc);
    trace->strings = strings;
    return true;
}

void tl_trace_deinit(TlTrace *trace)
{
    TlTraceStrings *s = trace->strings;
    if (s != NULL) {
        tl_arena_deinit(&s->arena);
        tl_free(trace->alloc, s->texts, s->cap * sizeof *s->texts);
        tl_free(trace->alloc, s->lens, s->cap * sizeof *s->lens);
        tl_free(trace->alloc, s->table, s->table_size * sizeof *s->table);
        tl_free(trace->alloc, s, sizeof *s);
    }
    tl_free(trace->alloc, trace->records,
            trace->allocated * sizeof *trace->records);
    memset(trace, 0, sizeof *trace);
}

// ---- strings

static uint64_t hash_text(const char *text, size_t len)
{
    return tl_siphash13(text, len, 0, 0);
}

// The slot that holds [text], or the empty one where it belongs.
static uint32_t find_slot(const TlTraceStrings *s, const char *text, size_t len)
{
    uint32_t mask = s->table_size - 1;
    uint32_t i = (uint32_t)hash_text(text, len) & mask;
    while (s->table[i] != 0) {
        uint32_t id = s->table[i];
        if (s->lens[id] == len && memcmp(s->texts[id], text, len) == 0) {
            break;
        }
        i = (i + 1) & mask;
    }
    return i;
}

static bool grow_table(TlTrace *trace)
{
    TlTraceStrings *s = trace->strings;
    uint32_t size = s->table_size == 0 ? FIRST_TABLE : s->table_size * 2;
    uint32_t *table = tl_alloc_zero(trace->alloc, size * sizeof *table);
    if (table == NULL) {
        return false;
    }
    tl_free(trace->alloc, s->table, s->table_size * sizeof *s->table);
    s->table = table;
    s->table_size = size;
    for (uint32_t id = 1; id < s->count; id++) {
        s->table[find_slot(s, s->texts[id], s->lens[id])] = id;
    }
    return true;
}

static bool grow_ids(TlTrace *trace)
{
    TlTraceStrings *s = trace->strings;
    uint32_t cap = s->cap == 0 ? FIRST_TABLE / 2 : s->cap * 2;
    const char **texts = tl_realloc(trace->alloc, s->texts,
                                    s->cap * sizeof *texts, cap * sizeof *texts);
    if (texts == NULL) {
        return false;
    }
    s->texts = texts;
    uint32_t *lens = tl_realloc(trace->alloc, s->lens, s->cap * sizeof *lens,
                                cap * sizeof *lens);
    if (lens == NULL) {
        // Give the longer array back its old size: cap covers both.
        s->texts = tl_realloc(trace->alloc, texts, cap * sizeof *texts,
                              s->cap * sizeof *texts);
        return false;
    }
    s->lens = lens;
    s->cap = cap;
    if (s->count == 0) {
        s->texts[0] = "";
        s->lens[0] = 0;
        s->count = 1;
    }
    return true;
}

static size_t cut_text(const char *text, size_t len)
{
    if (len <= MAX_TEXT) {
        return len;
    }
    len = MAX_TEXT;
    while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80) {
        len--;
    }
    return len;
}

uint32_t tl_trace_str(TlTrace *trace, const char *text, size_t len)
{
    TlTraceStrings *s = trace->strings;
    if (text == NULL || len == 0 || s == NULL ||
        trace->level == TL_TRACE_OFF) {
        return 0;
    }
    len = cut_text(text, len);
    if ((s->count >= s->cap && !grow_ids(trace)) ||
        ((s->count + 1) * 2 > s->table_size && !grow_table(trace))) {
        return 0;
    }
    uint32_t slot = find_slot(s, text, len);
    if (s->table[slot] == 0) {
        char *copy = tl_arena_strndup(&s->arena, text, len);
        if (copy == NULL) {
            return 0;
        }
        s->texts[s->count] = copy;
        s->lens[s->count] = (uint32_t)len;
        s->table[slot] = s->count++;
    }
    return s->table[slot];
}

uint32_t tl_trace_cstr(TlTrace *trace, const char *text)
{
    return text == NULL ? 0 : tl_trace_str(trace, text, strlen(text));
}

const char *tl_trace_text(const TlTrace *trace, uint32_t id, size_t *len)
{
    const TlTraceStrings *s = trace->strings;
    if (s == NULL || id == 0 || id >= s->count) {
        *len = 0;
        return "";
    }
    *len = s->lens[id];
    return s->texts[id];
}

// ---- records

static bool grow_records(TlTrace *trace)
{
    size_t cap = trace->allocated == 0 ? FIRST_RECORDS : trace->allocated * 2;
    if (cap > trace->capacity) {
        cap = trace->capacity;
    }
    if (cap <= trace->allocated) {
        return false;
    }
    TlTraceRecord *records = tl_realloc(
        trace->alloc, trace->records, trace->allocated * sizeof *records,
        cap * sizeof *records);
    if (records == NULL) {
        return false;
    }
    trace->records = records;
    trace->allocated = cap;
    return true;
}

uint32_t tl_trace_emit(TlTrace *trace, const TlEvent *event)
{
    if (trace->level < event_levels[event->kind]) {
        return trace->cause;
    }
    // Once one event is lost all later ones are: what is kept is a prefix.
    if (trace->dropped > 0 ||
        (trace->count == trace->allocated && !grow_records(trace))) {
        trace->dropped++;
        return trace->cause;
    }
    TlTraceRecord *r = &trace->records[trace->count++];
    memset(r, 0, sizeof *r);
    r->t = trace->now;
    r->number = event->number;
    r->seq = trace->next_seq++;
    r->cause = event->cause != TL_NO_CAUSE ? event->cause : trace->cause;
    r->id = event->id;
    r->loop = trace->loop;
    r->thread = trace->thread;
    r->kind = (uint16_t)event->kind;
    memcpy(r->f, event->f, sizeof r->f);
    if (event->has_position) {
        r->file = event->file;
        r->line = event->line;
    } else if (trace->where != NULL) {
        trace->where(trace->where_user, &r->file, &r->line);
    }
    TL_ASSERT(r->seq == 0 || r->cause < r->seq,
              "every event but the first has an earlier cause");
    return r->seq;
}

uint32_t tl_trace_emit2(TlTrace *trace, TlEventKind kind, uint32_t id,
                        uint32_t f0, uint32_t f1)
{
    TlEvent event = {
        .kind = kind, .id = id, .f = {f0, f1}, .cause = TL_NO_CAUSE};
    return tl_trace_emit(trace, &event);
}

size_t tl_trace_pending(const TlTrace *trace, const TlTraceRecord **records)
{
    *records = trace->records;
    return trace->count;
}

void tl_trace_drained(TlTrace *trace)
{
    trace->count = 0;
}

const char *tl_event_name(TlEventKind kind)
{
    TL_ASSERT(kind < TL_EV_COUNT, "an event kind of the schema");
    return event_names[kind];
}
