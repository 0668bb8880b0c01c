// type_impl.h — what the files of the class machinery share among themselves.
// SPDX-License-Identifier: MIT
//
// class.c lookups; mro.c linearisation; slots.c the table between slots and
// special methods; slot_methods.c slots of classes written in Python;
// slot_wrapper.c slots seen as special methods; type_spec.c built-in types;
// type_new.c classes; instance.c the fields a class adds to its instances;
// type_type.c the type `type` itself.
#ifndef TL_OBJECT_TYPE_IMPL_H
#define TL_OBJECT_TYPE_IMPL_H

#include "base/buf.h"
#include "object/class.h"
#include "object/runtime.h"

// Any slot; converted back to its own type before it is called.
typedef void (*TlAnyFn)(void);

// How a slot is called when it is seen as a special method.
typedef enum TlWrap {
    TL_WRAP_NONE,  // not visible
    TL_WRAP_UNARY, TL_WRAP_HASH, TL_WRAP_COMPARE, TL_WRAP_TRUTH,
    TL_WRAP_GETATTR, TL_WRAP_SETATTR, TL_WRAP_DELATTR,
    TL_WRAP_GET, TL_WRAP_SET, TL_WRAP_DELETE,
    TL_WRAP_CALL, TL_WRAP_INIT, TL_WRAP_NEXT,
    TL_WRAP_LEN, TL_WRAP_BINARY, TL_WRAP_BINARY_R, TL_WRAP_SETITEM,
    TL_WRAP_DELITEM, TL_WRAP_CONTAINS, TL_WRAP_DEL
} TlWrap;

// One special method of one slot. Rows of one slot stand together.
typedef struct TlSlotDef {
    size_t name;      // offset in TlNames
    size_t slot;      // offset in TlSlots
    TlAnyFn generic;  // calls the special method; NULL = none
    TlWrap wrap;
    int arg;          // TlCompareOp
} TlSlotDef;

// The rows of slots.c; the last one has slot == SIZE_MAX.
extern const TlSlotDef tl_slot_defs[];

static inline TlStr *tl_slot_name(TlRuntime *rt, const TlSlotDef *def)
{
    return *(TlStr **)((char *)&rt->names + def->name);
}

static inline TlAnyFn tl_slot_get(const TlSlots *slots, size_t offset)
{
    TlAnyFn fn;
    memcpy(&fn, (const char *)slots + offset, sizeof fn);
    return fn;
}

static inline void tl_slot_put(TlSlots *slots, size_t offset, TlAnyFn fn)
{
    memcpy((char *)slots + offset, &fn, sizeof fn);
}

// Fills the slots of [type] that [own] leaves empty from [base].
void tl_slots_inherit(TlSlots *slots, const TlSlots *own, const TlType *base);
// Puts a slot wrapper into the dict for each special method of [own].
TlStatus tl_slots_add_wrappers(TlRuntime *rt, TlType *type,
                               const TlSlots *own);
// Sets every slot of a class from what its MRO says.
void tl_slots_fixup(TlRuntime *rt, TlType *type);
// After an assignment to a special method: the class and its subclasses.
void tl_slots_fixup_tree(TlRuntime *rt, TlType *type);

// A slot of a type as a special method: `int.__add__`.
typedef struct TlSlotWrapper {
    TlObject ob;
    const TlSlotDef *def;
    TlType *owner;  // counted; the slot is read from it at each call
} TlSlotWrapper;

typedef struct TlMethodWrapper {
    TlObject ob;
    TlSlotWrapper *wrapper;
    TlValue self;
} TlMethodWrapper;

TlValue tl_slot_wrapper_new(TlRuntime *rt, TlType *owner,
                            const TlSlotDef *def);

// "0x7f..." for the repr of [v], an object or not.
#define TL_ADDRESS_TEXT 24
void tl_address_text(TlRuntime *rt, TlRef v, char text[TL_ADDRESS_TEXT]);

// The `__new__` of built-in types; its self is the type.
extern const TlNativeDef tl_new_def;

// tp slots that others compare with.
TlValue tl_type_call(TlRuntime *rt, TlRef callee, const TlRef *args, int nargs,
                     TlTuple *kwnames);
TlValue tl_object_new_slot(TlRuntime *rt, TlType *type, const TlRef *args,
                           int nargs, TlTuple *kwnames);
TlStatus tl_object_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames);
TlStatus tl_slot_init(TlRuntime *rt, TlRef self, const TlRef *args, int nargs,
                      TlTuple *kwnames);
TlValue tl_slot_next(TlRuntime *rt, TlRef self);

// An empty type object, without str or dict: name, sizes, flags and slots
// only. NULL = out of memory, nothing raised. (type_spec.c)
TlType *tl_type_raw(TlRuntime *rt, const TlTypeSpec *spec, TlType *base);
// The rest: names, bases, MRO, dict. [bases] NULL = just the base.
TlStatus tl_type_finish(TlRuntime *rt, TlType *type, const TlTypeSpec *spec,
                        TlTuple *bases);
TlType *tl_type_from_spec_bases(TlRuntime *rt, const TlTypeSpec *spec,
                                TlTuple *bases);
// Drops what the type refers to; the struct stays.
void tl_type_clear(TlRuntime *rt, TlType *type);
// Links and unlinks [type] in its bases' subclass lists.
uint32_t tl_type_inherited_flags(const TlType *base);
TlStatus tl_type_link(TlRuntime *rt, TlType *type);
void tl_type_unlink(TlRuntime *rt, TlType *type);

// C3 over the bases; a tuple beginning with [type]; NULL = raised. (mro.c)
TlTuple *tl_mro_compute(TlRuntime *rt, TlType *type, TlTuple *bases);

// Memory of class instances. (instance.c)
void tl_instance_free(TlRuntime *rt, TlObject *obj);
void tl_instance_traverse(TlObject *obj, TlVisit visit, void *arg);
void tl_instance_clear(TlRuntime *rt, TlObject *obj);
// Sets the __slots__ of a new instance to "unset".
void tl_instance_init_slots(TlType *type, TlObject *obj);
// Nearest base that is not a class: whose memory layout it is.
TlType *tl_type_solid_base(TlType *type);

// Descriptors. (descr.c, property.c)
TlValue tl_getset_new(TlRuntime *rt, TlType *owner, const TlGetSetDef *def);
// For the [index]-th __slots__ value of [owner].
TlValue tl_member_new(TlRuntime *rt, TlType *owner, TlStr *name,
                      uint32_t index);
// A method of a type from its def: a method descriptor, or a static method.
TlValue tl_method_descr_new(TlRuntime *rt, TlType *owner,
                            const TlNativeDef *def);
// __class_getitem__ of generic built-in types. (generic_alias.c)
extern const TlNativeDef tl_class_getitem_def;
// A type as it reads in an annotation: int, None, list[str]. (generic_alias.c)
TlStatus tl_type_expr_text(TlRuntime *rt, TlBuf *out, TlRef v);
// The setter of what CPython has as a read-only member of a struct.
TlStatus tl_readonly_member(TlRuntime *rt, TlRef self, TlRef value,
                            void *closure);
extern const TlGetSetDef tl_dict_getset;     // __dict__ of instances
extern const TlGetSetDef tl_weakref_getset;  // __weakref__ of instances

// __module__ of a type: a str, or None when its dict has none. Owned.
TlValue tl_type_module(TlRuntime *rt, TlType *type);
// Adds the names of [type] and its bases to [names], for dir().
TlStatus tl_dir_merge_class(TlRuntime *rt, TlDict *names, TlType *type);
// isinstance and issubclass without asking the metaclass.
int tl_real_isinstance(TlRuntime *rt, TlRef obj, TlRef cls);
int tl_real_issubclass(TlRuntime *rt, TlRef cls, TlRef of);

// Its __isabstractmethod__ is true: 1, 0, -1 raised.
int tl_is_abstract(TlRuntime *rt, TlRef v);

// Number of keyword arguments; [kwnames] may be NULL.
int tl_kw_count(const TlTuple *kwnames);
// TypeError "name() takes no keyword arguments" when there are some.
TlStatus tl_check_no_keywords(TlRuntime *rt, const char *name,
                              const TlTuple *kwnames);

// Makes all built-in exception classes (exc_types.c).
TlStatus tl_exc_types_init(TlRuntime *rt);
void tl_exc_types_deinit(TlRuntime *rt);
// Frees the lookup cache. (class.c)
void tl_lookup_cache_deinit(TlRuntime *rt);

#endif
