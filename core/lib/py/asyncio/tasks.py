"""Tasks and the functions that combine them."""
import _asyncio
import functools
import types
from _asyncio import Task, current_task

from . import coroutines, events, exceptions

__all__ = ('Task', 'all_tasks', 'create_task', 'current_task', 'ensure_future',
           'gather', 'sleep', 'wait_for')


def create_task(coro, *, name=None, context=None):
    """Schedules a coroutine on the running loop."""
    loop = events.get_running_loop()
    if context is None:
        task = loop.create_task(coro)
    else:
        task = loop.create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return set(_asyncio._pending_tasks(loop))


@types.coroutine
def _yield_once():
    yield


async def sleep(delay, result=None):
    """Lets others run for [delay] seconds, then gives [result]."""
    if delay <= 0:
        await _yield_once()
        return result
    future, handle = events.get_running_loop()._sleep(delay, result)
    try:
        return await future
    finally:
        handle.cancel()


@types.coroutine
def _wrap_awaitable(awaitable):
    return (yield from awaitable.__await__())


def ensure_future(coro_or_future, *, loop=None):
    """A future for a coroutine, a future or any other awaitable."""
    if _asyncio.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    given = coroutines.iscoroutine(coro_or_future)
    if not given:
        if not hasattr(coro_or_future, '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable '
                            'is required')
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if given:
            coro_or_future.close()
        raise


def gather(*coros_or_futures, return_exceptions=False):
    """One future for the results of all, in their order."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = None
    futures = {}
    children = []
    for arg in coros_or_futures:
        if arg not in futures:
            future = ensure_future(arg, loop=loop)
            if loop is None:
                loop = future.get_loop()
                outer = _asyncio._gather_new(loop, return_exceptions)
            if future is not arg:
                # Its exception shows in the group's outcome.
                future._log_destroy_pending = False
            futures[arg] = future
            _asyncio._gather_watch(outer, future)
        children.append(futures[arg])
    _asyncio._gather_begin(outer, tuple(children))
    return outer


def _release_waiter(waiter, *_):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    waiter = loop._named_future('wait_for')
    release = functools.partial(_release_waiter, waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def _wait_no_time(future, loop):
    if future.done():
        return future.result()
    await _cancel_and_wait(future, loop)
    try:
        return future.result()
    except exceptions.CancelledError as exc:
        raise TimeoutError() from exc


async def wait_for(fut, timeout):
    """Waits for a future, at most [timeout] seconds; then cancels it."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        return await _wait_no_time(ensure_future(fut, loop=loop), loop)

    waiter = loop._named_future('wait_for')
    handle = loop.call_later(timeout, _release_waiter, waiter)
    release = functools.partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            # The caller is cancelled; the future must not be left running.
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut, loop)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError() from exc
    finally:
        handle.cancel()
