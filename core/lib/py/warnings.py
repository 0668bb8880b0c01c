"""Warnings: messages about what is not yet an error."""
import sys
from _native import trace_warning
from _traceback import entries

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning',
           'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings']

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

# (action, message, category, module, line); the first that fits decides.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
onceregistry = {}
_shown = {}


class WarningMessage:
    """What catch_warnings(record=True) collects."""

    def __init__(self, message, category, filename, lineno, file=None,
                 line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : '
                f'{self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


# ---- showing

def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line:
        text += f'  {line.strip()}\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to sys.stderr or [file]."""
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_plain_show = showwarning
_record = None


def _show(message, category, filename, lineno, line, hint=''):
    if _record is not None:
        _record.append(WarningMessage(message, category, filename, lineno))
        return
    trace_warning(category, str(message))
    if showwarning is not _plain_show:
        showwarning(message, category, filename, lineno)
    else:
        _plain_show(message, category, filename, lineno, None, line)
        if hint:
            sys.stderr.write(hint)


# ---- deciding

def _matches(pattern, text, ignore_case):
    if pattern is None or pattern == '':
        return True
    try:
        import re
    except ImportError:
        # Without patterns: a text that begins so.
        if ignore_case:
            return text.lower().startswith(pattern.lower())
        return text == pattern
    return re.match(pattern, text, re.I if ignore_case else 0) is not None


def _action_for(text, category, module, lineno):
    for action, message, cls, name, line in filters:
        if (_matches(message, text, True) and issubclass(category, cls)
                and (name is None or name == module
                     or _matches(name, module, False))
                and line in (0, lineno)):
            return action
    return defaultaction


def _first_time(action, text, category, filename, lineno):
    if action == 'always':
        return True
    if action == 'once':
        key = text, category
    elif action == 'module':
        key = text, category, filename
    else:
        key = text, category, filename, lineno
    if key in _shown:
        return False
    _shown[key] = True
    return True


def _decide(message, category, filename, lineno, module, line, hint=''):
    text = str(message)
    action = _action_for(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if _first_time(action, text, category, filename, lineno):
        _show(message, category, filename, lineno, line, hint)


def _as_warning(message, category):
    if isinstance(message, Warning):
        return message, message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass, not '
                        f"'{type(category).__name__}'")
    return category(message), category


def warn(message, category=None, stacklevel=1, source=None):
    """Warns of something at the caller's place."""
    message, category = _as_warning(message, category)
    frame = sys._getframe()
    stack = entries(frame)
    if len(stack) < stacklevel:
        filename, lineno, line, module = 'sys', 1, None, 'sys'
    else:
        filename, lineno, _, line, _ = stack[max(stacklevel, 1) - 1]
        while frame is not None and frame.f_code.co_filename != filename:
            frame = frame.f_back
        module = (frame.f_globals.get('__name__', '<string>')
                  if frame is not None else '<string>')
    _decide(message, category, filename, lineno, module, line)


def warn_explicit(message, category, filename, lineno, module=None,
                  registry=None, module_globals=None, source=None):
    """Warns of something at the place given."""
    message, category = _as_warning(message, category)
    if module is None:
        module = filename.removesuffix('.py') or '<unknown>'
    _decide(message, category, filename, lineno, module, None)


def _from_native(category, message, filename, lineno, module, line, hint):
    """For warnings of the interpreter itself."""
    _decide(category(message), category, filename, lineno, module, line, hint)


# ---- filters

def _changed():
    """What was shown once may be shown again."""
    _shown.clear()


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


def filterwarnings(action, message='', category=Warning, module='', lineno=0,
                   append=False):
    """Puts a rule in front of the others."""
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    _add_filter((action, message or None, category, module or None, lineno),
                append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """A rule for all messages and modules."""
    assert action in _ACTIONS, f'invalid action: {action!r}'
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Forgets all rules."""
    filters.clear()
    _changed()


class catch_warnings:
    """Puts the rules back at the end of the block; may record warnings."""

    def __init__(self, *, record=False, module=None, action=None,
                 category=Warning, lineno=0, append=False):
        self._wanted = record
        self._filter = (None if action is None
                        else (action, category, lineno, append))
        self._entered = False

    def __repr__(self):
        args = ['record=True'] if self._wanted else []
        return f'catch_warnings({", ".join(args)})'

    def __enter__(self):
        global _record
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], showwarning, _record
        _changed()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._wanted:
            _record = []
            return _record
        return None

    def __exit__(self, *exc_info):
        global showwarning, _record
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning, _record = self._saved
        _changed()
