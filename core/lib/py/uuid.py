"""Universally unique identifiers, from the run's own random numbers."""

__all__ = ['UUID', 'uuid4']


class UUID:
    """128 bits, shown as 8-4-4-4-12 hexadecimal digits."""

    __slots__ = ('int',)

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None,
                 int=None, version=None):
        given = [x for x in (hex, bytes, bytes_le, fields, int)
                 if x is not None]
        if len(given) != 1:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int '
                            'arguments must be given')
        if hex is not None:
            digits = hex.replace('urn:', '').replace('uuid:', '')
            digits = digits.strip('{}').replace('-', '')
            if len(digits) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = _int(digits, 16)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = _int.from_bytes(bytes, 'big')
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        object.__setattr__(self, 'int', int)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    @property
    def hex(self):
        return f'{self.int:032x}'

    @property
    def bytes(self):
        return self.int.to_bytes(16, 'big')

    @property
    def version(self):
        if self.int >> 62 & 3 == 2:
            return self.int >> 76 & 15
        return None

    def __str__(self):
        text = self.hex
        return (f'{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-'
                f'{text[20:]}')

    def __repr__(self):
        return f'UUID({str(self)!r})'

    def __int__(self):
        return self.int

    def __hash__(self):
        return hash(self.int)

    def __eq__(self, other):
        if isinstance(other, UUID):
            return self.int == other.int
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, UUID):
            return self.int < other.int
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_int = int
_random = None


def uuid4():
    """A random one. The numbers that the program itself draws stay as they
    are: these come from a generator of their own."""
    global _random
    if _random is None:
        from random import Random
        _random = Random(4)
    return UUID(int=_random.getrandbits(128), version=4)
