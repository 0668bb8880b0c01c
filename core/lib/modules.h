// modules.h — the native modules, each named once.
// SPDX-License-Identifier: MIT
//
// M(name): the module `name` is filled by tl_init_<name>(rt, module). Modules
// written in our own Python stand in py/ and import what they need from these.
#ifndef TL_LIB_MODULES_H
#define TL_LIB_MODULES_H

#include "lib/lib.h"

// clang-format off
#define TL_NATIVE_MODULES(M) \
  M(_asyncio) M(_collections) M(_contextvars) M(_functools) M(_native) \
  M(_random) M(_traceback) M(builtins) M(gc) M(math) M(sys) M(time)
// clang-format on

#define M(name) TlStatus tl_init_##name(TlRuntime *rt, TlModule *module);
TL_NATIVE_MODULES(M)
#undef M

#endif
