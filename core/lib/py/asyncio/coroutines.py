"""What counts as a coroutine."""
import types

__all__ = ('iscoroutine', 'iscoroutinefunction')

_COROUTINE_FLAG = 128


def iscoroutinefunction(func):
    """True for a function defined with async def."""
    while hasattr(func, '__func__'):
        func = func.__func__
    while hasattr(func, 'func') and not hasattr(func, '__code__'):
        func = func.func
    code = getattr(func, '__code__', None)
    return bool(code is not None and code.co_flags & _COROUTINE_FLAG)


def iscoroutine(obj):
    """True for the object that calling such a function gives."""
    return isinstance(obj, (types.CoroutineType, types.GeneratorType))
