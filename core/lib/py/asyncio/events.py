"""Policies, the current loop, handles."""
import _asyncio
from _asyncio import (Handle, TimerHandle, _get_running_loop, get_running_loop)

__all__ = (
    'AbstractEventLoop', 'AbstractEventLoopPolicy', 'DefaultEventLoopPolicy',
    'Handle', 'TimerHandle', 'get_event_loop', 'get_event_loop_policy',
    'get_running_loop', 'new_event_loop', 'set_event_loop',
    'set_event_loop_policy', '_get_running_loop',
)

AbstractEventLoop = _asyncio._Loop


class AbstractEventLoopPolicy:
    """How a program gets its event loops."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One current loop, made at the first request unless one was set."""

    def __init__(self):
        self._loop = None
        self._set_called = False

    def get_event_loop(self):
        if self._loop is None and not self._set_called:
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError(
                "There is no current event loop in thread 'MainThread'.")
        return self._loop

    def set_event_loop(self, loop):
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError('loop argument must be an instance of '
                            'AbstractEventLoop or None, not '
                            f"'{type(loop).__name__}'")
        self._loop = loop

    def new_event_loop(self):
        from .base_events import SelectorEventLoop
        return SelectorEventLoop()


_policy = None


def get_event_loop_policy():
    """The current policy; the default one is made when first needed."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Sets the policy; None puts the default one back."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of '
                        'AbstractEventLoopPolicy or None, not '
                        f"'{type(policy).__name__}'")
    _policy = policy


def get_event_loop():
    """The running loop, or else the policy's."""
    running = _get_running_loop()
    if running is not None:
        return running
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Sets the policy's current loop."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop of the policy's kind."""
    return get_event_loop_policy().new_event_loop()


_asyncio._set_hook('get_event_loop', get_event_loop)
