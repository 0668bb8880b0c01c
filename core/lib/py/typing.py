"""Names for annotations. They are kept, never checked."""
_names = (
    'Annotated', 'Any', 'AnyStr', 'AsyncGenerator', 'AsyncIterable',
    'AsyncIterator', 'Awaitable', 'Callable', 'ChainMap', 'ClassVar',
    'Collection', 'Concatenate', 'Container', 'ContextManager', 'Coroutine',
    'Counter', 'DefaultDict', 'Deque', 'Dict', 'Final', 'FrozenSet',
    'Generator', 'Hashable', 'Iterable', 'Iterator', 'List', 'Literal',
    'LiteralString', 'Mapping', 'Match', 'MutableMapping', 'MutableSequence',
    'MutableSet', 'Never', 'NoReturn', 'NotRequired', 'Optional',
    'OrderedDict', 'ParamSpec', 'Pattern', 'Required', 'Reversible', 'Self',
    'Sequence', 'Set', 'Sized', 'SupportsFloat', 'SupportsIndex',
    'SupportsInt', 'Text', 'Tuple', 'Type', 'TypeAlias', 'TypeGuard', 'Union',
    'Unpack',
)

_BUILT_IN = {'Dict': dict, 'List': list, 'Set': set, 'FrozenSet': frozenset,
             'Tuple': tuple, 'Type': type}


class _Name:
    """A name of this module, perhaps with parameters in brackets."""

    def __init__(self, name, args=(), origin=None):
        self._name = name
        self.__args__ = args
        self.__origin__ = origin

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        return _Name(self._name, args, self.__origin__)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is not None:
            return self.__origin__(*args, **kwargs)
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return _Name('Union', (self, other))

    def __ror__(self, other):
        return _Name('Union', (other, self))

    def __mro_entries__(self, bases):
        return (self.__origin__,) if self.__origin__ is not None else ()

    def __eq__(self, other):
        return (isinstance(other, _Name) and self._name == other._name
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        text = f'typing.{self._name}'
        if self.__args__:
            text += '[' + ', '.join(map(_show, self.__args__)) + ']'
        return text


def _show(arg):
    if arg is None or arg is type(None):
        return 'NoneType'
    if arg is Ellipsis:
        return '...'
    if isinstance(arg, list):
        return '[' + ', '.join(map(_show, arg)) + ']'
    if isinstance(arg, type):
        return (arg.__qualname__ if arg.__module__ == 'builtins'
                else f'{arg.__module__}.{arg.__qualname__}')
    return repr(arg)


for _name in _names:
    globals()[_name] = _Name(_name, (), _BUILT_IN.get(_name))
del _name


class Generic:
    """Base of generic classes; parameters are accepted and ignored."""

    def __class_getitem__(cls, args):
        return cls


class Protocol(Generic):
    """Base of protocol classes."""


class TypedDict(dict):
    """A dict whose keys are declared."""

    def __init_subclass__(cls, total=True):
        pass


class TypeVar:
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False,
                 contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints

    def __or__(self, other):
        return _Name('Union', (self, other))

    def __ror__(self, other):
        return _Name('Union', (other, self))

    def __repr__(self):
        return '~' + self.__name__


class NewType:
    """A name for a type that is to be told apart."""

    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, value):
        return value


TYPE_CHECKING = False


def cast(typ, value):
    return value


def overload(func):
    return func


def final(func):
    return func


def override(func):
    return func


def no_type_check(func):
    return func


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, '__annotations__', {}))


def assert_never(value, /):
    raise AssertionError(f'Expected code to be unreachable, but got: '
                         f'{value!r}')


def reveal_type(value, /):
    return value


__all__ = [*_names, 'Generic', 'NewType', 'Protocol', 'TYPE_CHECKING',
           'TypeVar', 'TypedDict', 'assert_never', 'cast', 'final',
           'get_type_hints', 'no_type_check', 'overload', 'override',
           'reveal_type', 'runtime_checkable']
