// assemble.c — from a list of instructions to a code object.
// SPDX-License-Identifier: MIT
//
// Four steps: jumps to jumps are shortened; every path is followed from the
// start, which gives each instruction the depth of the stack before it, or
// shows that it is dead; the survivors get their final places; words,
// positions and the exception table are written. Two paths that meet with
// different depths are a mistake of the compiler.
#include "lang/emit_impl.h"

#include "base/check.h"

#include <string.h>

#define DEAD (-1)

typedef struct Assembly {
    TlEmitter *em;
    int32_t *depths; // stack before instruction i, or DEAD
    int32_t *places; // final index of instruction i; one more entry
    int32_t *work;   // instructions to follow the code from
    int work_count;
    int max_depth;
    uint32_t words;
    uint32_t caches;
} Assembly;

static bool is_jump(int op) {
    switch (op) {
    case TL_OP_JUMP:
    case TL_OP_JUMP_BACK:
    case TL_OP_POP_JUMP_IF_FALSE:
    case TL_OP_POP_JUMP_IF_TRUE:
    case TL_OP_POP_JUMP_IF_NONE:
    case TL_OP_POP_JUMP_IF_NOT_NONE:
    case TL_OP_JUMP_IF_FALSE_OR_POP:
    case TL_OP_JUMP_IF_TRUE_OR_POP:
    case TL_OP_FOR_ITER:
    case TL_OP_SEND: return true;
    default: return false;
    }
}

// Whether the next instruction is not reached by falling through.
static bool ends_path(int op) {
    switch (op) {
    case TL_OP_JUMP:
    case TL_OP_JUMP_BACK:
    case TL_OP_RETURN_VALUE:
    case TL_OP_RAISE_VARARGS:
    case TL_OP_RERAISE: return true;
    default: return false;
    }
}

// --- Jumps to jumps ---------------------------------------------------------

// A forward jump that lands on a forward jump goes where that one goes; a
// plain one that lands on a backward jump becomes one itself.
static void shorten_jump(TlEmitter *em, TlInstr *in) {
    for (int hops = 0; hops < 64; hops++) {
        int at = em->labels[in->arg];
        TL_ASSERT(at >= 0 && at < em->instr_count, "jumps land on code");
        const TlInstr *target = &em->instrs[at];
        if (target->op == TL_OP_JUMP) {
            in->arg = target->arg;
        } else if (target->op == TL_OP_JUMP_BACK && in->op == TL_OP_JUMP) {
            in->op = TL_OP_JUMP_BACK;
            in->arg = target->arg;
            return;
        } else {
            return;
        }
    }
}

static void shorten_jumps(TlEmitter *em) {
    for (int i = 0; i < em->instr_count; i++) {
        TlInstr *in = &em->instrs[i];
        if (is_jump(in->op) && in->op != TL_OP_JUMP_BACK) {
            shorten_jump(em, in);
        }
    }
}

// --- Depths -----------------------------------------------------------------

static void reach(Assembly *as, int at, int depth) {
    TL_ASSERT(at < as->em->instr_count, "code ends with a return");
    if (as->depths[at] == DEAD) {
        as->depths[at] = depth;
        as->work[as->work_count++] = at;
    }
    TL_ASSERT(as->depths[at] == depth, "all paths meet with equal depths");
    if (depth > as->max_depth) {
        as->max_depth = depth;
    }
}

static void reach_handler(Assembly *as, TlHandler *handler, int depth) {
    handler->depth = depth - (handler->kind == TL_HANDLER_WITH ? 1 : 0);
    int pushed = handler->kind == TL_HANDLER_FINALLY ? 1 : 2;
    reach(as, as->em->labels[handler->label], handler->depth + pushed);
}

static void follow(Assembly *as, int at) {
    TlEmitter *em = as->em;
    const TlInstr *in = &em->instrs[at];
    int depth = as->depths[at];
    if (in->op == TL_MARK_SETUP) {
        reach_handler(as, &em->handlers[in->arg], depth);
        reach(as, at + 1, depth);
        return;
    }
    uint32_t word = TL_INSTR(in->op, in->arg);
    TL_ASSERT(depth + tl_stack_effect(word, false) >= 0,
              "nothing is popped from an empty stack");
    if (is_jump(in->op)) {
        reach(as, em->labels[in->arg], depth + tl_stack_effect(word, true));
    }
    if (!ends_path(in->op)) {
        reach(as, at + 1, depth + tl_stack_effect(word, false));
    }
}

static void compute_depths(Assembly *as) {
    memset(as->depths, 0xff, sizeof *as->depths * (size_t)as->em->instr_count);
    reach(as, 0, 0);
    while (as->work_count > 0) {
        follow(as, as->work[--as->work_count]);
    }
}

// --- Places -----------------------------------------------------------------

// Whether instruction [at] is a jump over nothing but dead code.
static bool jumps_to_next(const Assembly *as, int at) {
    const TlEmitter *em = as->em;
    if (em->instrs[at].op != TL_OP_JUMP) {
        return false;
    }
    int target = em->labels[em->instrs[at].arg];
    for (int i = at + 1; i < target; i++) {
        if (as->depths[i] != DEAD && em->instrs[i].op != TL_MARK_SETUP) {
            return false;
        }
    }
    return true;
}

static void assign_places(Assembly *as) {
    const TlEmitter *em = as->em;
    for (int i = 0; i < em->instr_count; i++) {
        as->places[i] = (int32_t)as->words;
        int op = em->instrs[i].op;
        if (as->depths[i] == DEAD) {
            continue;
        }
        if (op == TL_MARK_SETUP || jumps_to_next(as, i)) {
            as->depths[i] = DEAD;
            continue;
        }
        as->words += 1 + tl_op_is_cached(op);
        as->caches += tl_op_is_cached(op);
    }
    as->places[em->instr_count] = (int32_t)as->words;
}

// --- Output -----------------------------------------------------------------

static void write_code(const Assembly *as, TlCode *code) {
    const TlEmitter *em = as->em;
    uint32_t at = 0;
    uint32_t cache = 0;
    for (int i = 0; i < em->instr_count; i++) {
        const TlInstr *in = &em->instrs[i];
        if (as->depths[i] == DEAD) {
            continue;
        }
        uint32_t arg = in->arg;
        if (is_jump(in->op)) {
            arg = (uint32_t)as->places[em->labels[arg]];
        }
        code->positions[at] = in->pos;
        code->instrs[at++] = TL_INSTR(in->op, arg);
        if (tl_op_is_cached(in->op)) {
            code->positions[at] = in->pos;
            code->instrs[at++] = cache++;
        }
    }
}

// Writes one entry per run of instructions under the same handler to
// [entries] (NULL: only counts them) and returns how many there are.
static uint32_t write_table(const Assembly *as, TlExcEntry *entries) {
    const TlEmitter *em = as->em;
    uint32_t count = 0;
    int open = -1; // handler of the run so far
    for (int i = 0; i < em->instr_count; i++) {
        int handler = em->instrs[i].handler;
        if (as->depths[i] == DEAD) {
            continue;
        }
        bool begins = handler != open && handler >= 0;
        open = handler;
        count += begins;
        if (handler < 0 || entries == NULL) {
            continue;
        }
        const TlHandler *h = &em->handlers[handler];
        TlExcEntry *entry = &entries[count - 1];
        uint32_t place = (uint32_t)as->places[i];
        entry->start = begins ? place : entry->start;
        entry->end = place + 1 + tl_op_is_cached(em->instrs[i].op);
        entry->target = (uint32_t)as->places[em->labels[h->label]];
        entry->depth = (uint16_t)h->depth;
        entry->lasti = h->kind != TL_HANDLER_FINALLY;
    }
    return count;
}

static bool fill_code(const Assembly *as, TlCode *code) {
    TlAlloc *alloc = as->em->alloc;
    uint32_t entries = write_table(as, NULL);
    code->instr_count = as->words;
    code->instrs = tl_alloc(alloc, sizeof *code->instrs * as->words);
    code->positions = tl_alloc(alloc, sizeof *code->positions * as->words);
    if (entries > 0) {
        code->exc_count = entries;
        code->exc_table =
            tl_alloc_zero(alloc, sizeof *code->exc_table * entries);
    }
    if (as->caches > 0) {
        code->cache_count = as->caches;
        code->caches = tl_alloc_zero(alloc, sizeof *code->caches * as->caches);
    }
    if (code->instrs == NULL || code->positions == NULL ||
        (entries > 0 && code->exc_table == NULL) ||
        (as->caches > 0 && code->caches == NULL)) {
        return false; // tl_free() takes NULL with any size
    }
    write_code(as, code);
    write_table(as, code->exc_table);
    code->stack_size = as->max_depth;
    return true;
}

TlEmitStatus tl_emit_finish(TlEmitter *em, TlCode *code) {
    if (em->failed) {
        return TL_EMIT_MEMORY;
    }
    size_t count = (size_t)em->instr_count;
    if (count > TL_OPERAND_MAX / 2) {
        return TL_EMIT_TOO_LARGE; // every one may have a cache word
    }
    size_t size = sizeof(int32_t) * (3 * count + 1);
    int32_t *memory = tl_alloc(em->alloc, size);
    if (memory == NULL) {
        return TL_EMIT_MEMORY;
    }
    Assembly as = {.em = em,
                   .depths = memory,
                   .places = memory + count,
                   .work = memory + 2 * count + 1};
    shorten_jumps(em);
    compute_depths(&as);
    assign_places(&as);
    TlEmitStatus status = TL_EMIT_OK;
    if (as.max_depth > UINT16_MAX) {
        status = TL_EMIT_TOO_LARGE;
    } else if (!fill_code(&as, code)) {
        status = TL_EMIT_MEMORY;
    }
    tl_free(em->alloc, memory, size);
    return status;
}
