// object.h — object header, reference counts, the type table and its slots.
// SPDX-License-Identifier: MIT
//
// A type is an object (TlType) whose slots say how its instances behave, as
// CPython's tp_* and nb_* slots do. Slots are inherited when a type is made
// ready; a class written in Python has slots that look up the special method
// (class.c, slots.c), and a built-in type's slots are visible to Python as
// special methods, so `super().__init__` and `int.__add__` exist.
//
// Counting is exact: an object dies at the decref that CPython would let it
// die at. The cycle collector (cycle.c) frees what counting cannot.
#ifndef TL_OBJECT_OBJECT_H
#define TL_OBJECT_OBJECT_H

#include <stddef.h>

#include "object/value.h"

typedef struct TlStr TlStr;
typedef struct TlDict TlDict;
typedef struct TlTuple TlTuple;
typedef struct TlList TlList;

typedef enum TlStatus { TL_OK = 0, TL_RAISED = -1 } TlStatus;

struct TlObject {
    uint32_t refs;
    uint32_t bits;  // TL_OB_* flags and the collector's colour
    TlType *type;   // counted
};

// In front of every object whose type has TL_TYPE_GC.
typedef struct TlGcHead {
    struct TlGcHead *prev, *next;  // NULL while untracked
} TlGcHead;

enum {
    TL_OB_TRACKED = 1u << 0,    // in the collector's list
    TL_OB_FINALIZED = 1u << 1,  // __del__ has run
    TL_OB_WEAKREFED = 1u << 2,  // has entries in rt->weakrefs
    TL_OB_WHITE = 1u << 3,      // collector: not known to be reachable
    TL_OB_NUMBER_SHIFT = 8      // bits 8..: tl_object_number(), 0 = none yet
};

// ---- slot signatures. Unless said otherwise: parameters borrowed, result
// owned, TL_NO_VALUE or TL_RAISED or -1 = raised.

typedef enum TlCompareOp { TL_LT, TL_LE, TL_EQ, TL_NE, TL_GT, TL_GE } TlCompareOp;

// The order is CPython's NB_* order of BINARY_OP.
typedef enum TlBinaryOp {
    TL_BIN_ADD, TL_BIN_AND, TL_BIN_FLOORDIV, TL_BIN_LSHIFT, TL_BIN_MATMUL,
    TL_BIN_MUL, TL_BIN_MOD, TL_BIN_OR, TL_BIN_POW, TL_BIN_RSHIFT, TL_BIN_SUB,
    TL_BIN_TRUEDIV, TL_BIN_XOR, TL_BIN_DIVMOD,
    TL_BIN_COUNT
} TlBinaryOp;

typedef enum TlSendStatus {
    TL_SEND_ERROR,     // raised
    TL_SEND_NEXT,      // yielded *result
    TL_SEND_RETURN,    // finished with *result
    TL_SEND_SUSPENDED  // not finished: send TL_NO_VALUE again later. Reason in
                       // rt->wait (budget spent, or wait until a deadline)
} TlSendStatus;

typedef void (*TlVisit)(TlObject *child, void *arg);

// Calls: positional arguments, then the values of the keywords whose names
// are in [kwnames] (a tuple of str, or NULL).
typedef TlValue (*TlCallFn)(TlRuntime *rt, TlRef callee, const TlRef *args,
                            int nargs, TlTuple *kwnames);
typedef TlValue (*TlNewFn)(TlRuntime *rt, TlType *type, const TlRef *args,
                           int nargs, TlTuple *kwnames);
typedef TlStatus (*TlInitFn)(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames);
typedef TlValue (*TlUnaryFn)(TlRuntime *rt, TlRef self);
typedef TlValue (*TlBinaryFn)(TlRuntime *rt, TlRef a, TlRef b);
typedef TlValue (*TlTernaryFn)(TlRuntime *rt, TlRef a, TlRef b, TlRef c);

typedef struct TlSlots {
    // Memory. free releases what the object owns and its memory; it runs when
    // the count is 0 (finalize ran before). clear breaks cycles only.
    void (*free)(TlRuntime *rt, TlObject *self);
    void (*traverse)(TlObject *self, TlVisit visit, void *arg);
    void (*clear)(TlRuntime *rt, TlObject *self);
    void (*finalize)(TlRuntime *rt, TlRef self);  // may resurrect; keeps errors
    // Text, identity, truth.
    TlUnaryFn repr, str;
    TlStatus (*hash)(TlRuntime *rt, TlRef self, int64_t *hash);
    // May return TL_NOT_IMPLEMENTED.
    TlValue (*compare)(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op);
    int (*truth)(TlRuntime *rt, TlRef self);  // 1, 0, -1
    // Attributes. value TL_NO_VALUE deletes.
    TlValue (*getattr)(TlRuntime *rt, TlRef self, TlStr *name);
    TlStatus (*setattr)(TlRuntime *rt, TlRef self, TlStr *name, TlRef value);
    // Descriptors. obj TL_NO_VALUE = looked up on the class.
    TlValue (*descr_get)(TlRuntime *rt, TlRef descr, TlRef obj, TlType *type);
    TlStatus (*descr_set)(TlRuntime *rt, TlRef descr, TlRef obj, TlRef value);
    // Calling and construction.
    TlCallFn call;
    TlNewFn new_;
    TlInitFn init;
    // Iteration. next: TL_NO_VALUE without an exception = exhausted.
    TlUnaryFn iter, next;
    TlUnaryFn await, aiter, anext;
    TlSendStatus (*send)(TlRuntime *rt, TlRef self, TlRef value,
                         TlValue *result);
    // Containers. len -1 = raised; contains 1, 0, -1; value TL_NO_VALUE in
    // setitem deletes. sequence types get an index that is already an int64
    // through getitem as well: they resolve ints and slices themselves.
    int64_t (*len)(TlRuntime *rt, TlRef self);
    TlValue (*getitem)(TlRuntime *rt, TlRef self, TlRef key);
    TlStatus (*setitem)(TlRuntime *rt, TlRef self, TlRef key, TlRef value);
    int (*contains)(TlRuntime *rt, TlRef self, TlRef item);
    // Numbers. A binary slot gets its operands in source order and may return
    // TL_NOT_IMPLEMENTED; self may be either side, as in CPython.
    TlBinaryFn binary[TL_BIN_COUNT];
    TlBinaryFn inplace[TL_BIN_COUNT];
    TlTernaryFn pow3;
    TlUnaryFn neg, pos, abs, invert;
    TlUnaryFn to_int, to_float, index;
} TlSlots;

enum {
    TL_TYPE_GC = 1u << 0,         // instances have a TlGcHead
    TL_TYPE_BASE = 1u << 1,       // may be subclassed
    TL_TYPE_HEAP = 1u << 2,       // made by a class statement or type()
    TL_TYPE_DICT = 1u << 3,       // instances have a __dict__ (dict_offset)
    TL_TYPE_ABSTRACT = 1u << 4,   // no public constructor
    TL_TYPE_SEQUENCE = 1u << 5,   // matches sequence patterns
    TL_TYPE_MAPPING = 1u << 6,    // matches mapping patterns
    TL_TYPE_READY = 1u << 7,
    // Fast subclass tests: instance of (a subclass of) a built-in.
    TL_TYPE_IS_INT = 1u << 8, TL_TYPE_IS_STR = 1u << 9,
    TL_TYPE_IS_LIST = 1u << 10, TL_TYPE_IS_TUPLE = 1u << 11,
    TL_TYPE_IS_DICT = 1u << 12, TL_TYPE_IS_BYTES = 1u << 13,
    TL_TYPE_IS_TYPE = 1u << 14, TL_TYPE_IS_EXC = 1u << 15,
    TL_TYPE_IS_SET = 1u << 16, TL_TYPE_IS_FLOAT = 1u << 17,
    TL_TYPE_WEAKREF = 1u << 18,    // instances of a class take weak references
    TL_TYPE_HAS_ABSTRACT = 1u << 19  // __abstractmethods__ is not empty
};

struct TlType {
    TlObject ob;
    const char *name;        // as messages name it; owned by name_obj or static
    TlStr *name_obj;         // counted, as all below unless said
    TlStr *qualname;
    TlType *base;
    TlTuple *bases, *mro;
    TlDict *dict;
    TlType **subclasses;     // borrowed, weak
    size_t subclass_count, subclass_cap;
    size_t basic_size;       // bytes of an instance, without the TlGcHead
    // Offsets of what a class adds are counted from the object. Where the
    // base is of variable size (int, str, tuple, bytes) they are negative as
    // ptrdiff_t: those fields stand in front of the header. Most readers want
    // tl_instance_dict().
    ptrdiff_t dict_offset;   // of a TlDict* field, 0 = none
    ptrdiff_t slots_offset;  // of the first __slots__ value, 0 = none
    uint32_t nslots;         // number of __slots__ values of this class
    uint32_t prefix_size;    // bytes of such fields in front of the object
    uint32_t flags;
    uint32_t version;        // changes whenever lookups may give another
                             // answer; what inline caches compare
    TlSlots slots;
};

// ---- references

static inline TlValue tl_incref(TlRef v)
{
    if (tl_is_obj(v)) {
        tl_as_obj(v)->refs++;
    }
    return v;
}

// The last reference is gone: finalize, then free. (object.c)
void tl_object_dead(TlRuntime *rt, TlObject *obj);

static inline void tl_decref(TlRuntime *rt, TlValue v)
{
    if (tl_is_obj(v)) {
        TlObject *obj = tl_as_obj(v);
        if (--obj->refs == 0) {
            tl_object_dead(rt, obj);
        }
    }
}

// For typed pointers: [p] is any struct that begins with a TlObject, or NULL.
static inline void *tl_retain(void *p)
{
    if (p != NULL) {
        ((TlObject *)p)->refs++;
    }
    return p;
}

static inline void tl_release(TlRuntime *rt, void *p)
{
    if (p != NULL && --((TlObject *)p)->refs == 0) {
        tl_object_dead(rt, (TlObject *)p);
    }
}

// Moves the field out before dropping it, since user code may run.
static inline void tl_clear(TlRuntime *rt, TlValue *field)
{
    TlValue old = *field;
    *field = TL_NO_VALUE;
    tl_decref(rt, old);
}

#define TL_CLEAR_PTR(rt, field)      \
    do {                             \
        void *tl_old_ = (field);     \
        (field) = NULL;              \
        tl_release((rt), tl_old_);   \
    } while (0)

static inline void tl_visit(TlRef v, TlVisit visit, void *arg)
{
    if (tl_is_obj(v)) {
        visit(tl_as_obj(v), arg);
    }
}

static inline void tl_visit_ptr(void *p, TlVisit visit, void *arg)
{
    if (p != NULL) {
        visit((TlObject *)p, arg);
    }
}

// ---- allocation

// A new instance of [type] with one reference, zeroed after the header, type
// counted; GC types are tracked at once unless _untracked. NULL = MemoryError
// raised. [size] >= basic_size for variable-sized objects; free with the same.
void *tl_object_new(TlRuntime *rt, TlType *type);
void *tl_object_new_sized(TlRuntime *rt, TlType *type, size_t size);
// Untracks, releases the memory and drops the reference to the type.
void tl_object_free(TlRuntime *rt, TlObject *obj);
void tl_object_free_sized(TlRuntime *rt, TlObject *obj, size_t size);
void tl_gc_track(TlRuntime *rt, TlObject *obj);
void tl_gc_untrack(TlRuntime *rt, TlObject *obj);
// Collects cycles; returns how many unreachable objects were found. Runs user
// code (__del__, weakref callbacks). Tracking never collects by itself: it
// makes the tick expire, and tl_tick_slow() collects. (cycle.c)
size_t tl_gc_collect(TlRuntime *rt);
// Deep deallocation never recurses past a bound: free functions of containers
// need no care, tl_object_dead() defers when nested too deep.

// A number for [obj] given at the first call, the same in every run of a
// program: what identity hashes and "at 0x..." texts are made of. Unique among
// the first 16 million objects asked.
uint32_t tl_object_number(TlRuntime *rt, TlObject *obj);
// The same as an address for repr(): also what id() should give for objects.
uint64_t tl_object_address(TlRuntime *rt, TlObject *obj);

// ---- generic operations (abstract.c), CPython's PyObject_* of like name

TlType *tl_type_of(TlRuntime *rt, TlRef v);  // borrowed; immediates too
TlValue tl_getattr(TlRuntime *rt, TlRef obj, TlStr *name);
// 1 found (*out owned), 0 absent (AttributeError swallowed), -1 raised.
int tl_getattr_opt(TlRuntime *rt, TlRef obj, TlStr *name, TlValue *out);
TlValue tl_getattr_cstr(TlRuntime *rt, TlRef obj, const char *name);
TlStatus tl_setattr(TlRuntime *rt, TlRef obj, TlStr *name, TlRef value);
// Looks up on the type only, binds to obj: special methods. As tl_getattr_opt.
int tl_lookup_special(TlRuntime *rt, TlRef obj, TlStr *name, TlValue *out);
// object.__getattribute__ / __setattr__
TlValue tl_generic_getattr(TlRuntime *rt, TlRef obj, TlStr *name);
TlStatus tl_generic_setattr(TlRuntime *rt, TlRef obj, TlStr *name, TlRef value);
// The TlDict** of an instance, NULL when it has none.
TlDict **tl_instance_dict(TlRef obj);

TlValue tl_repr(TlRuntime *rt, TlRef v);  // a str, checked
TlValue tl_str(TlRuntime *rt, TlRef v);
TlStatus tl_hash(TlRuntime *rt, TlRef v, int64_t *hash);
int tl_truth(TlRuntime *rt, TlRef v);                      // 1, 0, -1
TlValue tl_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op);
int tl_equal(TlRuntime *rt, TlRef a, TlRef b);  // identity first; 1, 0, -1
int tl_less(TlRuntime *rt, TlRef a, TlRef b);   // 1, 0, -1
TlValue tl_binary(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op);
TlValue tl_inplace(TlRuntime *rt, TlRef a, TlRef b, TlBinaryOp op);
TlValue tl_power(TlRuntime *rt, TlRef a, TlRef b, TlRef mod);
TlValue tl_neg(TlRuntime *rt, TlRef v);
TlValue tl_pos(TlRuntime *rt, TlRef v);
TlValue tl_abs(TlRuntime *rt, TlRef v);
TlValue tl_invert(TlRuntime *rt, TlRef v);
TlValue tl_index(TlRuntime *rt, TlRef v);  // int, via __index__
// For sizes and indexes: -1 with an exception when it does not fit.
TlStatus tl_index_i64(TlRuntime *rt, TlRef v, int64_t *out);

int64_t tl_len(TlRuntime *rt, TlRef v);  // -1 raised
TlValue tl_getitem(TlRuntime *rt, TlRef obj, TlRef key);
TlStatus tl_setitem(TlRuntime *rt, TlRef obj, TlRef key, TlRef value);
TlStatus tl_delitem(TlRuntime *rt, TlRef obj, TlRef key);
int tl_contains(TlRuntime *rt, TlRef obj, TlRef item);  // 1, 0, -1
TlValue tl_iter(TlRuntime *rt, TlRef obj);
TlValue tl_next(TlRuntime *rt, TlRef it);  // NO_VALUE: check tl_raised()
TlValue tl_format(TlRuntime *rt, TlRef v, TlRef spec);  // format(); spec str

// Calls; re-enter the interpreter when [callee] is Python code.
TlValue tl_call(TlRuntime *rt, TlRef callee, const TlRef *args, int nargs,
                TlTuple *kwnames);
// The same with [self] in front of the positional arguments.
TlValue tl_call_prepend(TlRuntime *rt, TlRef callee, TlRef self,
                        const TlRef *args, int nargs, TlTuple *kwnames);
TlValue tl_call0(TlRuntime *rt, TlRef callee);
TlValue tl_call1(TlRuntime *rt, TlRef callee, TlRef a);
TlValue tl_call2(TlRuntime *rt, TlRef callee, TlRef a, TlRef b);
TlValue tl_call_method(TlRuntime *rt, TlRef obj, TlStr *name, const TlRef *args,
                       int nargs);
bool tl_callable(TlRuntime *rt, TlRef v);
TlSendStatus tl_send(TlRuntime *rt, TlRef it, TlRef value, TlValue *result);
int tl_isinstance(TlRuntime *rt, TlRef obj, TlRef cls);  // 1, 0, -1
int tl_issubclass(TlRuntime *rt, TlRef cls, TlRef of);   // 1, 0, -1
bool tl_is_subtype(const TlType *type, const TlType *of);
// Guards repr/compare/... against endless native recursion: 0 ok, -1 raised
// RecursionError("maximum recursion depth exceeded" + where).
TlStatus tl_enter_native(TlRuntime *rt, const char *where);
void tl_leave_native(TlRuntime *rt);

#endif
