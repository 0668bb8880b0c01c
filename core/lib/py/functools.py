"""Functions that work on functions."""
from _functools import partial

# Those in the second list stand in _caching, loaded when one is asked for.
_ON_REQUEST = ['cache', 'cached_property', 'cmp_to_key', 'lru_cache',
               'partialmethod', 'singledispatch', 'singledispatchmethod',
               'total_ordering']
__all__ = ['partial', 'reduce', 'update_wrapper', 'wraps',
           'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', *_ON_REQUEST]

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Makes [wrapper] look like the function it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator form of update_wrapper()."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned,
                   updated=updated)


def reduce(function, iterable, initial=_missing, /):
    """Folds the items from the left."""
    it = iter(iterable)
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial '
                            'value') from None
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


def __getattr__(name):
    if name in _ON_REQUEST:
        import _caching
        return getattr(_caching, name)
    raise AttributeError(f"module 'functools' has no attribute {name!r}")
