"""Characters by kind, and templates."""
__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords',
           'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation',
           'whitespace', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital letter."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    """A text with $name and ${name}."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, name or None, offset or -1): what is between, and names."""
        text, at = self.template, 0
        while True:
            mark = text.find(self.delimiter, at)
            if mark < 0:
                yield text[at:], None, -1
                return
            yield text[at:mark], None, -1
            start = mark + 1
            if text[start:start + 1] == self.delimiter:
                yield self.delimiter, None, -1
                at = start + 1
                continue
            braced = text[start:start + 1] == '{'
            end = start = start + braced
            while end < len(text) and text[end] in _NAME:
                end += 1
            name = text[start:end]
            if (not name or name[0] in digits
                    or braced and text[end:end + 1] != '}'):
                yield self.delimiter, None, mark
                at = mark + 1
                continue
            at = end + braced
            yield text[mark:at], name, mark

    def _substitute(self, mapping, kwds, safe):
        result = []
        for text, name, offset in self._parts():
            if name is not None:
                if name in kwds:
                    text = str(kwds[name])
                elif not safe or name in mapping:
                    text = str(mapping[name])
            elif offset >= 0 and not safe:
                lines = self.template[:offset].splitlines(keepends=True)
                column = offset - len(''.join(lines[:-1])) + 1
                raise ValueError('Invalid placeholder in string: line '
                                 f'{len(lines) or 1}, col {column}')
            result.append(text)
        return ''.join(result)

    def substitute(self, mapping={}, /, **kwds):
        return self._substitute(mapping, kwds, False)

    def safe_substitute(self, mapping={}, /, **kwds):
        return self._substitute(mapping, kwds, True)

    def get_identifiers(self):
        names = []
        for _, name, _ in self._parts():
            if name is not None and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        return all(name is not None or offset < 0
                   for _, name, offset in self._parts())


_NAME = ascii_letters + digits + '_'
