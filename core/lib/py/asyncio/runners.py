"""asyncio.run(): one loop for one main coroutine."""
import _asyncio

from . import coroutines, events, tasks

__all__ = ('run',)


class _Interrupts:
    """What an interrupt does while a main task runs: the first cancels it."""

    def __init__(self, main):
        self._main = main
        self.count = 0

    def __call__(self, loop):
        self.count += 1
        if self.count == 1 and not self._main.done():
            self._main.cancel()
            loop.call_soon_threadsafe(lambda: None)
            return True
        return False


def _run_main(loop, main):
    task = loop.create_task(main)
    interrupts = _Interrupts(task)
    _asyncio._set_hook('on_interrupt', interrupts)
    try:
        return loop.run_until_complete(task)
    except _asyncio.CancelledError:
        if interrupts.count > 0 and task.uncancel() == 0:
            raise KeyboardInterrupt()
        raise
    finally:
        _asyncio._set_hook('on_interrupt', None)


def _cancel_all_tasks(loop):
    to_cancel = _asyncio._pending_tasks(loop)
    if not to_cancel:
        return
    for task in to_cancel:
        task.cancel()
    loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))
    for task in to_cancel:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })


def run(main, *, debug=None):
    """Runs the coroutine in a new loop and closes the loop."""
    if events._get_running_loop() is not None:
        raise RuntimeError(
            'asyncio.run() cannot be called from a running event loop')
    if not coroutines.iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = events.new_event_loop()
    try:
        events.set_event_loop(loop)
        if debug is not None:
            loop.set_debug(debug)
        return _run_main(loop, main)
    finally:
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            events.set_event_loop(None)
            loop.close()
