"""What functools gives on request: caches, orders, dispatch."""
from collections import OrderedDict, namedtuple
from functools import partial, update_wrapper

_missing = object()

CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


# ---- caches

def _key(args, kwds, typed):
    key = args
    if kwds:
        key += (_missing, *kwds.items())
    if typed:
        key += tuple(map(type, args)) + tuple(map(type, kwds.values()))
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def _cached(function, maxsize, typed):
    cache = OrderedDict()
    hits = misses = 0

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        if maxsize == 0:
            misses += 1
            return function(*args, **kwds)
        key = _key(args, kwds, typed)
        value = cache.get(key, _missing)
        if value is not _missing:
            hits += 1
            if maxsize is not None:
                cache.move_to_end(key)
            return value
        misses += 1
        value = function(*args, **kwds)
        if maxsize is not None and key not in cache and (
                len(cache) >= maxsize):
            cache.popitem(last=False)
        cache[key] = value
        return value

    def cache_info():
        """Report cache statistics"""
        return CacheInfo(hits, misses, maxsize, len(cache))

    def cache_clear():
        """Clear the cache and cache statistics"""
        nonlocal hits, misses
        cache.clear()
        hits = misses = 0

    wrapper.cache_info, wrapper.cache_clear = cache_info, cache_clear
    return wrapper


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the most recent calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _decorated(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a '
                        'callable, or None')

    def decorating_function(function):
        return _decorated(function, maxsize, typed)
    return decorating_function


def _decorated(function, maxsize, typed):
    wrapper = _cached(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Remembers the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once per instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two '
                            f'different names ({self.attrname!r} and '
                            f'{name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without '
                            'calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on "
                            f'{type(instance).__name__!r} instance to cache '
                            f'{self.attrname!r} property.') from None
        value = values.get(self.attrname, _missing)
        if value is _missing:
            value = values[self.attrname] = self.func(instance)
        return value


# ---- orders

def _from_lt(name):
    """The operator [name] by means of < and ==."""
    def compare(self, other):
        below = type(self).__lt__(self, other)
        if below is NotImplemented:
            return below
        if name == '__gt__':
            return not below and self != other
        return below or self == other if name == '__le__' else not below
    return compare


def _from_le(name):
    def compare(self, other):
        below = type(self).__le__(self, other)
        if below is NotImplemented:
            return below
        if name == '__ge__':
            return not below or self == other
        return below and self != other if name == '__lt__' else not below
    return compare


def _from_gt(name):
    def compare(self, other):
        above = type(self).__gt__(self, other)
        if above is NotImplemented:
            return above
        if name == '__lt__':
            return not (above or self == other)
        return above or self == other if name == '__ge__' else not above
    return compare


def _from_ge(name):
    def compare(self, other):
        above = type(self).__ge__(self, other)
        if above is NotImplemented:
            return above
        if name == '__le__':
            return not above or self == other
        return above and self != other if name == '__gt__' else not above
    return compare


_MAKERS = {'__lt__': _from_lt, '__le__': _from_le, '__gt__': _from_gt,
           '__ge__': _from_ge}


def total_ordering(cls):
    """Fills in the comparisons that follow from one of them."""
    roots = [name for name in _MAKERS
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > '
                         '<= >=')
    root = next(name for name in ('__lt__', '__le__', '__gt__', '__ge__')
                if name in roots)
    for name in _MAKERS:
        if name not in roots:
            compare = _MAKERS[root](name)
            compare.__name__ = name
            setattr(cls, name, compare)
    return cls


def cmp_to_key(mycmp):
    """A key function from a comparison function."""
    class K:
        __slots__ = ('obj',)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


# ---- calls

class partialmethod:
    """partial() for methods."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        if hasattr(type(self.func), '__get__') and not isinstance(
                self.func, type(partialmethod.__init__)):
            return partial(self.func.__get__(obj, cls), *self.args,
                           **self.keywords)
        if obj is not None:
            return partial(self.func, obj, *self.args, **self.keywords)

        def _method(self_, /, *args, **kwargs):
            return self.func(self_, *self.args, *args,
                             **{**self.keywords, **kwargs})
        return _method


def singledispatch(func):
    """Chooses the function by the type of the first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for base, implementation in registry.items():
            if issubclass(cls, base) and base is not object:
                return implementation
        return func

    def register(cls, func=None):
        if not isinstance(cls, type):
            notes = [note for name, note in getattr(
                cls, '__annotations__', {}).items() if name != 'return']
            if func is not None or not notes:
                raise TypeError('Invalid first argument to `register()`: '
                                f'{cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated '
                                'function.')
            cls, func = notes[0], cls
        if func is None:
            return lambda f: register(cls, f)
        registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{func.__name__} requires at least 1 positional '
                            'argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register, wrapper.dispatch = register, dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch() for methods, by the argument after self."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)
        _method.register = self.register
        return update_wrapper(_method, self.func)


for _name in ('lru_cache', 'cache', 'cached_property', 'total_ordering',
              'cmp_to_key', 'partialmethod', 'singledispatch',
              'singledispatchmethod'):
    globals()[_name].__module__ = 'functools'
del _name
