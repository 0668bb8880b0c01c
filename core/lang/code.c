// code.c — the type of code objects and what can be asked about code.
// SPDX-License-Identifier: MIT
//
// Knows the layout of TlCode and what an instruction does to the stack. How
// code is made is the compiler's business (emit.c), how it runs the VM's.
#include "lang/code.h"

#include "base/check.h"
#include "lang/opcodes.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"
#include "object/type_spec.h"

#include <stdio.h>

static void code_free(TlRuntime *rt, TlObject *self) {
    TlCode *code = (TlCode *)self;
    TlAlloc *a = &rt->alloc;
    tl_free(a, code->instrs, sizeof *code->instrs * code->instr_count);
    tl_free(a, code->positions, sizeof *code->positions * code->instr_count);
    tl_free(a, code->exc_table, sizeof *code->exc_table * code->exc_count);
    tl_free(a, code->caches, sizeof *code->caches * code->cache_count);
    tl_free(a, code->local_kinds, (size_t)code->nlocals);
    tl_release(rt, code->name);
    tl_release(rt, code->qualname);
    tl_release(rt, code->filename);
    tl_release(rt, code->consts);
    tl_release(rt, code->names);
    tl_release(rt, code->local_names);
    tl_decref(rt, code->docstring);
    tl_object_free(rt, self);
}

static TlValue code_repr(TlRuntime *rt, TlRef self) {
    const TlCode *code = (const TlCode *)tl_as_obj(self);
    char address[32];
    snprintf(address, sizeof address, "%p", (const void *)code);
    return tl_str_fmt(rt, "<code object %U at %s, file \"%U\", line %d>",
                      code->name, address, code->filename, code->first_line);
}

// --- Attributes -------------------------------------------------------------

enum { INT_ARGCOUNT, INT_POSONLY, INT_KWONLY, INT_STACK, INT_FLAGS, INT_LINE };
enum { OBJ_NAME, OBJ_QUALNAME, OBJ_FILENAME, OBJ_CONSTS, OBJ_NAMES };
enum { LOCALS_VARNAMES, LOCALS_CELLS, LOCALS_FREE };

static const uint8_t selectors[] = {0, 1, 2, 3, 4, 5};
#define SELECT(n) ((void *)&selectors[n])

static int selected(void *closure) {
    return *(const uint8_t *)closure;
}

static TlValue get_int(TlRuntime *rt, TlRef self, void *closure) {
    const TlCode *code = (const TlCode *)tl_as_obj(self);
    switch (selected(closure)) {
    case INT_ARGCOUNT: return tl_small_int(code->argcount);
    case INT_POSONLY: return tl_small_int(code->posonlyargcount);
    case INT_KWONLY: return tl_small_int(code->kwonlyargcount);
    case INT_STACK: return tl_small_int(code->stack_size);
    case INT_FLAGS: return tl_small_int(code->flags & ~TL_CODE_INTERNAL);
    default: return tl_small_int(code->first_line);
    }
}

static TlValue get_object(TlRuntime *rt, TlRef self, void *closure) {
    const TlCode *code = (const TlCode *)tl_as_obj(self);
    switch (selected(closure)) {
    case OBJ_NAME: return tl_incref(tl_from_obj(code->name));
    case OBJ_QUALNAME: return tl_incref(tl_from_obj(code->qualname));
    case OBJ_FILENAME: return tl_incref(tl_from_obj(code->filename));
    case OBJ_CONSTS: return tl_incref(tl_from_obj(code->consts));
    default: return tl_incref(tl_from_obj(code->names));
    }
}

// Whether slot [i] belongs to co_varnames, co_cellvars or co_freevars. A
// captured parameter is in the first two.
static bool slot_is(const TlCode *code, int i, int which) {
    int kind = code->local_kinds[i];
    if (which == LOCALS_FREE) {
        return kind == TL_LOCAL_FREE;
    }
    if (which == LOCALS_CELLS) {
        return kind == TL_LOCAL_CELL;
    }
    int params = code->argcount + code->kwonlyargcount +
                 ((code->flags & TL_CODE_VARARGS) != 0) +
                 ((code->flags & TL_CODE_VARKEYWORDS) != 0);
    return kind == TL_LOCAL_PLAIN || i < params;
}

static int count_slots(const TlCode *code, int which) {
    int n = 0;
    for (int i = 0; i < code->nlocals; i++) {
        n += slot_is(code, i, which);
    }
    return n;
}

static TlValue get_locals(TlRuntime *rt, TlRef self, void *closure) {
    const TlCode *code = (const TlCode *)tl_as_obj(self);
    int which = selected(closure);
    TlTuple *names = tl_tuple_new(rt, count_slots(code, which));
    if (names == NULL) {
        return TL_NO_VALUE;
    }
    int n = 0;
    for (int i = 0; i < code->nlocals; i++) {
        if (slot_is(code, i, which)) {
            names->items[n++] = tl_incref(code->local_names->items[i]);
        }
    }
    return tl_from_obj(names);
}

static TlValue get_nlocals(TlRuntime *rt, TlRef self, void *closure) {
    const TlCode *code = (const TlCode *)tl_as_obj(self);
    return tl_small_int(count_slots(code, LOCALS_VARNAMES));
}

static const TlGetSetDef code_getsets[] = {
    {"co_argcount", get_int, NULL, SELECT(INT_ARGCOUNT)},
    {"co_posonlyargcount", get_int, NULL, SELECT(INT_POSONLY)},
    {"co_kwonlyargcount", get_int, NULL, SELECT(INT_KWONLY)},
    {"co_stacksize", get_int, NULL, SELECT(INT_STACK)},
    {"co_flags", get_int, NULL, SELECT(INT_FLAGS)},
    {"co_firstlineno", get_int, NULL, SELECT(INT_LINE)},
    {"co_name", get_object, NULL, SELECT(OBJ_NAME)},
    {"co_qualname", get_object, NULL, SELECT(OBJ_QUALNAME)},
    {"co_filename", get_object, NULL, SELECT(OBJ_FILENAME)},
    {"co_consts", get_object, NULL, SELECT(OBJ_CONSTS)},
    {"co_names", get_object, NULL, SELECT(OBJ_NAMES)},
    {"co_varnames", get_locals, NULL, SELECT(LOCALS_VARNAMES)},
    {"co_cellvars", get_locals, NULL, SELECT(LOCALS_CELLS)},
    {"co_freevars", get_locals, NULL, SELECT(LOCALS_FREE)},
    {"co_nlocals", get_nlocals, NULL, NULL},
    {0}};

static const TlSlots code_slots = {.free = code_free, .repr = code_repr};

static const TlTypeSpec code_spec = {
    .name = "code",
    .doc = "What a piece of Python source was compiled to.",
    .size = sizeof(TlCode),
    .flags = TL_TYPE_ABSTRACT,
    .slots = &code_slots,
    .getsets = code_getsets,
};

TlStatus tl_lang_init(TlRuntime *rt) {
    rt->code_type = tl_type_from_spec(rt, &code_spec, rt->types.object);
    return rt->code_type != NULL ? TL_OK : TL_RAISED;
}

void tl_lang_deinit(TlRuntime *rt) {
    TL_CLEAR_PTR(rt, rt->code_type);
}

bool tl_is_code(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->code_type;
}

TlCode *tl_code_new(TlRuntime *rt) {
    TlCode *code = tl_object_new(rt, rt->code_type);
    if (code != NULL) {
        code->docstring = TL_NONE;
    }
    return code;
}

// --- What code means --------------------------------------------------------

// The entries are disjoint and sorted by where they begin.
const TlExcEntry *tl_code_handler(const TlCode *code, uint32_t instr) {
    uint32_t low = 0;
    uint32_t high = code->exc_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        const TlExcEntry *entry = &code->exc_table[mid];
        if (instr < entry->start) {
            high = mid;
        } else if (instr >= entry->end) {
            low = mid + 1;
        } else {
            return entry;
        }
    }
    return NULL;
}

static int count_bits(uint32_t bits) {
    int n = 0;
    for (; bits != 0; bits &= bits - 1) {
        n++;
    }
    return n;
}

// Effect of the instructions whose table entry says TL_VAR.
static int variable_effect(TlOpcode op, uint32_t arg) {
    int n = (int)arg;
    switch (op) {
    case TL_OP_BUILD_SLICE:
    case TL_OP_BUILD_TUPLE:
    case TL_OP_BUILD_LIST:
    case TL_OP_BUILD_SET:
    case TL_OP_BUILD_STRING: return 1 - n;
    case TL_OP_BUILD_MAP: return 1 - 2 * n;
    case TL_OP_FORMAT_VALUE: return (n & 4) != 0 ? -1 : 0;
    case TL_OP_UNPACK_SEQUENCE: return n - 1;
    case TL_OP_UNPACK_EX: return (n & 0xff) + (n >> 8);
    case TL_OP_CALL: return -1 - n;
    case TL_OP_CALL_KW: return -2 - n;
    case TL_OP_CALL_EX: return -2 - (n & 1);
    case TL_OP_MAKE_FUNCTION: return -count_bits(arg & 15);
    case TL_OP_RAISE_VARARGS: return -n;
    default: TL_UNREACHABLE("every instruction has an effect"); return 0;
    }
}

int tl_stack_effect(uint32_t instr, bool jump) {
    static const int8_t effects[] = {
#define OP(name, operand, effect, doc) effect,
        TL_OPCODES(OP)
#undef OP
    };
    TlOpcode op = TL_INSTR_OP(instr);
    switch (op) {
    case TL_OP_JUMP_IF_FALSE_OR_POP:
    case TL_OP_JUMP_IF_TRUE_OR_POP: return jump ? 0 : -1;
    case TL_OP_FOR_ITER: return jump ? -1 : 1;
    case TL_OP_SEND: return jump ? -1 : 0;
    case TL_OP_RETURN_GENERATOR:
        return 1; // the value sent first lies there when it goes on
    default:
        return effects[op] != TL_VAR ? effects[op]
                                     : variable_effect(op, TL_INSTR_ARG(instr));
    }
}
