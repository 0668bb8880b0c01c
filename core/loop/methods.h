// methods.h — the methods and attributes that Python sees on loop's types.
// SPDX-License-Identifier: MIT
#ifndef TL_LOOP_METHODS_H
#define TL_LOOP_METHODS_H

#include "loop/group.h"

extern const TlNativeDef tl_future_methods[], tl_gathering_methods[];
extern const TlGetSetDef tl_future_getsets[];
extern const TlNativeDef tl_task_methods[];
extern const TlGetSetDef tl_task_getsets[];
extern const TlNativeDef tl_handle_methods[], tl_timer_handle_methods[];
extern const TlGetSetDef tl_handle_getsets[];
extern const TlNativeDef tl_loop_methods[];
extern const TlGetSetDef tl_loop_getsets[];

// Future(*, loop=None) and Task(coro, *, loop=None, name=None, context=None).
TlStatus tl_future_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames);
TlStatus tl_task_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames);

#endif
