"""Spans of time."""
DAY_US = 86_400_000_000


def half_even(a, b):
    """a / b as the nearest int; halves go to the even one."""
    quotient, rest = divmod(a, b)
    twice = 2 * rest
    past = twice > b if b > 0 else twice < b
    if past or twice == b and quotient % 2:
        quotient += 1
    return quotient


class timedelta:
    """A span of time, exact to the microsecond."""

    __slots__ = ('_us',)
    __module__ = 'datetime'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0,
                minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, factor in (
                ('microseconds', microseconds, 1),
                ('milliseconds', milliseconds, 1000),
                ('seconds', seconds, 1_000_000),
                ('minutes', minutes, 60_000_000),
                ('hours', hours, 3_600_000_000), ('days', days, DAY_US),
                ('weeks', weeks, 7 * DAY_US)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * factor
                total += whole * factor + int(part)
                rest += part - int(part)
            else:
                raise TypeError(f'unsupported type for timedelta {name} '
                                f'component: {type(value).__name__}')
        if rest:
            nearest = round(rest)
            if abs(rest - int(rest)) == 0.5:
                nearest = int(rest // 1)
                nearest += (total + nearest) % 2
            total += nearest
        return make_span(total, cls)

    days = property(lambda self: self._us // DAY_US)
    seconds = property(lambda self: self._us // 1_000_000 % 86400)
    microseconds = property(lambda self: self._us % 1_000_000)

    def total_seconds(self):
        """All of it in seconds."""
        return self._us / 1_000_000

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (
            ('days', self.days), ('seconds', self.seconds),
            ('microseconds', self.microseconds)) if value]
        return f'{type_name(self)}({", ".join(parts) or 0})'

    def __str__(self):
        days = self.days
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if days:
            text = f'{days} day{"s" if abs(days) != 1 else ""}, {text}'
        if self.microseconds:
            text += f'.{self.microseconds:06}'
        return text

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return make_span(self._us + other._us)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return make_span(self._us - other._us)
        return NotImplemented

    def __neg__(self):
        return make_span(-self._us)

    def __pos__(self):
        return make_span(self._us)

    def __abs__(self):
        return make_span(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return make_span(self._us * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return make_span(half_even(self._us * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        if isinstance(other, int):
            return make_span(self._us // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return make_span(half_even(self._us, other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return make_span(half_even(self._us * b, a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return make_span(self._us % other._us)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._us, other._us)
            return quotient, make_span(rest)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._us == other._us
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._us < other._us
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._us <= other._us
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._us > other._us
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._us >= other._us
        return NotImplemented

    def __hash__(self):
        return hash((timedelta, self._us))

    def __bool__(self):
        return self._us != 0


def make_span(us, cls=timedelta):
    days = us // DAY_US
    if not -999_999_999 <= days <= 999_999_999:
        raise OverflowError(f'days={days}; must have magnitude <= 999999999')
    self = object.__new__(cls)
    self._us = us
    return self


def type_name(value):
    cls = type(value)
    return (f'datetime.{cls.__qualname__}' if cls.__module__ == 'datetime'
            else cls.__qualname__)


timedelta.min = timedelta(-999_999_999)
timedelta.max = timedelta(days=999_999_999, hours=23, minutes=59, seconds=59,
                          microseconds=999_999)
timedelta.resolution = timedelta(microseconds=1)
