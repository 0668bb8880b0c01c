"""Context managers and what helps to write them."""
import sys
from functools import wraps

__all__ = ['AbstractAsyncContextManager', 'AbstractContextManager',
           'AsyncContextDecorator', 'AsyncExitStack', 'ContextDecorator',
           'ExitStack', 'aclosing', 'asynccontextmanager', 'closing',
           'contextmanager', 'nullcontext', 'redirect_stderr',
           'redirect_stdout', 'suppress']


class _ByMethods(type):
    """Classes that have both methods count as subclasses."""

    def __subclasscheck__(cls, other):
        if '_methods' in cls.__dict__:
            return all(getattr(other, name, None) is not None
                       for name in cls._methods)
        return type.__subclasscheck__(cls, other)

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))


class AbstractContextManager(metaclass=_ByMethods):
    """Has __enter__ and __exit__."""

    _methods = ('__enter__', '__exit__')

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager(metaclass=_ByMethods):
    """Has __aenter__ and __aexit__."""

    _methods = ('__aenter__', '__aexit__')

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    """Context managers that can also be used as decorators."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """The same for coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


# ---- generators as context managers

class _GeneratorManager:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _came_back(raised, value, stop):
    """Is it [value] itself, perhaps as the RuntimeError that a generator
    makes of StopIteration?"""
    if raised is value:
        return True
    return (isinstance(raised, RuntimeError) and isinstance(value, stop)
            and raised.__cause__ is value)


class _GeneratorContextManager(_GeneratorManager, ContextDecorator,
                               AbstractContextManager):
    """What a @contextmanager function returns."""

    def __enter__(self):
        # They are no longer needed, and could keep things alive.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as exc:
            return exc is not value
        except BaseException as exc:
            if not _came_back(exc, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorManager, AsyncContextDecorator,
                                    AbstractAsyncContextManager):
    """What an @asynccontextmanager function returns."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if not _came_back(exc, value, (StopIteration,
                                           StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    """Makes a context manager of a generator that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an async generator."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


# ---- small ones

class closing(AbstractContextManager):
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits the thing's aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """print() goes elsewhere."""
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """sys.stderr goes elsewhere."""
    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Ends the block quietly at one of the exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A context manager that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


# ---- stacks

def _method(cm, name, protocol):
    try:
        return getattr(type(cm), name)
    except AttributeError:
        cls = type(cm)
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f'not support the {protocol} protocol') from None


class _BaseExitStack:
    """Callbacks (is_sync, function(exc_type, exc, tb)), the last one first."""

    def __init__(self):
        from collections import deque
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves the callbacks to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = type(self._exit_callbacks)()
        return new_stack

    def _push_bound(self, cm, method, is_sync=True):
        def exit(*details):
            return method(cm, *details)
        exit.__self__ = cm
        self._exit_callbacks.append((is_sync, exit))

    def push(self, exit):
        """Adds a context manager's exit, or a function like one."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._exit_callbacks.append((True, exit))
        else:
            self._push_bound(exit, method)
        return exit

    def enter_context(self, cm):
        """Enters [cm]; it is left when the stack is."""
        enter = _method(cm, '__enter__', 'context manager')
        try:
            leave = type(cm).__exit__
        except AttributeError:
            cls = type(cm)
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object "
                            'does not support the context manager protocol '
                            '(missed __exit__ method)') from None
        result = enter(cm)
        self._push_bound(cm, leave)
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a call that takes no part in the handling of errors."""
        def exit(exc_type, exc, tb):
            callback(*args, **kwds)
        exit.__wrapped__ = callback
        self._exit_callbacks.append((True, exit))
        return callback


def _fix_context(new_exc, old_exc, frame_exc):
    """Makes the chain look as with nested with statements."""
    while True:
        context = new_exc.__context__
        if context is None or context is old_exc:
            return
        if context is frame_exc:
            break
        new_exc = context
    new_exc.__context__ = old_exc


def _raise_pending(exc):
    """Raises without a new context."""
    context = exc.__context__
    try:
        raise exc
    except BaseException:
        exc.__context__ = context
        raise


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A with statement whose managers are chosen at run time."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        received = details[0] is not None
        frame_exc = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*details):
                    suppressed, pending = True, False
                    details = (None, None, None)
            except BaseException as exc:
                _fix_context(exc, details[1], frame_exc)
                pending = True
                details = (type(exc), exc, exc.__traceback__)
        if pending:
            _raise_pending(details[1])
        return received and suppressed

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """The same for async with."""

    async def enter_async_context(self, cm):
        enter = _method(cm, '__aenter__', 'asynchronous context manager')
        try:
            leave = type(cm).__aexit__
        except AttributeError:
            cls = type(cm)
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object "
                            'does not support the asynchronous context '
                            'manager protocol (missed __aexit__ method)'
                            ) from None
        result = await enter(cm)
        self._push_bound(cm, leave, False)
        return result

    def push_async_exit(self, exit):
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._exit_callbacks.append((False, exit))
        else:
            self._push_bound(exit, method, False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def exit(exc_type, exc, tb):
            await callback(*args, **kwds)
        exit.__wrapped__ = callback
        self._exit_callbacks.append((False, exit))
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        received = details[0] is not None
        frame_exc = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*details)
                if not is_sync:
                    result = await result
                if result:
                    suppressed, pending = True, False
                    details = (None, None, None)
            except BaseException as exc:
                _fix_context(exc, details[1], frame_exc)
                pending = True
                details = (type(exc), exc, exc.__traceback__)
        if pending:
            _raise_pending(details[1])
        return received and suppressed
