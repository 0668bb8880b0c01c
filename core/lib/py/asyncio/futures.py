"""Futures, and how futures, tasks and handles are shown."""
import _asyncio
from _asyncio import Future, isfuture

from . import format_helpers

__all__ = ('Future', 'isfuture')


def _future_info(future):
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            info.append(f'result={format_helpers.short_repr(future._result)}')
    if future._callbacks:
        info.append(format_helpers.format_callbacks(future._callbacks))
    return info


def _task_info(task):
    info = _future_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, f'name={task.get_name()!r}')
    if task._fut_waiter is not None:
        info.insert(2, f'wait_for={task._fut_waiter!r}')
    if task._coro:
        info.insert(2, f'coro=<{format_helpers.format_coroutine(task._coro)}>')
    return info


def _handle_info(handle):
    info = []
    if handle.cancelled():
        info.append('cancelled')
    if isinstance(handle, _asyncio.TimerHandle):
        info.append(f'when={handle.when()}')
    if handle._callback is not None:
        info.append(format_helpers.describe(handle._callback, handle._args))
    return info


def _repr(obj):
    if isinstance(obj, _asyncio.Task):
        info = _task_info(obj)
    elif isinstance(obj, Future):
        info = _future_info(obj)
    else:
        info = _handle_info(obj)
    return f'<{type(obj).__name__} {" ".join(info)}>'


def _describe_callback(handle):
    return format_helpers.describe(handle._callback, handle._args)


_asyncio._set_hook('repr', _repr)
_asyncio._set_hook('describe_callback', _describe_callback)
