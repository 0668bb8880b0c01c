// types.h — the built-in types and exception classes, each named once.
// SPDX-License-Identifier: MIT
//
// T(field, base): rt->types.field, described by tl_<field>_spec (type_spec.h).
// Types are created in this order, so a base stands before its subclasses.
// E(Name, Base): rt->exc.Name, a built-in exception class.
#ifndef TL_OBJECT_TYPES_H
#define TL_OBJECT_TYPES_H

#include "object/object.h"

// clang-format off
#define TL_BUILTIN_TYPES(T) \
  T(object, object) T(type, object) T(none, object) T(not_implemented, object) T(ellipsis, object) \
  T(int_, object) T(bool_, int_) T(float_, object) T(str, object) T(bytes, object) T(bytearray, object) \
  T(tuple, object) T(list, object) T(dict, object) T(set, object) T(frozenset, object) \
  T(range, object) T(slice, object) T(cell, object) T(module, object) T(namespace, object) \
  T(function, object) T(native, object) T(method, object) T(method_descr, object) T(slot_wrapper, object) \
  T(method_wrapper, object) T(getset, object) T(member, object) \
  T(property, object) T(classmethod, object) T(staticmethod, object) T(super, object) \
  T(str_iter, object) T(bytes_iter, object) T(tuple_iter, object) T(list_iter, object) T(list_reverse_iter, object) \
  T(seq_iter, object) T(callable_iter, object) T(range_iter, object) T(set_iter, object) \
  T(dict_keys, object) T(dict_values, object) T(dict_items, object) \
  T(dict_key_iter, object) T(dict_value_iter, object) T(dict_item_iter, object) \
  T(dict_reverse_iter, object) T(mapping_proxy, object) T(generic_alias, object) T(union_type, object) \
  T(weakref, object)

#define TL_BUILTIN_EXCEPTIONS(E) \
  E(BaseException, object) \
  E(SystemExit, BaseException) E(KeyboardInterrupt, BaseException) E(GeneratorExit, BaseException) \
  E(CancelledError, BaseException) E(BaseExceptionGroup, BaseException) \
  E(Exception, BaseException) E(ExceptionGroup, BaseExceptionGroup /* and Exception */) \
  E(StopIteration, Exception) E(StopAsyncIteration, Exception) \
  E(ArithmeticError, Exception) E(FloatingPointError, ArithmeticError) E(OverflowError, ArithmeticError) \
  E(ZeroDivisionError, ArithmeticError) E(AssertionError, Exception) E(AttributeError, Exception) \
  E(BufferError, Exception) E(EOFError, Exception) E(ImportError, Exception) E(ModuleNotFoundError, ImportError) \
  E(LookupError, Exception) E(IndexError, LookupError) E(KeyError, LookupError) E(MemoryError, Exception) \
  E(NameError, Exception) E(UnboundLocalError, NameError) \
  E(OSError, Exception) E(BlockingIOError, OSError) E(ChildProcessError, OSError) E(ConnectionError, OSError) \
  E(BrokenPipeError, ConnectionError) E(ConnectionAbortedError, ConnectionError) \
  E(ConnectionRefusedError, ConnectionError) E(ConnectionResetError, ConnectionError) \
  E(FileExistsError, OSError) E(FileNotFoundError, OSError) E(InterruptedError, OSError) \
  E(IsADirectoryError, OSError) E(NotADirectoryError, OSError) E(PermissionError, OSError) \
  E(ProcessLookupError, OSError) E(TimeoutError, OSError) \
  E(ReferenceError, Exception) E(RuntimeError, Exception) E(NotImplementedError, RuntimeError) \
  E(RecursionError, RuntimeError) E(InvalidStateError, Exception) \
  E(SyntaxError, Exception) E(IndentationError, SyntaxError) E(TabError, IndentationError) \
  E(SystemError, Exception) E(TypeError, Exception) E(ValueError, Exception) E(UnicodeError, ValueError) \
  E(UnicodeDecodeError, UnicodeError) E(UnicodeEncodeError, UnicodeError) E(UnicodeTranslateError, UnicodeError) \
  E(Warning, Exception) E(DeprecationWarning, Warning) E(PendingDeprecationWarning, Warning) \
  E(RuntimeWarning, Warning) E(SyntaxWarning, Warning) E(UserWarning, Warning) E(FutureWarning, Warning) \
  E(ImportWarning, Warning) E(UnicodeWarning, Warning) E(BytesWarning, Warning) E(ResourceWarning, Warning) \
  E(EncodingWarning, Warning)
// CancelledError lives in asyncio.exceptions (module name), InvalidStateError
// too; they stand here because the loop layer raises them.
// clang-format on

typedef struct TlTypes {
#define T(field, base) TlType *field;
    TL_BUILTIN_TYPES(T)
#undef T
} TlTypes;

typedef struct TlExcTypes {
#define E(name, base) TlType *name;
    TL_BUILTIN_EXCEPTIONS(E)
#undef E
} TlExcTypes;

#endif
