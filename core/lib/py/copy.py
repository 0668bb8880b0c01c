"""Copies of objects."""

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error


def _f():
    pass


# Immutable, or never copied.
_ATOMIC = (type(None), int, float, bool, str, bytes, range, type(Ellipsis),
           type(NotImplemented), type(_f), type(len), property)


def _is_atomic(x):
    cls = type(x)
    return cls in _ATOMIC or issubclass(cls, type)


def copy(x):
    """A new object with the same content."""
    cls = type(x)
    if _is_atomic(x) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuild(x, _parts(x), None)


def deepcopy(x, memo=None):
    """A new object whose content is copied too."""
    if _is_atomic(x):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if cls is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        same = all(a is b for a, b in zip(items, x))
        result = x if same else tuple(items)
    elif getattr(cls, '__deepcopy__', None) is not None:
        result = cls.__deepcopy__(x, memo)
    elif type(x).__name__ == 'method':
        result = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        result = _rebuild(x, _parts(x), memo)
    if result is not x:
        memo[id(x)] = result
        # Nothing may take this id while the copy is made.
        memo.setdefault(id(memo), []).append(x)
    return result


# ---- objects of other classes

_UNCOPYABLE = ('generator', 'coroutine', 'async_generator', 'module', 'frame',
               'traceback', 'Task', 'Future', 'Context')


def _slot_values(x):
    values = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith('__') and not name.endswith('__'):
                name = f"_{cls.__name__.lstrip('_')}{name}"
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                values[name] = getattr(x, name)
    return values


def _own_reduce(cls):
    for name in '__reduce_ex__', '__reduce__':
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return name
    return None


def _parts(x):
    """(function, arguments, state, items, pairs) that make one like it."""
    cls = type(x)
    name = _own_reduce(cls)
    if name is not None:
        parts = (x.__reduce_ex__(4) if name == '__reduce_ex__'
                 else x.__reduce__())
        if isinstance(parts, str):
            return parts
        return tuple(parts) + (None,) * (5 - len(parts))
    if cls.__name__ in _UNCOPYABLE:
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    state = getattr(x, '__getstate__', None)
    if state is not None:
        state = state()
    else:
        state = dict(getattr(x, '__dict__', {})), _slot_values(x)
    args, items, pairs = (), None, None
    if isinstance(x, BaseException):
        return cls, x.args, state, None, None
    arguments = getattr(x, '__getnewargs__', None)
    if arguments is not None:
        args = arguments()
    elif isinstance(x, (frozenset, set)):
        return cls, (list(x),), state, None, None
    else:
        for base in tuple, str, int, float, bytes:
            if isinstance(x, base):
                args = (base(x),)
    if isinstance(x, list):
        items = list.__iter__(x)
    if isinstance(x, dict):
        pairs = iter(dict.items(x))
    return cls.__new__, (cls, *args), state, items, pairs


def _rebuild(x, parts, memo):
    """memo None: a shallow copy."""
    if isinstance(parts, str):
        return x
    make, args, state, items, pairs = parts

    def inner(value):
        return value if memo is None else deepcopy(value, memo)

    if memo is not None:
        args = tuple([deepcopy(arg, memo) for arg in args])
    result = make(*args)
    if memo is not None:
        memo[id(x)] = result
    _set_state(result, inner(state))
    for item in items or ():
        result.append(inner(item))
    for key, value in pairs or ():
        result[inner(key)] = inner(value)
    return result


def _set_state(result, state):
    if state is None:
        return
    if hasattr(result, '__setstate__'):
        result.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        result.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(result, name, value)
