// runtime.h — everything one run of a program hangs from.
// SPDX-License-Identifier: MIT
//
// There are no globals: several runtimes live side by side. Upper layers keep
// their state behind opaque pointers here (vm, loop, lib) and are reached from
// below only through the hook table, which is how object and loop stay free of
// the language.
#ifndef TL_OBJECT_RUNTIME_H
#define TL_OBJECT_RUNTIME_H

#include "base/alloc.h"
#include "object/names.h"
#include "object/object.h"
#include "object/types.h"
#include "trace/trace.h"

// The exception being handled, per generator and per thread (CPython's
// _PyErr_StackItem): `except` blocks look through it, `raise` chains to it.
typedef struct TlExcState {
    TlValue exc;  // owned, or TL_NO_VALUE
    struct TlExcState *prev;
} TlExcState;

// Why a send returned SUSPENDED.
typedef struct TlWait {
    bool waiting;     // false: the budget is spent
    double deadline;  // on the run's clock; INFINITY = until a host answer
} TlWait;

// What the VM does for the layers below. Filled by vm at start; before that
// (and in C unit tests) the defaults call natively and never suspend.
typedef struct TlVmHooks {
    // Starts a call that may suspend: RETURN, ERROR or SUSPENDED.
    TlSendStatus (*call)(TlRuntime *rt, TlRef callee, const TlRef *args,
                         int nargs, TlTuple *kwnames, TlValue *result);
    // coro.throw(exc) that may suspend, with send's outcomes. NULL = call the
    // throw method natively. [exc] an exception instance.
    TlSendStatus (*throw_into)(TlRuntime *rt, TlRef coro, TlRef exc,
                               TlValue *result);
    // Goes on with the call, send or throw that SUSPENDED last on this thread.
    TlSendStatus (*resume)(TlRuntime *rt, TlValue *result);
    // Replaces the running native call by a sendable: its RETURN value becomes
    // the call's result. Always returns TL_NO_VALUE. Steals [sendable].
    TlValue (*suspend_on)(TlRuntime *rt, TlValue sendable);
    // Current user position, for warnings and the trace.
    void (*where)(TlRuntime *rt, uint32_t *file, uint32_t *line);
    // Where the code of a suspended coroutine stands; false = not known. NULL
    // = never known.
    bool (*where_in)(TlRuntime *rt, TlRef coro, uint32_t *file,
                     uint32_t *line);
    // Globals of the running Python frame, borrowed; NULL when there is none.
    TlDict *(*globals)(TlRuntime *rt);
    // Prints "Exception ignored in: [where]" for [exc] (both borrowed).
    void (*unraisable)(TlRuntime *rt, TlRef where, TlRef exc);
} TlVmHooks;

struct TlRuntime {
    TlAlloc alloc;
    TlTypes types;
    TlExcTypes exc;
    TlNames names;

    // The pending exception (CPython's error indicator) and what is being
    // handled.
    TlValue error;          // owned exception instance, or TL_NO_VALUE
    TlExcState *exc_state;  // topmost
    TlExcState exc_base;

    // Collector.
    TlGcHead gc_list;
    size_t gc_count, gc_threshold;
    bool gc_running;
    bool gc_enabled;
    // Deferred deallocation (object.c).
    TlObject *trash;
    int dealloc_depth;
    struct TlReprGuard *repr_stack;  // repr_guard.h

    // Limits. tick_left counts steps down to the next look at budget, limits
    // and the interrupt flag; see tl_tick().
    int64_t tick_left;
    int64_t tick_granted;   // what tick_left was set to
    int64_t budget_left;    // of this tl_run(), beyond tick_left
    uint64_t steps;         // taken before tick_granted
    uint64_t max_steps;     // 0 = none
    bool interrupt;         // KeyboardInterrupt is due
    bool must_yield;        // budget spent: suspend where possible
    int depth;              // Python frames on the running thread
    int depth_limit;        // sys.setrecursionlimit
    int native_depth;       // C recursion
    int native_limit;
    int nested;             // interpreter re-entered from C: no suspension

    // Clock.
    bool clock_virtual;
    double now;             // seconds on the run's clock, as last read
    void (*read_clock)(TlRuntime *rt);  // brings it up to date; NULL = virtual
    double wall_start;      // time.time() at now == 0
    TlWait wait;

    TlTrace trace;
    TlVmHooks hooks;

    TlDict *interned;       // str -> str
    TlValue latin1[256];    // one-character strings
    TlValue empty_str, empty_tuple, empty_bytes;
    uint64_t hash_key[2];
    uint32_t next_type_version;
    uint32_t next_object_number;
    size_t live_objects;
    struct TlLookupCache *lookup_cache;  // class.c: (version, name) -> value
    TlValue memory_error;                // for when there is no memory for one

    TlValue context;        // running contextvars.Context, or TL_NO_VALUE

    TlDict *modules;        // sys.modules
    TlDict *builtins;
    void *weakrefs;         // object layer, opaque here

    TlType *code_type;      // lang layer: the type of code objects
    struct TlVm *vm;        // vm layer
    struct TlLoops *loops;  // loop layer: types and the running loop
    struct TlLib *lib;      // lib layer
    struct TlApi *api;      // api layer: host, sources, limits
};

// Seconds on the run's clock.
static inline double tl_now(TlRuntime *rt)
{
    if (rt->read_clock != NULL) {
        rt->read_clock(rt);
    }
    return rt->now;
}

// One step of the program (a call, a jump back, a resumption, a loop turn).
// False = time to look: call tl_tick_slow().
static inline bool tl_tick(TlRuntime *rt)
{
    return --rt->tick_left > 0;
}

// Accounts for the steps, raises KeyboardInterrupt when it is due (or the step
// limit is reached): TL_RAISED. TL_OK: go on, but suspend when rt->must_yield
// is set and suspension is possible (rt->nested == 0).
TlStatus tl_tick_slow(TlRuntime *rt);
// Starts a slice of [budget] steps (tick.c): must_yield becomes false.
void tl_tick_grant(TlRuntime *rt, int64_t budget);
// Makes the next tl_tick() return false.
void tl_tick_expire(TlRuntime *rt);
// Steps taken so far.
uint64_t tl_tick_steps(const TlRuntime *rt);

// Object layer boot and teardown. The runtime struct is zeroed and its alloc
// and trace are initialised by the caller. On failure everything made so far
// can be torn down with tl_object_layer_deinit().
TlStatus tl_object_layer_init(TlRuntime *rt);
void tl_object_layer_deinit(TlRuntime *rt);

#endif
