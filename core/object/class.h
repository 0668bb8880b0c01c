// class.h — classes: creation, MRO, attribute lookup, descriptors.
// SPDX-License-Identifier: MIT
//
// type_new.c makes classes (type(), class statements), class.c looks things up
// in them, slots.c connects slots and special methods, descr.c holds property,
// classmethod, staticmethod, getset and friends, super.c super().
#ifndef TL_OBJECT_CLASS_H
#define TL_OBJECT_CLASS_H

#include "object/type_spec.h"

// Along the MRO; borrowed, TL_NO_VALUE when absent (never raises). Cached by
// type version.
TlRef tl_type_lookup(TlRuntime *rt, TlType *type, TlStr *name);
// Same with the version to guard an inline cache: 0 = do not cache.
uint32_t tl_type_version(TlRuntime *rt, TlType *type);
// After a change of the class dict or bases: versions of the class and its
// subclasses change, slots are looked up again.
void tl_type_modified(TlRuntime *rt, TlType *type);
// type(name, bases, dict, **kwargs) with the metaclass [meta]: MRO (C3),
// __slots__, __set_name__, __init_subclass__, __classcell__.
TlValue tl_type_new(TlRuntime *rt, TlType *meta, TlStr *name, TlTuple *bases,
                    TlDict *dict, const TlRef *kwargs, TlTuple *kwnames);
// The metaclass for [bases]; borrowed; NULL = raised (metaclass conflict).
TlType *tl_calculate_metaclass(TlRuntime *rt, TlType *meta, TlTuple *bases);
// Default instance of a class without arguments checks: object.__new__.
TlValue tl_object_new_instance(TlRuntime *rt, TlType *type);
// True when [type] constructs by the default type.__call__, object.__new__ and
// an __init__ that is a plain Python function: *init is borrowed. Lets the VM
// push __init__ as a frame.
bool tl_type_simple_init(TlRuntime *rt, TlType *type, TlRef *init);
bool tl_is_data_descr(TlRef descr);

typedef struct TlProperty {
    TlObject ob;
    TlValue get, set, del, doc;  // TL_NO_VALUE or None when absent
    TlValue name;  // from __set_name__, for messages
    bool getter_doc;
} TlProperty;

// super(type, obj): [obj] is an instance or a subclass of [type], else
// TypeError. The zero-argument form is the VM's: it knows __class__ and self.
TlValue tl_super_new(TlRuntime *rt, TlType *type, TlRef obj);
// types.GenericAlias(origin, args): [args] a tuple or a single item.
TlValue tl_generic_alias_new(TlRuntime *rt, TlRef origin, TlRef args);
// x | y of types; TL_NOT_IMPLEMENTED when one of them is no type.
TlValue tl_union_or(TlRuntime *rt, TlRef a, TlRef b);
// The tuple of a union's members, borrowed.
TlTuple *tl_union_args(TlRef union_type);
// types.SimpleNamespace(); the caller fills its dict (tl_instance_dict).
TlValue tl_namespace_new(TlRuntime *rt);

TlValue tl_classmethod_new(TlRuntime *rt, TlRef func);
TlValue tl_staticmethod_new(TlRuntime *rt, TlRef func);

#endif
