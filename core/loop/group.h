// group.h — gather and ensure_future.
// SPDX-License-Identifier: MIT
#ifndef TL_LOOP_GROUP_H
#define TL_LOOP_GROUP_H

#include "loop/task.h"

// asyncio.ensure_future(): a future as it is (counted again), a coroutine as a
// new task of [loop] (NULL = the running loop). Other awaitables are wrapped
// by the caller. NULL = raised.
TlFuture *tl_ensure_future(TlRuntime *rt, TlRef awaitable, TlLoop *loop);
// asyncio.gather(): the outer future. Each different child is watched as soon
// as it is there; all of them, in their order and repeated as given, begin the
// group. Before that their outcomes are nobody's.
TlFuture *tl_gather_new(TlRuntime *rt, TlLoop *loop, bool return_exceptions);
TlStatus tl_gather_watch(TlRuntime *rt, TlFuture *outer, TlFuture *child);
void tl_gather_begin(TlFuture *outer, TlTuple *children);
// A child of [outer] is done (action GATHER_CHILD).
TlStatus tl_gather_child_done(TlRuntime *rt, TlRef outer, TlRef child);
// gather's outer future cancels its children. 1, 0, -1.
int tl_gather_cancel(TlRuntime *rt, TlFuture *outer, TlRef message);

extern const TlTypeSpec tl_gathering_spec;

#endif
