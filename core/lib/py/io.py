"""Streams of text and bytes in memory."""

__all__ = ['StringIO', 'BytesIO', 'TextIOBase', 'IOBase',
           'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """What all streams share."""

    closed = False

    def close(self):
        self.closed = True

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class TextIOBase(IOBase):
    """A stream of str."""

    encoding = None
    errors = None
    newlines = None


class _Memory:
    """A position in a value that can grow; [_empty] is '' or b''."""

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        self._check_open()
        value = self.getvalue()
        end = len(value) if size is None or size < 0 else self._at + size
        part = value[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check_open()
        value = self.getvalue()
        end = value.find(self._newline_mark, self._at) + 1 or len(value)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        line = value[self._at:end]
        self._at += len(line)
        return line

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, pos=None, /):
        self._check_open()
        if pos is None:
            pos = self._at
        if pos < 0:
            raise ValueError(f'Negative size value {pos}')
        self._replace(self.getvalue()[:pos])
        return pos

    def _overwrite(self, part, filler):
        """Puts [part] at the position."""
        value = self.getvalue()
        if self._at > len(value):
            value += filler * (self._at - len(value))
        end = self._at + len(part)
        self._replace(value[:self._at] + part + value[end:])
        self._at = end


class StringIO(_Memory, TextIOBase):
    """A text stream whose content is a str."""

    _newline_mark = '\n'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not '
                            + type(initial_value).__name__)
        # Pieces not yet joined; while they are only added to at the end,
        # writing stays cheap.
        self._parts = [initial_value or '']
        self._size = len(self._parts[0])
        self._at = 0
        self._newline = newline

    def getvalue(self):
        self._check_open()
        if len(self._parts) > 1:
            self._parts = [''.join(self._parts)]
        return self._parts[0]

    def _replace(self, value):
        self._parts = [value]
        self._size = len(value)

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError('string argument expected, got '
                            f"'{type(s).__name__}'")
        count = len(s)
        if self._newline is None:
            s = s.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline in ('\r', '\r\n'):
            s = s.replace('\n', self._newline)
        if self._at == self._size:
            self._parts.append(s)
            self._at = self._size = self._size + len(s)
        else:
            self._overwrite(s, '\0')
        return count

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or '
                             '2)')
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}')
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = (pos, self._at, self._size)[whence]
        return self._at


class BytesIO(_Memory, IOBase):
    """A binary stream whose content is a bytes object."""

    _newline_mark = b'\n'

    def __init__(self, initial_bytes=b''):
        self._value = bytes(initial_bytes)
        self._at = 0

    def getvalue(self):
        self._check_open()
        return self._value

    def _replace(self, value):
        self._value = value

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        self._overwrite(b, b'\0')
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        base = (0, self._at, len(self._value))[whence]
        self._at = max(base + pos, 0)
        return self._at
