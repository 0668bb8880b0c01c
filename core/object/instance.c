// instance.c — the fields a class adds to its instances: __dict__, __slots__.
// SPDX-License-Identifier: MIT
//
// They stand behind the base's fields, or in front of the object where the
// base is of variable size. Everything else of an instance belongs to the
// nearest built-in base, whose slots do the rest.
#include "object/class.h"
#include "object/dict.h"
#include "object/type_impl.h"

TlType *tl_type_solid_base(TlType *type)
{
    while (type->flags & TL_TYPE_HEAP) {
        type = type->base;
    }
    return type;
}

static TlValue *slot_values(const TlType *type, TlObject *obj)
{
    return (TlValue *)(void *)((char *)obj + type->slots_offset);
}

// The __dict__ field that [type] itself adds, or NULL.
static TlDict **own_dict(const TlType *type, TlObject *obj)
{
    if (type->dict_offset == 0 ||
        type->dict_offset == type->base->dict_offset) {
        return NULL;
    }
    return (TlDict **)(void *)((char *)obj + type->dict_offset);
}

void tl_instance_init_slots(TlType *type, TlObject *obj)
{
    for (; type->flags & TL_TYPE_HEAP; type = type->base) {
        for (uint32_t i = 0; i < type->nslots; i++) {
            slot_values(type, obj)[i] = TL_NO_VALUE;
        }
    }
}

static void clear_fields(TlRuntime *rt, TlObject *obj)
{
    for (TlType *t = obj->type; t->flags & TL_TYPE_HEAP; t = t->base) {
        for (uint32_t i = 0; i < t->nslots; i++) {
            tl_clear(rt, &slot_values(t, obj)[i]);
        }
        TlDict **dict = own_dict(t, obj);
        if (dict != NULL) {
            TL_CLEAR_PTR(rt, *dict);
        }
    }
}

void tl_instance_free(TlRuntime *rt, TlObject *obj)
{
    clear_fields(rt, obj);
    tl_type_solid_base(obj->type)->slots.free(rt, obj);
}

void tl_instance_clear(TlRuntime *rt, TlObject *obj)
{
    clear_fields(rt, obj);
    TlType *base = tl_type_solid_base(obj->type);
    if (base->slots.clear != NULL) {
        base->slots.clear(rt, obj);
    }
}

void tl_instance_traverse(TlObject *obj, TlVisit visit, void *arg)
{
    for (TlType *t = obj->type; t->flags & TL_TYPE_HEAP; t = t->base) {
        for (uint32_t i = 0; i < t->nslots; i++) {
            tl_visit(slot_values(t, obj)[i], visit, arg);
        }
        TlDict **dict = own_dict(t, obj);
        if (dict != NULL) {
            tl_visit_ptr(*dict, visit, arg);
        }
    }
    TlType *base = tl_type_solid_base(obj->type);
    if (base->slots.traverse != NULL) {
        base->slots.traverse(obj, visit, arg);
    }
}
