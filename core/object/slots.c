// slots.c — which special method stands for which slot, and slot inheritance.
// SPDX-License-Identifier: MIT
//
// A built-in type fills slots; its special methods are wrappers around them.
// A class defines special methods; its slots call them. Where a class only
// inherits a wrapper, its slot is the wrapped function itself again, so a
// subclass of list that overrides nothing is as fast as list.
#include "object/dict.h"
#include "object/func.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/slot_methods.h"
#include "object/type_impl.h"

#define ROW(name, field, fn, wrap, arg)                     \
    {offsetof(TlNames, s_##name), offsetof(TlSlots, field), \
     (TlAnyFn)(fn), TL_WRAP_##wrap, (arg)}

#define B(op, forward, reflected, in_place)                             \
    ROW(forward, binary[TL_BIN_##op], tl_slot_binary_##op, BINARY, 0),  \
    ROW(reflected, binary[TL_BIN_##op], tl_slot_binary_##op, BINARY_R,  \
        0),                                                             \
    ROW(in_place, inplace[TL_BIN_##op], tl_slot_inplace_##op, BINARY, 0),

const TlSlotDef tl_slot_defs[] = {
    ROW(__new__, new_, tl_slot_new, NONE, 0),
    ROW(__repr__, repr, tl_slot_repr, UNARY, 0),
    ROW(__str__, str, tl_slot_str, UNARY, 0),
    ROW(__hash__, hash, tl_slot_hash, HASH, 0),
    ROW(__lt__, compare, tl_slot_compare, COMPARE, TL_LT),
    ROW(__le__, compare, tl_slot_compare, COMPARE, TL_LE),
    ROW(__eq__, compare, tl_slot_compare, COMPARE, TL_EQ),
    ROW(__ne__, compare, tl_slot_compare, COMPARE, TL_NE),
    ROW(__gt__, compare, tl_slot_compare, COMPARE, TL_GT),
    ROW(__ge__, compare, tl_slot_compare, COMPARE, TL_GE),
    ROW(__bool__, truth, tl_slot_truth, TRUTH, 0),
    ROW(__getattribute__, getattr, tl_slot_getattr, GETATTR, 0),
    ROW(__getattr__, getattr, tl_slot_getattr, NONE, 0),
    ROW(__setattr__, setattr, tl_slot_setattr, SETATTR, 0),
    ROW(__delattr__, setattr, tl_slot_setattr, DELATTR, 0),
    ROW(__get__, descr_get, tl_slot_descr_get, GET, 0),
    ROW(__set__, descr_set, tl_slot_descr_set, SET, 0),
    ROW(__delete__, descr_set, tl_slot_descr_set, DELETE, 0),
    ROW(__call__, call, tl_slot_call, CALL, 0),
    ROW(__init__, init, tl_slot_init, INIT, 0),
    ROW(__iter__, iter, tl_slot_iter, UNARY, 0),
    ROW(__next__, next, tl_slot_next, NEXT, 0),
    ROW(__await__, await, tl_slot_await, UNARY, 0),
    ROW(__aiter__, aiter, tl_slot_aiter, UNARY, 0),
    ROW(__anext__, anext, tl_slot_anext, UNARY, 0),
    ROW(__len__, len, tl_slot_len, LEN, 0),
    ROW(__getitem__, getitem, tl_slot_getitem, BINARY, 0),
    ROW(__setitem__, setitem, tl_slot_setitem, SETITEM, 0),
    ROW(__delitem__, setitem, tl_slot_setitem, DELITEM, 0),
    ROW(__contains__, contains, tl_slot_contains, CONTAINS, 0),
    TL_SLOT_OPERATORS(B)
    ROW(__divmod__, binary[TL_BIN_DIVMOD], tl_slot_binary_DIVMOD, BINARY, 0),
    ROW(__rdivmod__, binary[TL_BIN_DIVMOD], tl_slot_binary_DIVMOD, BINARY_R,
        0),
    ROW(__pow__, pow3, tl_slot_pow3, NONE, 0),
    ROW(__neg__, neg, tl_slot_neg, UNARY, 0),
    ROW(__pos__, pos, tl_slot_pos, UNARY, 0),
    ROW(__abs__, abs, tl_slot_abs, UNARY, 0),
    ROW(__invert__, invert, tl_slot_invert, UNARY, 0),
    ROW(__int__, to_int, tl_slot_to_int, UNARY, 0),
    ROW(__float__, to_float, tl_slot_to_float, UNARY, 0),
    ROW(__index__, index, tl_slot_index, UNARY, 0),
    ROW(__del__, finalize, tl_slot_finalize, DEL, 0),
    {0, SIZE_MAX, NULL, TL_WRAP_NONE, 0},
};

// Hashing goes with equality: who defines only one of the two does not get
// the other from its base.
static bool is_inherited(const TlSlots *own, size_t offset)
{
    if (offset == offsetof(TlSlots, hash) ||
        offset == offsetof(TlSlots, compare)) {
        return own->hash == NULL && own->compare == NULL;
    }
    return true;
}

void tl_slots_inherit(TlSlots *slots, const TlSlots *own, const TlType *base)
{
    *slots = *own;
    for (size_t at = 0; base != NULL && at < sizeof *slots;
         at += sizeof(TlAnyFn)) {
        if (tl_slot_get(slots, at) == NULL && is_inherited(own, at)) {
            tl_slot_put(slots, at, tl_slot_get(&base->slots, at));
        }
    }
}

// Sequences concatenate to the right only: list has no __radd__.
static bool is_hidden(const TlType *type, const TlSlotDef *def)
{
    const uint32_t sequences = TL_TYPE_SEQUENCE | TL_TYPE_IS_STR |
                               TL_TYPE_IS_BYTES;
    return def->wrap == TL_WRAP_NONE ||
           (def->wrap == TL_WRAP_BINARY_R && (type->flags & sequences) &&
            def->slot == offsetof(TlSlots, binary[TL_BIN_ADD]));
}

TlStatus tl_slots_add_wrappers(TlRuntime *rt, TlType *type,
                               const TlSlots *own)
{
    for (const TlSlotDef *def = tl_slot_defs; def->slot != SIZE_MAX; def++) {
        TlStr *name = tl_slot_name(rt, def);
        TlAnyFn fn = tl_slot_get(own, def->slot);
        if (fn == NULL || is_hidden(type, def) ||
            tl_has_value(tl_dict_get_str(rt, type->dict, name))) {
            continue;
        }
        TlValue wrapper = tl_slot_wrapper_new(rt, type, def);
        if (!tl_has_value(wrapper)) {
            return TL_RAISED;
        }
        TlStatus status = tl_dict_set_str(rt, type->dict, name, wrapper);
        tl_decref(rt, wrapper);
        if (status != TL_OK) {
            return TL_RAISED;
        }
    }
    if (own->hash == tl_unhashable ||
        (own->hash == NULL && own->compare != NULL)) {
        type->slots.hash = NULL;
        return tl_dict_set_str(rt, type->dict, TL_NAME(rt, __hash__), TL_NONE);
    }
    return TL_OK;
}

// The C function that special method [descr] is on [type], or NULL when it has
// to be called as a method.
static TlAnyFn direct_function(TlRuntime *rt, const TlSlotDef *def,
                               TlType *type, TlRef descr)
{
    if (!tl_is_obj(descr)) {
        return NULL;
    }
    TlObject *obj = tl_as_obj(descr);
    if (obj->type == rt->types.slot_wrapper) {
        TlSlotWrapper *wrapper = (TlSlotWrapper *)(void *)obj;
        bool same = wrapper->def->name == def->name;
        return same && tl_is_subtype(type, wrapper->owner)
                   ? tl_slot_get(&wrapper->owner->slots, def->slot)
                   : NULL;
    }
    if (obj->type == rt->types.native &&
        ((TlNative *)(void *)obj)->def == &tl_new_def) {
        TlType *owner = (TlType *)tl_as_obj(((TlNative *)(void *)obj)->self);
        return tl_slot_get(&owner->slots, def->slot);
    }
    return NULL;
}

// Decides the slot of the rows beginning at [def]; returns the row after them.
static const TlSlotDef *fixup_slot(TlRuntime *rt, TlType *type,
                                   const TlSlotDef *def)
{
    size_t slot = def->slot;
    TlAnyFn direct = NULL, generic = NULL;
    for (; def->slot == slot; def++) {
        TlRef descr = tl_type_lookup(rt, type, tl_slot_name(rt, def));
        if (!tl_has_value(descr) ||
            (tl_is_none(descr) && slot == offsetof(TlSlots, hash))) {
            continue;
        }
        TlAnyFn fn = direct_function(rt, def, type, descr);
        if (fn == NULL || (direct != NULL && direct != fn)) {
            generic = def->generic;
        } else {
            direct = fn;
        }
    }
    tl_slot_put(&type->slots, slot, generic != NULL ? generic : direct);
    return def;
}

void tl_slots_fixup(TlRuntime *rt, TlType *type)
{
    const TlSlotDef *def = tl_slot_defs;
    while (def->slot != SIZE_MAX) {
        def = fixup_slot(rt, type, def);
    }
}

void tl_slots_fixup_tree(TlRuntime *rt, TlType *type)
{
    tl_slots_fixup(rt, type);
    for (size_t i = 0; i < type->subclass_count; i++) {
        tl_slots_fixup_tree(rt, type->subclasses[i]);
    }
}
