"""The event loop's Python part: running until a future is done, reports."""
import sys

import _asyncio

from . import tasks

__all__ = ('BaseEventLoop', 'SelectorEventLoop')


def _run_until_complete_cb(future):
    if not future.cancelled():
        exc = future.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            # The loop has been left by it already.
            return
    future.get_loop().stop()


class BaseEventLoop(_asyncio._Loop):
    """Event loop with asyncio's public methods."""

    def run_until_complete(self, future):
        """Runs until the future is done; returns its result."""
        self._check_runnable()
        new_task = not _asyncio.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            # An exception that arrives here is this call's to raise.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        self._run_is_for(future)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def __init__(self):
        self._asyncgens = {}  # by id: weak references

    def run_forever(self):
        """Runs until stop() is called."""
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_started,
                               finalizer=self._asyncgen_dropped)
        try:
            super().run_forever()
        finally:
            sys.set_asyncgen_hooks(*hooks)

    def _asyncgen_started(self, agen):
        self._asyncgens[id(agen)] = _asyncio._ref(agen)

    def _asyncgen_dropped(self, agen):
        # It may have to await while it closes, so a task does it.
        self._asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that are still alive."""
        agens = [ref() for ref in self._asyncgens.values()]
        agens = [agen for agen in agens if agen is not None]
        self._asyncgens.clear()
        if not agens:
            return
        results = await tasks.gather(*[agen.aclose() for agen in agens],
                                     return_exceptions=True)
        for agen, result in zip(agens, results):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of '
                               f'asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    async def shutdown_default_executor(self):
        """Waits for the threads of the default executor."""

    def __repr__(self):
        return (f'<{self.__class__.__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')


class _UnixSelectorEventLoop(BaseEventLoop):
    """The loop that programs get; its name is CPython's."""


SelectorEventLoop = _UnixSelectorEventLoop


def _report(loop, context):
    """What default_exception_handler() logs, on stderr."""
    message = context.get('message') or 'Unhandled exception in event loop'
    lines = [message]
    for key in sorted(context):
        if key not in ('message', 'exception'):
            lines.append(f'{key}: {context[key]!r}')
    _asyncio._write_report('\n'.join(lines), context.get('exception'))


_asyncio._set_hook('report', _report)
