"""What kind of thing an object is, and how functions are called."""
import sys
import types

__all__ = ['Parameter', 'Signature', 'cleandoc', 'currentframe', 'getdoc',
           'getmembers', 'getmodule', 'getmro', 'getsourcefile', 'isabstract',
           'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'isbuiltin',
           'isclass', 'iscode', 'iscoroutine', 'iscoroutinefunction',
           'isdatadescriptor', 'isframe', 'isfunction', 'isgenerator',
           'isgeneratorfunction', 'ismethod', 'ismethoddescriptor',
           'ismodule', 'isroutine', 'istraceback', 'signature', 'unwrap',
           'getcoroutinestate', 'getgeneratorstate', 'stack']

CO_VARARGS, CO_VARKEYWORDS = 0x04, 0x08
CO_GENERATOR, CO_COROUTINE = 0x20, 0x80
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 0x100, 0x200

CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'


# ---- kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__',
                                            None))


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Can it be used after await?"""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def _has_flag(func, flag):
    from functools import partial
    while True:
        if ismethod(func):
            func = func.__func__
        elif isinstance(func, partial):
            func = func.func
        else:
            break
    return isfunction(func) and bool(func.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


# ---- states

def getgeneratorstate(generator):
    if (generator.gi_frame is not None and not generator.gi_running
            and generator.gi_suspended):
        return GEN_SUSPENDED
    if generator.gi_running:
        return GEN_RUNNING
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


# ---- members and texts

def getmembers(object, predicate=None):
    """(name, value) pairs, sorted by name."""
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def cleandoc(doc):
    """A docstring without its indentation."""
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:]
               if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    """Follows __wrapped__ to the end."""
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def currentframe():
    return sys._getframe()


def getsourcefile(object):
    code = getattr(object, '__code__', None)
    return code.co_filename if code is not None else getattr(
        getmodule(object), '__file__', None)


# ---- signatures

_unset = object()


class _empty:
    """There is no default, no annotation."""


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name, self.description = name, description
        return self

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD',
                                        'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')


def formatannotation(annotation):
    if isinstance(annotation, type) and not isinstance(annotation,
                                                       types.GenericAlias):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    text = repr(annotation)
    return text.removeprefix('typing.')


class Parameter:
    """One parameter of a function."""

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind = name, kind
        self.default, self.annotation = default, annotation

    def replace(self, **changes):
        values = {'name': self.name, 'kind': self.kind,
                  'default': self.default, 'annotation': self.annotation,
                  **changes}
        return Parameter(values.pop('name'), values.pop('kind'), **values)

    def __str__(self):
        text = self.name
        noted = self.annotation is not _empty
        if noted:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if noted else f'={self.default!r}'
        stars = {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}
        return stars.get(self.kind, '') + text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return ((self.name, self.kind, self.default, self.annotation)
                == (other.name, other.kind, other.default, other.annotation))

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    """Arguments by the parameters they belong to."""

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        args = []
        for name, param in self.signature.parameters.items():
            if param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                break
            if name not in self.arguments:
                break
            if param.kind is _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        gap = False
        for name, param in self.signature.parameters.items():
            if name not in self.arguments:
                gap = gap or param.kind is not _VAR_POSITIONAL
            elif param.kind is _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif param.kind is _KEYWORD_ONLY or (
                    gap and param.kind is _POSITIONAL_OR_KEYWORD):
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, param in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif param.default is not _empty:
                filled[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                filled[name] = ()
            elif param.kind is _VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        text = ', '.join(f'{name}={value!r}'
                         for name, value in self.arguments.items())
        return f'<BoundArguments ({text})>'


class Signature:
    """How a function is called."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType(
            {param.name: param for param in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=_unset):
        return Signature(
            list(self.parameters.values()) if parameters is None
            else parameters,
            return_annotation=(self.return_annotation
                               if return_annotation is _unset
                               else return_annotation))

    def __str__(self):
        parts = []
        star = slash = False
        for param in self.parameters.values():
            if param.kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if param.kind is _VAR_POSITIONAL:
                star = True
            elif param.kind is _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(param))
        if slash:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values())
                == list(other.parameters.values())
                and self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))

    def _bind(self, args, kwargs, partial):
        arguments = {}
        rest = list(args)
        kwargs = dict(kwargs)
        var_keyword = None
        for name, param in self.parameters.items():
            if param.kind is _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif param.kind is _VAR_KEYWORD:
                var_keyword = name
            elif rest and param.kind is not _KEYWORD_ONLY:
                if name in kwargs and param.kind is not _POSITIONAL_ONLY:
                    raise TypeError('multiple values for argument '
                                    f'{name!r}')
                arguments[name] = rest.pop(0)
            elif name in kwargs and param.kind is not _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif param.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if rest:
            raise TypeError('too many positional arguments')
        if kwargs:
            if var_keyword is None:
                raise TypeError('got an unexpected keyword argument '
                                f'{next(iter(kwargs))!r}')
            arguments[var_keyword] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def _of_function(func):
    code = func.__code__
    names = list(code.co_varnames)
    notes = func.__annotations__
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    params = []

    def add(name, kind, default=_empty):
        params.append(Parameter(name, kind, default=default,
                                annotation=notes.get(name, _empty)))

    count = code.co_argcount
    for i in range(count):
        kind = (_POSITIONAL_ONLY if i < code.co_posonlyargcount
                else _POSITIONAL_OR_KEYWORD)
        from_end = i - (count - len(defaults))
        add(names[i], kind, defaults[from_end] if from_end >= 0 else _empty)
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return Signature(params,
                     return_annotation=notes.get('return', _empty))


def _without_first(sig):
    return sig.replace(parameters=list(sig.parameters.values())[1:])


def _of_partial(obj):
    sig = signature(obj.func)
    params = []
    given = len(obj.args)
    keyword_only = False
    for param in sig.parameters.values():
        if given and param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            given -= 1
            continue
        if param.name in obj.keywords:
            param = param.replace(default=obj.keywords[param.name],
                                  kind=_KEYWORD_ONLY)
            keyword_only = True
        elif keyword_only and param.kind is _POSITIONAL_OR_KEYWORD:
            param = param.replace(kind=_KEYWORD_ONLY)
        params.append(param)
    return sig.replace(parameters=params)


def signature(obj, *, follow_wrapped=True, **options):
    """The Signature of a callable."""
    from functools import partial
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj)
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj)
    if isclass(obj):
        for name in '__new__', '__init__':
            method = getattr(obj, name)
            if isfunction(method):
                return _without_first(_of_function(method))
        return Signature()
    method = getattr(type(obj), '__call__', None)
    if isfunction(method):
        return _without_first(_of_function(method))
    raise ValueError(f'no signature found for builtin {obj!r}')


# ---- stacks

def stack(context=1):
    """(frame, filename, lineno, function) of the caller and outwards."""
    from collections import namedtuple
    FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function '
                           'code_context index')
    frame, result = sys._getframe(), []
    while frame is not None:
        code = frame.f_code
        result.append(FrameInfo(frame, code.co_filename, frame.f_lineno,
                                code.co_name, None, None))
        frame = frame.f_back
    return result
