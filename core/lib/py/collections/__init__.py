"""Containers beyond the built-in ones."""
from _collections import deque
from _native import name_as_builtin

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList',
           'UserString', 'defaultdict', 'deque', 'namedtuple']

_missing = object()


# ---- defaultdict

@name_as_builtin
class defaultdict(dict):
    """A dict that makes the value of a key that is not there."""

    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return (f'{type(self).__name__}({_show(self.default_factory)}, '
                f'{dict.__repr__(self)})')

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)(self.default_factory, {**self, **other})

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)(self.default_factory, {**other, **self})


def _show(factory):
    # A bound method of the dict itself would print the dict again.
    try:
        return repr(factory)
    except RecursionError:
        return '...'


# ---- OrderedDict

@name_as_builtin
class OrderedDict(dict):
    """A dict whose order is part of its value."""

    def move_to_end(self, key, last=True):
        """Makes an existing key the last one, or the first."""
        if last:
            self[key] = self.pop(key)
            return
        value = self.pop(key)
        rest = list(self.items())
        self.clear()
        self[key] = value
        self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        key = next(iter(self))
        return key, self.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return (dict.__eq__(self, other)
                    and all(map(_same, self, other)))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return f'{name}()'
        if id(self) in _printing:
            return '...'
        _printing.add(id(self))
        try:
            return f'{name}({list(self.items())!r})'
        finally:
            _printing.discard(id(self))

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (), None, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)({**self, **other})

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)({**other, **self})


_printing = set()


def _same(a, b):
    return a == b


# ---- namedtuple

_KEYWORDS = frozenset((
    'False None True and as assert async await break class continue def del '
    'elif else except finally for from global if import in is lambda '
    'nonlocal not or pass raise return try while with yield').split())


def _renamed(names):
    seen = set()
    for i, name in enumerate(names):
        if (not name.isidentifier() or name in _KEYWORDS
                or name.startswith('_') or name in seen):
            names[i] = f'_{i}'
        seen.add(name)


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid '
                             f'identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError('Type names and field names cannot be a '
                             f'keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '
                             f'{name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


class _Field:
    """One field of a named tuple."""

    def __init__(self, index):
        self._index = index
        self.__doc__ = f'Alias for field number {index}'

    def __get__(self, instance, owner=None):
        return self if instance is None else instance[self._index]

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f'_tuplegetter({self._index}, {self.__doc__!r})'


def _make_constructor(typename, names, defaults):
    """__new__ with the fields as its parameters."""
    args = ', '.join(names) + (',' if len(names) == 1 else '')
    source = f'lambda _cls, {args}: _tuple_new(_cls, ({args}))'
    new = eval(source, {'_tuple_new': tuple.__new__, '__builtins__': {},
                        '__name__': f'namedtuple_{typename}'})
    new.__name__ = '__new__'
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}({", ".join(names)})'
    if defaults:
        new.__defaults__ = defaults
    return new


def namedtuple(typename, field_names, *, rename=False, defaults=None,
               module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    if rename:
        _renamed(names)
    _check_names(typename, names, rename)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError('Got more default values than field names')
    fields = tuple(names)
    layout = ', '.join(f'{name}=%r' for name in names)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f'Expected {len(fields)} arguments, got '
                            f'{len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise ValueError('Got unexpected field names: '
                             f'{list(kwds)!r}')
        return result

    def __repr__(self):
        return f'{type(self).__name__}({layout % tuple(self)})'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in _make, _replace, __repr__, _asdict, __getnewargs__:
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': dict(zip(reversed(names), reversed(defaults))),
        '__new__': _make_constructor(typename, names, defaults),
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    namespace['_field_defaults'] = {
        name: value for name, value in zip(names[len(names) - len(defaults):],
                                           defaults)}
    for i, name in enumerate(names):
        namespace[name] = _Field(i)
    result = type(typename, (tuple,), namespace)
    if module is None:
        import sys
        # Ours do not count: this is the caller's.
        module = sys._getframe().f_globals.get('__name__', '__main__')
    result.__module__ = module
    return result


# ---- Counter

def _count_elements(mapping, iterable):
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


class Counter(dict):
    """How often there is what."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        """(item, count) pairs, the most frequent first."""
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                if self:
                    for item, count in iterable.items():
                        self[item] = count + self.get(item, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if hasattr(iterable, 'keys') and hasattr(iterable, 'items'):
                for item, count in iterable.items():
                    self[item] = self.get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def _counts_match(self, other, holds):
        """Does holds(mine, others) for every item of either?"""
        if not isinstance(other, Counter):
            return NotImplemented
        return (all(holds(count, other[item])
                    for item, count in self.items())
                and all(holds(self[item], count)
                        for item, count in other.items()))

    def __eq__(self, other):
        return self._counts_match(other, lambda a, b: a == b)

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def __le__(self, other):
        return self._counts_match(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._counts_match(other, lambda a, b: a >= b)

    def __lt__(self, other):
        below = self.__le__(other)
        return below if below is NotImplemented else below and self != other

    def __gt__(self, other):
        above = self.__ge__(other)
        return above if above is NotImplemented else above and self != other

    def _combine(self, other, operation):
        """Keeps what operation(mine, others) leaves above zero."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in self:
            count = operation(self[item], other[item])
            if count > 0:
                result[item] = count
        for item in other:
            if item not in self:
                count = operation(0, other[item])
                if count > 0:
                    result[item] = count
        return result

    def __add__(self, other):
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combine(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combine(other, max)

    def __and__(self, other):
        return self._combine(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


def _count_of(pair):
    return pair[1]


def __getattr__(name):
    # Less often used, and in need of the abstract classes.
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from collections import _wrappers
        return getattr(_wrappers, name)
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
