// sys_hooks.h — functions of sys that the interpreter calls back.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_SYS_HOOKS_H
#define TL_LIB_SYS_HOOKS_H

#include "lib/lib.h"

// Adds displayhook, excepthook, unraisablehook with their __names__ and the
// functions for asynchronous generator hooks.
TlStatus tl_sys_add_hooks(TlRuntime *rt, TlModule *sys);

#endif
