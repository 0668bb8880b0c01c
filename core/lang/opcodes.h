// opcodes.h — the instruction set.
// SPDX-License-Identifier: MIT
//
// An instruction is one 32-bit word: opcode in the low 8 bits, operand above.
// OP(NAME, OPERAND, EFFECT, "stack before -> after"): the operand's kind drives
// the disassembler; EFFECT is the change of stack depth (TL_VAR: see
// tl_stack_effect() in code.c). Instructions marked CACHED are followed by one
// word holding the index of their inline cache in the code object.
//
// Unless said here, an instruction means what CPython 3.11's of that name
// does. Differences: jumps are absolute instruction indexes; a call leaves
// [callable, self-or-NO_VALUE, args...] as CPython 3.12 does; JUMP_BACK is the
// only backward jump and the place where the step budget is looked at.
#ifndef TL_LANG_OPCODES_H
#define TL_LANG_OPCODES_H

#define TL_VAR 99

// clang-format off
#define TL_OPCODES(OP) \
  /* stack */ \
  OP(NOP,              NONE,   0, " -> ") \
  OP(POP_TOP,          NONE,  -1, "a -> ") \
  OP(COPY,             NUM,    1, "x ... -> x ... x: pushes the operand-th item from the top (1 = top)") \
  OP(SWAP,             NUM,    0, "exchanges the top with the operand-th item") \
  OP(PUSH_NULL,        NONE,   1, " -> NO_VALUE") \
  OP(LOAD_CONST,       CONST,  1, " -> c") \
  /* names */ \
  OP(LOAD_FAST,        LOCAL,  1, " -> v: UnboundLocalError when unset") \
  OP(STORE_FAST,       LOCAL, -1, "v -> ") \
  OP(DELETE_FAST,      LOCAL,  0, " -> ") \
  OP(LOAD_CLOSURE,     LOCAL,  1, " -> cell: the cell itself, for MAKE_FUNCTION") \
  OP(LOAD_DEREF,       LOCAL,  1, " -> v") \
  OP(STORE_DEREF,      LOCAL, -1, "v -> ") \
  OP(DELETE_DEREF,     LOCAL,  0, " -> ") \
  OP(LOAD_CLASSDEREF,  LOCAL,  1, " -> v: class namespace first, then the cell") \
  OP(MAKE_CELL,        LOCAL,  0, "wraps the local (often an argument) in a new cell") \
  OP(LOAD_NAME,        NAME,   1, " -> v: locals mapping, globals, builtins") \
  OP(STORE_NAME,       NAME,  -1, "v -> ") \
  OP(DELETE_NAME,      NAME,   0, " -> ") \
  OP(LOAD_GLOBAL,      NAME,   1, " -> v  CACHED") \
  OP(STORE_GLOBAL,     NAME,  -1, "v -> ") \
  OP(DELETE_GLOBAL,    NAME,   0, " -> ") \
  /* attributes and items */ \
  OP(LOAD_ATTR,        NAME,   0, "obj -> v  CACHED") \
  OP(STORE_ATTR,       NAME,  -2, "v obj ->   CACHED") \
  OP(DELETE_ATTR,      NAME,  -1, "obj -> ") \
  OP(LOAD_METHOD,      NAME,   1, "obj -> func obj | bound NO_VALUE  CACHED") \
  OP(BINARY_SUBSCR,    NONE,  -1, "obj key -> v") \
  OP(STORE_SUBSCR,     NONE,  -3, "v obj key -> ") \
  OP(DELETE_SUBSCR,    NONE,  -2, "obj key -> ") \
  OP(BUILD_SLICE,      NUM,  TL_VAR, "start stop [step] -> slice; operand 2 or 3") \
  /* operators */ \
  OP(BINARY_OP,        BINOP, -1, "a b -> r: operand TlBinaryOp, + TL_INPLACE_FLAG for augmented") \
  OP(COMPARE_OP,       CMPOP, -1, "a b -> r: operand TlCompareOp") \
  OP(IS_OP,            NUM,   -1, "a b -> bool: 1 = is not") \
  OP(CONTAINS_OP,      NUM,   -1, "a b -> bool: a in b; 1 = not in") \
  OP(UNARY_NEGATIVE,   NONE,   0, "a -> r") \
  OP(UNARY_POSITIVE,   NONE,   0, "a -> r") \
  OP(UNARY_INVERT,     NONE,   0, "a -> r") \
  OP(UNARY_NOT,        NONE,   0, "a -> bool") \
  /* building */ \
  OP(BUILD_TUPLE,      NUM,  TL_VAR, "n items -> tuple") \
  OP(BUILD_LIST,       NUM,  TL_VAR, "n items -> list") \
  OP(BUILD_SET,        NUM,  TL_VAR, "n items -> set") \
  OP(BUILD_MAP,        NUM,  TL_VAR, "n key-value pairs -> dict") \
  OP(BUILD_STRING,     NUM,  TL_VAR, "n str -> str") \
  OP(FORMAT_VALUE,     NUM,  TL_VAR, "v [spec] -> str: bits 0-1 conversion (0 none 1 str 2 repr 3 ascii), bit 2 has spec") \
  OP(LIST_APPEND,      NUM,   -1, "v -> : to the list operand places below") \
  OP(SET_ADD,          NUM,   -1, "v -> ") \
  OP(MAP_ADD,          NUM,   -2, "k v -> ") \
  OP(LIST_EXTEND,      NUM,   -1, "iterable -> ") \
  OP(SET_UPDATE,       NUM,   -1, "iterable -> ") \
  OP(DICT_UPDATE,      NUM,   -1, "mapping -> : {**m}") \
  OP(DICT_MERGE,       NUM,   -1, "mapping -> : f(**m), duplicates raise; callable is found below for the message") \
  OP(LIST_TO_TUPLE,    NONE,   0, "list -> tuple") \
  OP(UNPACK_SEQUENCE,  NUM,  TL_VAR, "seq -> item_n ... item_1") \
  OP(UNPACK_EX,        NUM,  TL_VAR, "seq -> after... rest before...: low 8 bits before the star, above after") \
  /* jumps */ \
  OP(JUMP,             JUMP,   0, "") \
  OP(JUMP_BACK,        JUMP,   0, "backward, counts a step") \
  OP(POP_JUMP_IF_FALSE,JUMP,  -1, "a -> ") \
  OP(POP_JUMP_IF_TRUE, JUMP,  -1, "a -> ") \
  OP(POP_JUMP_IF_NONE, JUMP,  -1, "a -> ") \
  OP(POP_JUMP_IF_NOT_NONE, JUMP, -1, "a -> ") \
  OP(JUMP_IF_FALSE_OR_POP, JUMP, -1, "a -> a (jumping) | (falling through)") \
  OP(JUMP_IF_TRUE_OR_POP,  JUMP, -1, "a -> a (jumping) | (falling through)") \
  /* iteration */ \
  OP(GET_ITER,         NONE,   0, "obj -> iterator") \
  OP(FOR_ITER,         JUMP,   1, "it -> it v | (exhausted, jumping: it is popped)") \
  OP(GET_YIELD_FROM_ITER, NONE, 0, "obj -> iterator: coroutines only inside coroutines") \
  /* calls and functions */ \
  OP(CALL,             NUM,  TL_VAR, "callable self|NO_VALUE args[n] -> r") \
  OP(CALL_KW,          NUM,  TL_VAR, "callable self|NO_VALUE args[n] kwnames -> r: n counts the keyword values") \
  OP(CALL_EX,          NUM,  TL_VAR, "callable NO_VALUE tuple [dict] -> r: operand 1 = has dict") \
  OP(MAKE_FUNCTION,    NUM,  TL_VAR, "[defaults 1] [kwdefaults 2] [annotations 4, flat tuple name value ...] [closure 8] code -> function") \
  OP(LOAD_BUILD_CLASS, NONE,   1, " -> __build_class__") \
  OP(RETURN_VALUE,     NONE,  -1, "v -> (leaves the frame)") \
  OP(SETUP_ANNOTATIONS,NONE,   0, "makes __annotations__ in the namespace if absent") \
  /* generators and coroutines */ \
  OP(RETURN_GENERATOR, NONE,   0, "first instruction of one: the call returns the generator object; resuming starts behind it with the sent value pushed (POP_TOP follows)") \
  OP(YIELD_VALUE,      NONE,   0, "v -> sent value") \
  OP(SEND,             JUMP,   0, "it v -> it yielded | (finished, jumping: result with it popped, so depth is one less at the target)") \
  OP(GET_AWAITABLE,    NUM,    0, "obj -> iterator: 0 await, 1 __aenter__, 2 __aexit__ (for the message)") \
  OP(GET_AITER,        NONE,   0, "obj -> asynchronous iterator") \
  OP(GET_ANEXT,        NONE,   1, "ait -> ait awaitable") \
  OP(END_ASYNC_FOR,    NONE,  -2, "ait exc -> : StopAsyncIteration ends the loop, others reraise") \
  OP(ASYNC_GEN_WRAP,   NONE,   0, "v -> wrapped: before YIELD_VALUE in an asynchronous generator") \
  /* with */ \
  OP(BEFORE_WITH,      NONE,   1, "mgr -> exit entered: looks up both, calls __enter__") \
  OP(BEFORE_ASYNC_WITH,NONE,   1, "mgr -> aexit awaitable") \
  OP(WITH_EXCEPT_START,NONE,   1, "exit lasti prev exc -> exit lasti prev exc result: calls exit(type, exc, tb)") \
  /* exceptions: a handler is entered with depth cut to the table's, then [lasti int] if the entry says so, then the exception */ \
  OP(PUSH_EXC_INFO,    NONE,   1, "exc -> prev exc: exc becomes the handled one") \
  OP(POP_EXCEPT,       NONE,  -1, "prev -> : prev becomes the handled one again") \
  OP(CHECK_EXC_MATCH,  NONE,   0, "exc type -> exc bool") \
  OP(CHECK_EG_MATCH,   NONE,   0, "exc type -> rest match|None") \
  OP(PREP_RERAISE_STAR,NONE,  -1, "orig list -> exc|None") \
  OP(RERAISE,          NUM,   -1, "exc -> : operand > 0: lasti is operand places below, for the traceback line") \
  OP(RAISE_VARARGS,    NUM,  TL_VAR, "[exc [cause]] -> ") \
  OP(LOAD_ASSERTION_ERROR, NONE, 1, " -> AssertionError") \
  /* import */ \
  OP(IMPORT_NAME,      NAME,  -1, "level fromlist -> module") \
  OP(IMPORT_FROM,      NAME,   1, "module -> module attr") \
  OP(IMPORT_STAR,      NONE,  -1, "module -> ") \
  /* match */ \
  OP(MATCH_CLASS,      NUM,   -2, "subject type names -> attrs-tuple | None: operand positional patterns") \
  OP(MATCH_MAPPING,    NONE,   1, "subject -> subject bool") \
  OP(MATCH_SEQUENCE,   NONE,   1, "subject -> subject bool") \
  OP(MATCH_KEYS,       NONE,   1, "subject keys -> subject keys values-tuple|None") \
  OP(GET_LEN,          NONE,   1, "obj -> obj len") \
  /* trace */ \
  OP(TRACE_LINE,       NONE,   0, "start of a statement; only emitted for runs traced at level lines")
// clang-format on

#define TL_INPLACE_FLAG 32

typedef enum TlOpcode {
#define OP(name, operand, effect, doc) TL_OP_##name,
    TL_OPCODES(OP)
#undef OP
        TL_OP_COUNT
} TlOpcode;

#define TL_INSTR(op, arg) ((uint32_t)(op) | ((uint32_t)(arg) << 8))
#define TL_INSTR_OP(word) ((TlOpcode)((word) & 0xff))
#define TL_INSTR_ARG(word) ((word) >> 8)

#endif
