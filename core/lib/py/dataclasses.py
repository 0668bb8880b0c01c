"""Classes whose methods follow from their fields."""
from types import GenericAlias, MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar',
           'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT = '__post_init__'


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be changed."""


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _DefaultFactory:
    def __repr__(self):
        return '<factory>'


_FACTORY = _DefaultFactory()

# Kinds of fields.
_PLAIN, _CLASS_VAR, _INIT_VAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'


class InitVar:
    """A parameter of __init__ that is no attribute."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = (self.type.__name__ if isinstance(self.type, type)
                else repr(self.type))
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash',
                 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare,
                 metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},'
                f'default={self.default!r},'
                f'default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True,
          hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata,
                 kw_only)


class _Params:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        text = ','.join(f'{name}={getattr(self, name)!r}'
                        for name in self.__slots__)
        return f'_DataclassParams({text})'


# ---- fields

def _kind_of(annotation):
    """Annotations may be strings."""
    if isinstance(annotation, str):
        name = annotation.split('[')[0].rsplit('.', 1)[-1].strip()
        return {'ClassVar': _CLASS_VAR, 'InitVar': _INIT_VAR}.get(name, _PLAIN)
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _INIT_VAR
    text = repr(annotation)
    if text == 'typing.ClassVar' or text.startswith('typing.ClassVar['):
        return _CLASS_VAR
    return _PLAIN


def _is_kw_only_mark(annotation):
    return annotation is KW_ONLY or (
        isinstance(annotation, str)
        and annotation in ('KW_ONLY', 'dataclasses.KW_ONLY'))


def _make_field(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _kind_of(annotation)
    if f._field_type in (_CLASS_VAR, _INIT_VAR):
        if f.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type is _CLASS_VAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies '
                            'kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _PLAIN and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} '
                         'is not allowed: use default_factory')
    return f


def _collect(cls, kw_only):
    """All fields by name, the bases' first."""
    result = {}
    for base in reversed(cls.__mro__[1:]):
        result.update(base.__dict__.get(_FIELDS, {}))
    annotations = cls.__dict__.get('__annotations__', {})
    marked = False
    for name, annotation in annotations.items():
        if _is_kw_only_mark(annotation):
            if marked:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has '
                                'already been specified')
            marked = kw_only = True
            continue
        f = _make_field(cls, name, annotation, kw_only)
        result[name] = f
        if isinstance(cls.__dict__.get(name), Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return result


# ---- methods

def _define(cls, name, params, lines, namespace):
    """A method from its source, which is how its parameters get names."""
    outer = ', '.join(namespace)
    body = '\n'.join('  ' + line for line in lines)
    source = (f'def _make({outer}):\n def {name}({params}):\n{body}\n'
              f' return {name}')
    made = {}
    exec(source, {'__name__': cls.__module__}, made)
    func = made['_make'](**namespace)
    func.__qualname__ = f'{cls.__qualname__}.{name}'
    return func


def _parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    default = f'_dflt_{f.name}' if f.default is not MISSING else '_FACTORY'
    return f'{f.name}={default}'


def _init_lines(f, frozen, slots, self_name):
    """What __init__ does for one field."""
    if f._field_type is _INIT_VAR:
        return []
    if f.default_factory is not MISSING:
        value = f'_dflt_{f.name}()'
        if f.init:
            value += f' if {f.name} is _FACTORY else {f.name}'
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        value = f'_dflt_{f.name}'
    else:
        return []
    if frozen:
        return [f'_setattr({self_name}, {f.name!r}, {value})']
    return [f'{self_name}.{f.name} = {value}']


def _make_init(cls, all_fields, frozen, slots):
    self_name = '__self' if 'self' in all_fields else 'self'
    positional = [f for f in all_fields.values()
                  if f._field_type is not _CLASS_VAR and f.init
                  and not f.kw_only]
    keyword = [f for f in all_fields.values()
               if f._field_type is not _CLASS_VAR and f.init and f.kw_only]
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default '
                            'argument')
    params = [self_name] + [_parameter(f) for f in positional]
    if keyword:
        params += ['*'] + [_parameter(f) for f in keyword]
    namespace = {'_FACTORY': _FACTORY, '_setattr': object.__setattr__}
    lines = []
    for f in all_fields.values():
        if f._field_type is _CLASS_VAR:
            continue
        if f.default_factory is not MISSING:
            namespace[f'_dflt_{f.name}'] = f.default_factory
        elif f.default is not MISSING:
            namespace[f'_dflt_{f.name}'] = f.default
        lines += _init_lines(f, frozen, slots, self_name)
    if hasattr(cls, _POST_INIT):
        args = ', '.join(f.name for f in all_fields.values()
                         if f._field_type is _INIT_VAR)
        lines.append(f'{self_name}.{_POST_INIT}({args})')
    init = _define(cls, '__init__', ', '.join(params), lines or ['pass'],
                   namespace)
    init.__annotations__ = {f.name: f.type for f in positional + keyword}
    init.__annotations__['return'] = None
    return init


_printing = set()


def _make_repr(names):
    def __repr__(self):
        if id(self) in _printing:
            return '...'
        _printing.add(id(self))
        try:
            text = ', '.join(f'{name}={getattr(self, name)!r}'
                             for name in names)
            return f'{self.__class__.__qualname__}({text})'
        finally:
            _printing.discard(id(self))
    return __repr__


def _key_maker(names):
    def key(self):
        return tuple([getattr(self, name) for name in names])
    return key


def _make_comparisons(names):
    """__eq__ and the four of order=True."""
    key = _key_maker(names)

    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return key(self) == key(other)
        return NotImplemented

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return key(self) < key(other)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return key(self) <= key(other)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return key(self) > key(other)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return key(self) >= key(other)
        return NotImplemented

    return __eq__, (__lt__, __le__, __gt__, __ge__)


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _add(cls, func):
    """False when the class has such a method itself."""
    if func.__name__ in cls.__dict__:
        return False
    func.__qualname__ = f'{cls.__qualname__}.{func.__name__}'
    func.__module__ = cls.__module__
    setattr(cls, func.__name__, func)
    return True


def _set_hash(cls, params, all_fields, explicit):
    """CPython's table: what becomes of __hash__."""
    if params.unsafe_hash:
        if explicit:
            raise TypeError('Cannot overwrite attribute __hash__ in class '
                            f'{cls.__name__}')
    elif explicit or not params.eq:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    key = _key_maker([f.name for f in all_fields
                      if (f.compare if f.hash is None else f.hash)])

    def __hash__(self):
        return hash(key(self))

    __hash__.__qualname__ = f'{cls.__qualname__}.__hash__'
    cls.__hash__ = __hash__


def _check_frozen(cls, frozen):
    bases = [base.__dict__[_PARAMS] for base in cls.__mro__[1:]
             if _PARAMS in base.__dict__]
    if bases and any(b.frozen for b in bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen '
                        'one')
    if bases and frozen and not all(b.frozen for b in bases):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen '
                        'one')


def _type_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation,
                                                       GenericAlias):
        if annotation.__module__ in ('builtins', '__main__'):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation).removeprefix('typing.')


def _doc_text(cls, all_fields):
    parts, star = [], False
    shown = [f for f in all_fields.values()
             if f.init and f._field_type is not _CLASS_VAR]
    for f in ([f for f in shown if not f.kw_only]
              + [f for f in shown if f.kw_only]):
        if f.kw_only and not star:
            parts.append('*')
            star = True
        text = f'{f.name}: {_type_text(f.type)}'
        if f.default is not MISSING:
            text += f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return f'{cls.__name__}({", ".join(parts)})'


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    _check_frozen(cls, params.frozen)
    own_hash = cls.__dict__.get('__hash__', MISSING)
    explicit_hash = not (own_hash is MISSING or (own_hash is None
                         and '__eq__' in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    all_fields = _collect(cls, kw_only)
    setattr(cls, _FIELDS, all_fields)
    setattr(cls, _PARAMS, params)
    plain = [f for f in all_fields.values() if f._field_type is _PLAIN]
    if params.init:
        init = _make_init(cls, all_fields, params.frozen, slots)
        _add(cls, init)
    if params.repr:
        _add(cls, _make_repr([f.name for f in plain if f.repr]))
    eq, orders = _make_comparisons([f.name for f in plain if f.compare])
    if params.eq:
        _add(cls, eq)
    if params.order:
        for func in orders:
            if not _add(cls, func):
                raise TypeError('Cannot overwrite attribute '
                                f'{func.__name__} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if params.frozen:
        for func in _make_frozen(cls, {f.name for f in plain}):
            if not _add(cls, func):
                raise TypeError('Cannot overwrite attribute '
                                f'{func.__name__} in class {cls.__name__}')
    _set_hash(cls, params, plain, explicit_hash)
    if cls.__dict__.get('__doc__') is None:
        cls.__doc__ = _doc_text(cls, all_fields)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(
            f.name for f in all_fields.values()
            if f.init and not f.kw_only and f._field_type is not _CLASS_VAR)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _with_slots(cls, plain, weakref_slot) if slots else cls


def _with_slots(cls, plain, weakref_slot):
    """The same class again, with __slots__."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = {name for base in cls.__mro__[1:-1]
                 for name in getattr(base, '__slots__', ())}
    names = tuple(f.name for f in plain if f.name not in inherited)
    namespace = dict(cls.__dict__)
    namespace['__slots__'] = names + (('__weakref__',) if weakref_slot
                                      else ())
    for f in plain:
        namespace.pop(f.name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = cls.__qualname__
    result = type(cls)(cls.__name__, cls.__bases__, namespace)
    result.__qualname__ = qualname
    if result.__dataclass_params__.frozen:
        for func in _make_frozen(result, {f.name for f in plain}):
            setattr(result, func.__name__, func)
    return result


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False,
              unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Adds the methods that follow from the annotated fields."""
    def wrap(cls):
        params = _Params(init, repr, eq, order, unsafe_hash, frozen)
        return _process(cls, params, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- using them

def fields(class_or_instance):
    """The fields, as a tuple."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or '
                        'instance') from None
    return tuple(f for f in found.values() if f._field_type is _PLAIN)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _convert(obj, inner, make):
    """Goes through dataclasses, lists, tuples and dicts; copies the rest."""
    if _is_instance(obj):
        return make([(f.name, inner(getattr(obj, f.name)))
                     for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[inner(item) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([inner(item) for item in obj])
    if isinstance(obj, dict):
        pairs = [(inner(key), inner(value)) for key, value in obj.items()]
        if hasattr(type(obj), 'default_factory'):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    from copy import deepcopy
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields and values, also of dataclasses inside."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def inner(value):
        return _convert(value, inner, dict_factory)
    return inner(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The values, also of dataclasses inside."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def make(pairs):
        return tuple_factory([value for _, value in pairs])

    def inner(value):
        return _convert(value, inner, make)
    return inner(obj)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _CLASS_VAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False,'
                                 ' it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _INIT_VAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with '
                                 'replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass without a class statement."""
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: '
                            f'{name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    namespace['__annotations__'] = annotations
    namespace.setdefault('__module__', 'types')
    cls = type(cls_name, bases, namespace)
    return dataclass(cls, **options)
