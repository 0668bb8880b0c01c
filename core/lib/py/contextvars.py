"""Variables whose values belong to a context: each task has its own."""
from _contextvars import _Context, current, current_id, replace
from _native import name_as_builtin

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_missing = object()


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


class Token:
    """What ContextVar.set() returns: how to undo it."""

    __slots__ = ('_var', '_old_value', '_context', '_used')

    MISSING = _Missing()

    def __new__(cls):
        raise RuntimeError('Tokens can only be created by ContextVars')

    @classmethod
    def _of(cls, var, old_value):
        self = object.__new__(cls)
        self._var, self._old_value = var, old_value
        self._context, self._used = current_id(), False
        return self

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old_value)

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'

    __hash__ = None


class ContextVar:
    """One variable."""

    __slots__ = ('_name', '_default')

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name, self._default = name, default

    name = property(lambda self: self._name)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def get(self, default=_missing, /):
        """The value here, else [default], else the variable's own."""
        vars = current()
        if vars is not None and self in vars:
            return vars[self]
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Sets the value in the running context."""
        vars = dict(current() or ())
        old = vars.get(self, Token.MISSING)
        vars[self] = value
        replace(vars)
        return Token._of(self, old)

    def reset(self, token, /):
        """Undoes the set() that gave [token]."""
        if not isinstance(token, Token):
            raise TypeError('expected an instance of Token, got '
                            f'{token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different '
                             'ContextVar')
        if token._context != current_id():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        vars = dict(current() or ())
        if token._old_value is Token.MISSING:
            vars.pop(self, None)
        else:
            vars[self] = token._old_value
        replace(vars)

    def __repr__(self):
        default = ('' if self._default is _missing
                   else f' default={self._default!r}')
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


class Context(_Context):
    """A mapping of variables to values."""

    __slots__ = ()

    def run(self, callable, /, *args, **kwargs):
        """Calls with this as the running context."""
        self._enter()
        try:
            return callable(*args, **kwargs)
        finally:
            self._leave()

    def copy(self):
        result = Context()
        result._fill(self._vars())
        return result

    def _dict(self):
        return self._vars() or {}

    def __getitem__(self, var):
        _check(var)
        return self._dict()[var]

    def __contains__(self, var):
        _check(var)
        return var in self._dict()

    def get(self, var, default=None, /):
        _check(var)
        return self._dict().get(var, default)

    def __iter__(self):
        return iter(self._dict())

    def __len__(self):
        return len(self._dict())

    def keys(self):
        return self._dict().keys()

    def values(self):
        return self._dict().values()

    def items(self):
        return self._dict().items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._dict() == other._dict()

    __hash__ = None


def _check(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')


def copy_context():
    """The running context's variables in a Context of their own."""
    result = Context()
    result._fill(current())
    return result


for _class in Context, ContextVar, Token:
    _class.__module__ = '_contextvars'
    name_as_builtin(_class)
del _class
