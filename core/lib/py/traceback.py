"""Texts of exceptions and of call stacks."""
import sys
from _traceback import entries as _entries, full_text, last_lines

__all__ = ['extract_stack', 'extract_tb', 'format_exception',
           'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception',
           'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack',
           'walk_tb', 'print_list']

_CAUSE = ('\nThe above exception was the direct cause of the following '
          'exception:\n\n')
_CONTEXT = ('\nDuring handling of the above exception, another exception '
            'occurred:\n\n')
_HEADER = 'Traceback (most recent call last):\n'
_REPEATS = 3
_missing = object()


class FrameSummary:
    """One entry of a stack."""

    def __init__(self, filename, lineno, name, *, lookup_line=True,
                 locals=None, line=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = locals
        self._text = _text

    def _fields(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self._fields() == other._fields()
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._fields() == other
        return NotImplemented

    def __getitem__(self, index):
        return self._fields()[index]

    def __iter__(self):
        return iter(self._fields())

    def __len__(self):
        return 4

    def __repr__(self):
        return (f'<FrameSummary file {self.filename}, line {self.lineno} in '
                f'{self.name}>')


def _cut(items, limit):
    """The first [limit] items, or the last where it is negative."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


def _summaries(entries):
    return [FrameSummary(file, line, name, line=source, _text=text)
            for file, line, name, source, text in entries]


class StackSummary(list):
    """Entries, the oldest first."""

    @classmethod
    def from_list(cls, items):
        result = cls()
        for item in items:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            result.append(item)
        return result

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True,
                capture_locals=False):
        result = cls()
        for frame, lineno in _cut(list(frames), limit):
            found = _entries(frame)
            if found and found[0][0] == frame.f_code.co_filename:
                summary = _summaries(found[:1])[0]
                summary.lineno = lineno
                result.append(summary)
        return result

    def format_frame_summary(self, summary):
        if summary._text is not None:
            return summary._text
        text = (f'  File "{summary.filename}", line {summary.lineno}, in '
                f'{summary.name}\n')
        if summary.line:
            text += f'    {summary.line.strip()}\n'
        return text

    def format(self):
        result = []
        last, count = None, 0
        for summary in self:
            place = summary.filename, summary.lineno, summary.name
            if place != last:
                _add_repeats(result, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS:
                result.append(self.format_frame_summary(summary))
        _add_repeats(result, count)
        return result


def _add_repeats(result, count):
    if count > _REPEATS:
        more = count - _REPEATS
        result.append(f'  [Previous line repeated {more} more '
                      f'time{"s" if more > 1 else ""}]\n')


# ---- tracebacks

def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary(_cut(_summaries(_entries(tb)), limit))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def _print(parts, file):
    print(''.join(parts), file=sys.stderr if file is None else file, end='')


# ---- stacks

def walk_stack(f):
    """The frames from [f] outwards with their lines."""
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    stack = _entries(sys._getframe() if f is None else f)
    if limit is not None:
        # The innermost ones are what is asked for.
        stack = stack[:limit] if limit >= 0 else stack[limit:]
    stack.reverse()
    return StackSummary(_summaries(stack))


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def clear_frames(tb):
    """Forgets the local variables of a traceback's frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


# ---- exceptions

def _only(exc):
    if exc is None:
        return ['NoneType: None\n']
    text = last_lines(exc)
    if isinstance(exc, SyntaxError) or hasattr(exc, '__notes__'):
        return text.splitlines(True)
    return [text]


def _has_group(exc, seen):
    while exc is not None and id(exc) not in seen:
        if isinstance(exc, BaseExceptionGroup):
            return True
        seen.add(id(exc))
        exc = exc.__cause__ or exc.__context__
    return False


def _chain(exc, tb, limit, chain):
    """The parts for [exc], its causes and contexts first."""
    links = []
    seen = set()
    while exc is not None:
        seen.add(id(exc))
        if chain and exc.__cause__ is not None:
            earlier, text = exc.__cause__, _CAUSE
        elif chain and not exc.__suppress_context__:
            earlier, text = exc.__context__, _CONTEXT
        else:
            earlier, text = None, None
        if earlier is not None and id(earlier) in seen:
            earlier = None
        links.append((exc, tb, text if earlier is not None else None))
        exc = earlier
        tb = None if exc is None else exc.__traceback__
    parts = []
    for exc, tb, text in reversed(links):
        if text is not None:
            parts.append(text)
        if tb is not None:
            parts.append(_HEADER)
            parts += format_tb(tb, limit)
        parts += _only(exc)
    return parts


def _value_of(exc, value):
    """Both ways to call: (exc) and (type, exc, tb)."""
    if value is _missing:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError('Exception expected for value, '
                            f'{type(exc).__name__} found')
        return exc
    return value


def _both(value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')


def format_exception(exc, /, value=_missing, tb=_missing, limit=None,
                     chain=True):
    _both(value, tb)
    value = _value_of(exc, value)
    if tb is _missing:
        tb = None if value is None else value.__traceback__
    if value is None:
        head = [] if tb is None else [_HEADER, *format_tb(tb, limit)]
        return head + ['NoneType: None\n']
    if _has_group(value, set()) and limit is None and chain:
        return full_text(value).splitlines(True)
    return _chain(value, tb, limit, chain)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None,
                    file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_missing):
    return _only(_value_of(exc, value))


def format_exc(limit=None, chain=True):
    """The exception that is being handled."""
    return ''.join(format_exception(*sys.exc_info(), limit=limit,
                                    chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit,
                    file, chain)


class TracebackException:
    """An exception kept as text, without its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None,
                 lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._str = str(exc_value)
        self._only = _only(exc_value)
        self._parts = {
            chain: format_exception(exc_type, exc_value, exc_traceback, limit,
                                    chain)
            for chain in (True, False)}
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__',
                                            False)
        self.__cause__ = self._related(exc_value, '__cause__', seen, limit)
        self.__context__ = self._related(exc_value, '__context__', seen,
                                         limit)

    @staticmethod
    def _related(exc, name, seen, limit):
        other = getattr(exc, name, None)
        if other is None or id(other) in seen:
            return None
        return TracebackException(type(other), other, other.__traceback__,
                                  limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True):
        yield from self._parts[bool(chain)]

    def format_exception_only(self):
        yield from self._only

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)

    def __str__(self):
        return self._str
