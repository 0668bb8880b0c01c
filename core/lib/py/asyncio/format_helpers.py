"""Texts for callbacks and coroutines, as asyncio prints them."""
import functools

_MAX_TEXT = 30
_MAX_ITEMS = {list: 6, tuple: 6, set: 6, frozenset: 6, dict: 4}


def _shorten(text, limit):
    if len(text) <= limit:
        return text
    head = (limit - 3) // 2
    tail = limit - 3 - head
    return text[:head] + '...' + text[len(text) - tail:]


def _short_str(value):
    text = repr(value[:_MAX_TEXT])
    if len(value) <= _MAX_TEXT and len(text) <= _MAX_TEXT:
        return text
    head = (_MAX_TEXT - 3) // 2
    tail = _MAX_TEXT - 3 - head
    text = repr(value[:head] + value[len(value) - tail:])
    return text[:head] + '...' + text[len(text) - tail:]


def _short_items(items, limit, level):
    parts = [short_repr(item, level - 1) for item in items[:limit]]
    if len(items) > limit:
        parts.append('...')
    return ', '.join(parts)


def _short_dict(value, level):
    limit = _MAX_ITEMS[dict]
    parts = [f'{short_repr(key, level - 1)}: '
             f'{short_repr(value[key], level - 1)}'
             for key in _in_order(value)[:limit]]
    if len(value) > limit:
        parts.append('...')
    return '{' + ', '.join(parts) + '}'


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


def _short_container(value, kind, level):
    if kind is list:
        return '[' + _short_items(value, 6, level) + ']'
    if kind is tuple:
        comma = ',' if len(value) == 1 else ''
        return '(' + _short_items(value, 6, level) + comma + ')'
    if kind is dict:
        return _short_dict(value, level)
    items = _short_items(_in_order(value), 6, level)
    return f'frozenset({{{items}}})' if kind is frozenset else f'{{{items}}}'


def short_repr(value, level=6):
    """repr() cut to a bearable length, as reprlib.repr() cuts it."""
    kind = type(value)
    if kind is str:
        return _short_str(value)
    if kind in _MAX_ITEMS and value:
        if level <= 0:
            return {list: '[...]', tuple: '(...)', dict: '{...}',
                    set: '{...}', frozenset: 'frozenset({...})'}[kind]
        return _short_container(value, kind, level)
    return _shorten(repr(value), 40 if kind is int else _MAX_TEXT)


def _format_args(args, kwargs):
    items = [short_repr(arg) for arg in args]
    if kwargs:
        items += [f'{name}={short_repr(arg)}' for name, arg in kwargs.items()]
    return '(' + ', '.join(items) + ')'


def _format_call(func, args, kwargs, suffix=''):
    if isinstance(func, functools.partial):
        suffix = _format_args(args, kwargs) + suffix
        return _format_call(func.func, func.args, func.keywords, suffix)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None)
    return (name or repr(func)) + _format_args(args, kwargs) + suffix


def _source_of(func):
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    if isinstance(func, functools.partial):
        return _source_of(func.func)
    code = getattr(func, '__code__', None)
    return code and (code.co_filename, code.co_firstlineno)


def describe(func, args):
    """The callback with its arguments and where it was defined."""
    if isinstance(func, str):
        return func
    text = _format_call(func, args, None)
    source = _source_of(func)
    if source:
        text += f' at {source[0]}:{source[1]}'
    return text


def format_callbacks(callbacks):
    """The cb=[...] part of a future's repr."""
    def text(entry):
        return describe(entry[0], ())

    if len(callbacks) == 1:
        inside = text(callbacks[0])
    elif len(callbacks) == 2:
        inside = f'{text(callbacks[0])}, {text(callbacks[1])}'
    else:
        inside = (f'{text(callbacks[0])}, <{len(callbacks) - 2} more>, '
                  f'{text(callbacks[-1])}')
    return f'cb=[{inside}]'


def _attribute(coro, name):
    for prefix in ('cr_', 'gi_'):
        if hasattr(coro, prefix + name):
            return getattr(coro, prefix + name)
    return None


def format_coroutine(coro):
    """The coro=<...> part of a task's repr."""
    name = getattr(coro, '__qualname__', None) or getattr(
        coro, '__name__', None) or f'<{type(coro).__name__} without __name__>'
    name += '()'
    code = _attribute(coro, 'code')
    if code is None:
        return name + ' running' if _attribute(coro, 'running') else name
    frame = _attribute(coro, 'frame')
    if frame is not None:
        return f'{name} running at {code.co_filename}:{frame.f_lineno}'
    return f'{name} done, defined at {code.co_filename}:{code.co_firstlineno}'
