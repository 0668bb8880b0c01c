// func.h — functions, bound methods, cells and modules as objects.
// SPDX-License-Identifier: MIT
//
// The function object knows its code only as an object; calling it is the VM's
// (it sets the call slot of rt->types.function when it starts).
#ifndef TL_OBJECT_FUNC_H
#define TL_OBJECT_FUNC_H

#include "object/type_spec.h"

typedef struct TlFunction {
    TlObject ob;
    TlObject *code;       // TlCode of lang/code.h
    TlDict *globals;
    TlDict *builtins;
    TlTuple *defaults;    // or NULL
    TlDict *kwdefaults;   // or NULL
    TlTuple *closure;     // of TlCell, or NULL
    TlStr *name, *qualname;
    TlValue doc, module;
    TlValue annotations;  // dict, or TL_NO_VALUE until asked for
    TlDict *dict;
} TlFunction;

// Name, qualname and docstring come from the code by way of the VM.
TlFunction *tl_function_new(TlRuntime *rt, TlObject *code, TlDict *globals,
                            TlStr *name, TlStr *qualname, TlRef doc);

typedef struct TlMethod {
    TlObject ob;
    TlValue func, self;
} TlMethod;

TlValue tl_method_new(TlRuntime *rt, TlRef func, TlRef self);

typedef struct TlCell {
    TlObject ob;
    TlValue value;  // TL_NO_VALUE = empty
} TlCell;

TlCell *tl_cell_new(TlRuntime *rt, TlValue value);  // steals value

typedef struct TlNative {
    TlObject ob;
    const TlNativeDef *def;
    struct TlSignature *signature;  // parsed sig for TL_FN_SIG, owned
    TlValue self;                   // TL_NO_VALUE for none
    TlStr *module;
    TlType *owner;                  // of a method descriptor, counted; else NULL
} TlNative;

// Calls the C function of [native] on [self] after checking and binding.
TlValue tl_native_call(TlRuntime *rt, TlNative *native, TlRef self,
                       const TlRef *args, int nargs, TlTuple *kwnames);

typedef struct TlModule {
    TlObject ob;
    TlStr *name;
    TlDict *dict;
} TlModule;

TlModule *tl_module_new(TlRuntime *rt, TlStr *name);

#endif
