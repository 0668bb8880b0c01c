"""Data to JSON texts."""

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t',
            '\f': '\\f', '\b': '\\b'}


def _escape(char):
    short = _ESCAPES.get(char)
    if short is not None:
        return short
    code = ord(char)
    if code < 0x10000:
        return f'\\u{code:04x}'
    code -= 0x10000
    return f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}'


def encode_basestring(s):
    """A quoted str."""
    if s.isprintable() and '"' not in s and '\\' not in s:
        return f'"{s}"'
    return '"' + ''.join([_escape(c) if c < ' ' or c in '"\\' else c
                          for c in s]) + '"'


def encode_basestring_ascii(s):
    """A quoted str in ASCII."""
    if s.isascii():
        if s.isprintable() and '"' not in s and '\\' not in s:
            return f'"{s}"'
    return '"' + ''.join([c if ' ' <= c <= '~' and c not in '"\\'
                          else _escape(c) for c in s]) + '"'


class JSONEncoder:
    """Makes texts; subclasses may override default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True,
                 check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON '
                        'serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        parts = []
        self._quote = (encode_basestring_ascii if self.ensure_ascii
                       else encode_basestring)
        self._open = set()
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        self._value(o, indent, '\n', parts.append)
        return parts

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (float('inf'), float('-inf')):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON '
                             'compliant')
        return text

    def _value(self, o, indent, newline, add):
        if isinstance(o, str):
            add(self._quote(o))
        elif o is None:
            add('null')
        elif o is True:
            add('true')
        elif o is False:
            add('false')
        elif isinstance(o, int):
            add(int.__repr__(o))
        elif isinstance(o, float):
            add(self._float(o))
        else:
            self._container(o, indent, newline, add)

    def _container(self, o, indent, newline, add):
        if self.check_circular:
            if id(o) in self._open:
                raise ValueError('Circular reference detected')
            self._open.add(id(o))
        if isinstance(o, (list, tuple)):
            self._list(o, indent, newline, add)
        elif isinstance(o, dict):
            self._dict(o, indent, newline, add)
        else:
            self._value(self.default(o), indent, newline, add)
        self._open.discard(id(o))

    def _list(self, items, indent, newline, add):
        if not items:
            add('[]')
            return
        deeper = newline if indent is None else newline + indent
        add('[')
        for i, item in enumerate(items):
            self._separate(i, indent, deeper, add)
            self._value(item, indent, deeper, add)
        if indent is not None:
            add(newline)
        add(']')

    def _separate(self, i, indent, deeper, add):
        if i:
            add(self.item_separator)
        if indent is not None:
            add(deeper)

    def _key(self, key):
        """None = to be skipped."""
        if isinstance(key, str):
            return key
        if key is None:
            return 'null'
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError('keys must be str, int, float, bool or None, not '
                        + key.__class__.__name__)

    def _dict(self, mapping, indent, newline, add):
        if not mapping:
            add('{}')
            return
        deeper = newline if indent is None else newline + indent
        items = mapping.items()
        if self.sort_keys:
            items = sorted(items)
        add('{')
        i = 0
        for key, value in items:
            key = self._key(key)
            if key is None:
                continue
            self._separate(i, indent, deeper, add)
            i += 1
            add(self._quote(key))
            add(self.key_separator)
            self._value(value, indent, deeper, add)
        if indent is not None:
            add(newline)
        add('}')
