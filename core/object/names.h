// names.h — identifiers that C code uses, interned once per runtime.
// SPDX-License-Identifier: MIT
//
// N(name): TL_NAME(rt, name) is the str "name" (borrowed TlStr *). Shared
// list: add a name where your file needs one, in alphabetical order.
#ifndef TL_OBJECT_NAMES_H
#define TL_OBJECT_NAMES_H

#include "object/value.h"

// clang-format off
#define TL_NAMES(N) \
  N(__abs__) N(__abstractmethods__) N(__add__) N(__aenter__) N(__aexit__) N(__aiter__) N(__all__) N(__and__) N(__anext__) \
  N(__annotations__) N(__args__) N(__await__) N(__bases__) N(__bool__) N(__build_class__) N(__builtins__) N(__bytes__) N(__call__) \
  N(__cause__) N(__class__) N(__class_getitem__) N(__classcell__) N(__closure__) N(__code__) N(__contains__) \
  N(__context__) N(__defaults__) N(__del__) N(__delattr__) N(__delete__) N(__delitem__) N(__dict__) N(__dir__) \
  N(__divmod__) N(__doc__) N(__enter__) N(__eq__) N(__exit__) N(__file__) N(__float__) N(__floordiv__) \
  N(__format__) N(__func__) N(__ge__) N(__get__) N(__getattr__) N(__getattribute__) N(__getitem__) \
  N(__globals__) N(__gt__) N(__hash__) N(__iadd__) N(__iand__) N(__ifloordiv__) N(__ilshift__) N(__imatmul__) \
  N(__import__) N(__imod__) N(__imul__) N(__index__) N(__init__) N(__init_subclass__) N(__instancecheck__) \
  N(__int__) N(__invert__) N(__ior__) N(__ipow__) N(__irshift__) N(__isub__) N(__iter__) N(__itruediv__) \
  N(__ixor__) N(__kwdefaults__) N(__le__) N(__len__) N(__length_hint__) N(__loader__) N(__lshift__) N(__lt__) \
  N(__main__) N(__match_args__) N(__matmul__) N(__missing__) N(__mod__) N(__module__) N(__mro__) \
  N(__mro_entries__) N(__mul__) N(__name__) N(__ne__) N(__neg__) N(__new__) N(__next__) N(__notes__) N(__or__) N(__origin__) \
  N(__package__) N(__path__) N(__pos__) N(__pow__) N(__prepare__) N(__qualname__) N(__radd__) N(__rand__) \
  N(__rdivmod__) N(__repr__) N(__reversed__) N(__rfloordiv__) N(__rlshift__) N(__rmatmul__) N(__rmod__) \
  N(__rmul__) N(__ror__) N(__round__) N(__rpow__) N(__rrshift__) N(__rshift__) N(__rsub__) N(__rtruediv__) \
  N(__rxor__) N(__self__) N(__set__) N(__set_name__) N(__setattr__) N(__setitem__) N(__slots__) N(__spec__) \
  N(__str__) N(__sub__) N(__subclasscheck__) N(__subclasses__) N(__subclasshook__) N(__suppress_context__) N(__traceback__) \
  N(__truediv__) N(__trunc__) N(__type_params__) N(__weakref__) N(__wrapped__) N(__xor__) \
  N(append) N(args) N(builtins) N(clear) N(close) N(code) N(end) N(exceptions) N(extend) N(file) N(flush) N(func) \
  N(get) N(items) N(join) N(key) N(keys) N(message) N(metaclass) N(mro) N(name) N(obj) N(sep) N(send) \
  N(self) N(sys) N(throw) N(update) N(value) N(values) N(write)
// clang-format on

typedef struct TlNames {
#define N(name) struct TlStr *s_##name;
    TL_NAMES(N)
#undef N
} TlNames;

#define TL_NAME(rt, name) ((rt)->names.s_##name)

#endif
