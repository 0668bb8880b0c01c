// emit.c — appending instructions.
// SPDX-License-Identifier: MIT
//
// What becomes of them is in assemble.c.
#include "lang/emit_impl.h"

#include "base/check.h"

#include <string.h>

void tl_emit_init(TlEmitter *em, TlAlloc *alloc, int first_line) {
    memset(em, 0, sizeof *em);
    em->alloc = alloc;
    em->handler = -1;
    em->first_line = first_line;
    em->pos = (TlCodePos){first_line, first_line, 0, 0};
}

void tl_emit_deinit(TlEmitter *em) {
    tl_free(em->alloc, em->instrs, sizeof *em->instrs * (size_t)em->instr_cap);
    tl_free(em->alloc, em->labels, sizeof *em->labels * (size_t)em->label_cap);
    tl_free(em->alloc, em->handlers,
            sizeof *em->handlers * (size_t)em->handler_cap);
    memset(em, 0, sizeof *em);
}

// Makes room for one item more in an array; false: refused, and sticky.
static bool reserve(TlEmitter *em, void *array, int count, int *cap,
                    size_t item) {
    if (em->failed) {
        return false;
    }
    if (count < *cap) {
        return true;
    }
    void *old;
    memcpy(&old, array, sizeof old); // the array's type is the caller's
    int new_cap = *cap == 0 ? 32 : *cap * 2;
    void *grown =
        tl_realloc(em->alloc, old, item * (size_t)*cap, item * (size_t)new_cap);
    if (grown == NULL) {
        em->failed = true;
        return false;
    }
    memcpy(array, &grown, sizeof grown);
    *cap = new_cap;
    return true;
}

void tl_emit_at(TlEmitter *em, TlPos pos) {
    em->pos = (TlCodePos){pos.line, pos.end_line, pos.col, pos.end_col};
}

void tl_emit_nowhere(TlEmitter *em) {
    em->pos.line = -1;
}

static void append(TlEmitter *em, int op, uint32_t arg) {
    if (em->instr_count > (int)TL_OPERAND_MAX ||
        !reserve(em, &em->instrs, em->instr_count, &em->instr_cap,
                 sizeof *em->instrs)) {
        return; // too much code: tl_emit_finish() says so
    }
    TlCodePos pos = em->pos;
    if (pos.line < 0) {
        pos = em->instr_count > 0
                  ? em->instrs[em->instr_count - 1].pos
                  : (TlCodePos){em->first_line, em->first_line, 0, 0};
    }
    em->instrs[em->instr_count++] =
        (TlInstr){(uint8_t)op, arg, em->handler, pos};
}

void tl_emit(TlEmitter *em, TlOpcode op, uint32_t arg) {
    append(em, (int)op, arg);
}

int tl_label_new(TlEmitter *em) {
    if (!reserve(em, &em->labels, em->label_count, &em->label_cap,
                 sizeof *em->labels)) {
        return 0;
    }
    em->labels[em->label_count] = -1;
    return em->label_count++;
}

void tl_label_bind(TlEmitter *em, int label) {
    if (!em->failed) {
        TL_ASSERT(em->labels[label] < 0, "a label is bound once");
        em->labels[label] = em->instr_count;
    }
}

void tl_emit_jump(TlEmitter *em, TlOpcode op, int label) {
    if (em->failed) {
        return;
    }
    if (em->labels[label] >= 0) {
        TL_ASSERT(op == TL_OP_JUMP, "only plain jumps go backward");
        op = TL_OP_JUMP_BACK;
    }
    append(em, (int)op, (uint32_t)label);
}

void tl_handler_push(TlEmitter *em, TlHandlerKind kind, int label) {
    if (!reserve(em, &em->handlers, em->handler_count, &em->handler_cap,
                 sizeof *em->handlers)) {
        return;
    }
    append(em, TL_MARK_SETUP, (uint32_t)em->handler_count);
    em->handlers[em->handler_count] = (TlHandler){label, em->handler, kind, -1};
    em->handler = em->handler_count++;
}

void tl_handler_pop(TlEmitter *em) {
    if (!em->failed) {
        TL_ASSERT(em->handler >= 0, "a handler is open");
        em->handler = em->handlers[em->handler].parent;
    }
}

void tl_emit_map_cells(TlEmitter *em, const int *map) {
    for (int i = 0; i < em->instr_count; i++) {
        TlInstr *in = &em->instrs[i];
        switch (in->op) {
        case TL_OP_MAKE_CELL:
        case TL_OP_LOAD_CLOSURE:
        case TL_OP_LOAD_DEREF:
        case TL_OP_STORE_DEREF:
        case TL_OP_DELETE_DEREF:
        case TL_OP_LOAD_CLASSDEREF: in->arg = (uint32_t)map[in->arg]; break;
        default: break;
        }
    }
}
