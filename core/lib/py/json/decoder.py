"""JSON texts to data."""

_SPACE = ' \t\n\r'
_DIGITS = '0123456789'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n',
            'r': '\r', 't': '\t'}
_CONSTANTS = (('null', None), ('true', True), ('false', False))
_FLOATS = ('NaN', 'Infinity', '-Infinity')


class JSONDecodeError(ValueError):
    """A text that is not JSON: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _unicode_escape(s, at):
    digits = s[at:at + 4]
    if len(digits) == 4 and digits[1] not in 'xX':
        try:
            return int(digits, 16)
        except ValueError:
            pass
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)


class JSONDecoder:
    """Reads texts."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at [idx] and where it ends."""
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return self._string(s, at + 1)
        if char == '{':
            return self._object(s, at + 1)
        if char == '[':
            return self._array(s, at + 1)
        for text, value in _CONSTANTS:
            if s.startswith(text, at):
                return value, at + len(text)
        end = self._number_end(s, at)
        if end > at:
            return self._number(s[at:end]), end
        for text in _FLOATS:
            if s.startswith(text, at):
                return self.parse_constant(text), at + len(text)
        raise JSONDecodeError('Expecting value', s, at)

    @staticmethod
    def _number_end(s, at):
        """[at] itself when there is no number."""
        start = at
        if s[at:at + 1] == '-':
            at += 1
        digits = at
        while at < len(s) and s[at] in _DIGITS:
            at += 1
        if at == digits:
            return start
        if s[digits] == '0':
            at = digits + 1
        if s[at:at + 1] == '.' and s[at + 1:at + 2] in tuple(_DIGITS):
            at += 1
            while at < len(s) and s[at] in _DIGITS:
                at += 1
        if s[at:at + 1] in ('e', 'E'):
            exponent = at + 1 + (s[at + 1:at + 2] in ('+', '-'))
            if s[exponent:exponent + 1] in tuple(_DIGITS):
                at = exponent
                while at < len(s) and s[at] in _DIGITS:
                    at += 1
        return at

    def _number(self, text):
        if '.' in text or 'e' in text or 'E' in text:
            return self.parse_float(text)
        return self.parse_int(text)

    def _string(self, s, at):
        """[at] is behind the opening quote."""
        begin = at - 1
        parts = []
        while True:
            start = at
            while at < len(s) and s[at] not in '"\\' and s[at] >= ' ':
                at += 1
            parts.append(s[start:at])
            if at == len(s):
                raise JSONDecodeError('Unterminated string starting at', s,
                                      begin)
            char = s[at]
            at += 1
            if char == '"':
                return ''.join(parts), at
            if char != '\\':
                if self.strict:
                    raise JSONDecodeError('Invalid control character at', s,
                                          at - 1)
                parts.append(char)
                continue
            text, at = self._escape(s, at, begin)
            parts.append(text)

    @staticmethod
    def _escape(s, at, begin):
        char = s[at:at + 1]
        if not char:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if char != 'u':
            if char not in _ESCAPES:
                raise JSONDecodeError('Invalid \\escape', s, at - 1)
            return _ESCAPES[char], at + 1
        code = _unicode_escape(s, at + 1)
        at += 5
        if 0xd800 <= code < 0xdc00 and s.startswith('\\u', at):
            low = _unicode_escape(s, at + 2)
            if 0xdc00 <= low < 0xe000:
                code = 0x10000 + ((code & 0x3ff) << 10 | low & 0x3ff)
                at += 6
        return chr(code), at

    def _array(self, s, at):
        values = []
        at = _skip(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            char = s[at:at + 1]
            if char == ']':
                return values, at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == '}':
            return self._finish(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in '
                                      'double quotes', s, at)
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if s[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            char = s[at:at + 1]
            if char == '}':
                return self._finish(pairs), at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)
