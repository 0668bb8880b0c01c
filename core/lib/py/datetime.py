"""Dates, times of day, moments and the spans between them."""
import time as _time
from _native import name_as_builtin
from _calendar import (days_in_month, first_iso_monday, from_ordinal,
                       ordinal_of)
from _timedelta import DAY_US, half_even, make_span, timedelta, type_name

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo',
           'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999

_MAX_ORDINAL = 3652059
_EPOCH = 719163  # ordinal of 1970-01-01
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
           'Oct', 'Nov', 'Dec')
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


# ---- checks

def _int(value):
    return value if type(value) is int else range(value).stop


def _check_given(*fields):
    if None in fields:
        at = fields.index(None)
        raise TypeError('function missing required argument '
                        f"{('year', 'month', 'day')[at]!r} (pos {at + 1})")


def _check_date(year, month, day):
    year, month, day = _int(year), _int(month), _int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _int(hour), _int(minute), _int(second)
    microsecond = _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo '
                        f'subclass, not type {type(zone).__name__!r}')


def _check_offset(offset, method):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f'tzinfo.{method}() must return None or timedelta, '
                        f'not {type(offset).__name__!r}')
    if not -DAY_US < offset._us < DAY_US:
        raise ValueError('offset must be a timedelta strictly between '
                         '-timedelta(hours=24) and timedelta(hours=24).')
    return offset


def _offset_text(offset, colon=':'):
    """+HH:MM, with seconds and microseconds where there are any."""
    if offset is None:
        return ''
    sign = '-' if offset._us < 0 else '+'
    seconds, us = divmod(abs(offset._us), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f'{sign}{hours:02}{colon}{minutes:02}'
    if seconds or us:
        text += f'{colon}{seconds:02}'
    if us:
        text += f'.{us:06}'
    return text


def _strftime(when, layout, fields):
    """time.strftime() with %f, %z and %Z of [when]."""
    if not isinstance(layout, str):
        raise TypeError('strftime() argument 1 must be str, not '
                        + type(layout).__name__)
    parts = []
    at = 0
    while (mark := layout.find('%', at)) >= 0 and mark + 1 < len(layout):
        parts.append(layout[at:mark])
        field = layout[mark + 1]
        if field == 'f':
            parts.append(f'{getattr(when, "microsecond", 0):06}')
        elif field == 'z':
            zone = getattr(when, 'utcoffset', lambda: None)()
            parts.append(_offset_text(zone, ''))
        elif field == 'Z':
            name = getattr(when, 'tzname', lambda: None)() or ''
            parts.append(name.replace('%', '%%'))
        else:
            parts.append('%' + field)
        at = mark + 2
    parts.append(layout[at:])
    return _time.strftime(''.join(parts), fields)


# ---- dates

class date:
    """A day of the Gregorian calendar."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year=None, month=None, day=None):
        _check_given(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an "
                            'integer')
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        ordinal = _int(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _MAX_ORDINAL:
            year = from_ordinal(ordinal)[0]
            raise ValueError(f'year {year} is out of range')
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import parse_date
        fields = parse_date(text)
        if fields is None:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        first = first_iso_monday(year)
        if not 1 <= week <= (first_iso_monday(year + 1) - first) // 7:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        return cls.fromordinal(first + (week - 1) * 7 + day - 1)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f'{type_name(self)}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    __str__ = isoformat

    def ctime(self):
        return (f'{_DAYS[self.weekday()]} {_MONTHS[self._month]} '
                f'{self._day:2} 00:00:00 {self._year:04}')

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('__format__() argument 1 must be str, not '
                            + type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        yearday = self.toordinal() - ordinal_of(self._year, 1, 1) + 1
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0,
                                  self.weekday(), yearday, -1))

    def toordinal(self):
        return ordinal_of(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        """Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year = self._year
        today = self.toordinal()
        if today < first_iso_monday(year):
            year -= 1
        elif year < MAXYEAR and today >= first_iso_monday(year + 1):
            year += 1
        week, day = divmod(today - first_iso_monday(year), 7)
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if _is_day(other):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if _is_day(other):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if _is_day(other):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if _is_day(other):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if _is_day(other):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            ordinal = self.toordinal() + other.days
            if not 1 <= ordinal <= _MAX_ORDINAL:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(ordinal)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if _is_day(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


def _is_day(value):
    return isinstance(value, date) and not isinstance(value, datetime)


class IsoCalendarDate(tuple):
    """Year, week and weekday as ISO 8601 counts them."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return (f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, '
                f'weekday={self[2]})')


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# ---- zones

class tzinfo:
    """What a class of time zones is derived from."""

    __slots__ = ()

    def utcoffset(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement '
                                  'utcoffset()')

    def dst(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def tzname(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - summer
        if standard:
            dt += standard
            summer = dt.dst()
            if summer is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent '
                                 'results; cannot convert')
        return dt + summer


class timezone(tzinfo):
    """A zone that is always the same span away from UTC."""

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta,"
                            f' not {type(offset).__name__}')
        if name is not None and not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not '
                            + type(name).__name__)
        if not offset and name is None and cls is timezone:
            utc = getattr(timezone, 'utc', None)
            if utc is not None:
                return utc
        if not -DAY_US < offset._us < DAY_US:
            raise ValueError('offset must be a timedelta strictly between '
                             '-timedelta(hours=24) and timedelta(hours=24), '
                             f'not {offset!r}.')
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{type_name(self)}({self._offset!r}{name})'

    def __str__(self):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        if self is timezone.utc:
            return 'utc'
        return type(self), ((self._offset,) if self._name is None
                            else (self._offset, self._name))

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime '
                            f'instance or None, not {type(dt).__name__}')

    def utcoffset(self, dt, /):
        self._check(dt, 'utcoffset')
        return self._offset

    def dst(self, dt, /):
        self._check(dt, 'dst')
        return None

    def tzname(self, dt, /):
        self._check(dt, 'tzname')
        return str(self)

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime instance, '
                            f'not {type(dt).__name__}')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# ---- times of day

_KEEP = object()


class _Clock:
    """What time and datetime share."""

    __slots__ = ()

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _time_text(self, timespec):
        text = f'{self._hour:02}:{self._minute:02}'
        if timespec == 'auto':
            timespec = 'microseconds' if self._microsecond else 'seconds'
        if timespec == 'hours':
            text = text[:2]
        elif timespec == 'seconds':
            text += f':{self._second:02}'
        elif timespec == 'milliseconds':
            text += f':{self._second:02}.{self._microsecond // 1000:03}'
        elif timespec == 'microseconds':
            text += f':{self._second:02}.{self._microsecond:06}'
        elif timespec != 'minutes':
            raise ValueError('Unknown timespec value')
        return text + _offset_text(self.utcoffset())

    def _clock_us(self):
        return ((self._hour * 60 + self._minute) * 60
                + self._second) * 1_000_000 + self._microsecond

    def _repr_tail(self, fields):
        """The numbers without trailing zeros, then tzinfo and fold."""
        while len(fields) > self._always_shown and not fields[-1]:
            fields.pop()
        parts = [str(field) for field in fields]
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append(f'fold={self._fold}')
        return f'{type_name(self)}({", ".join(parts)})'

    def _from_zone(self, method):
        if self._tzinfo is None:
            return None
        when = self if isinstance(self, datetime) else None
        return getattr(self._tzinfo, method)(when)

    def utcoffset(self):
        return _check_offset(self._from_zone('utcoffset'), 'utcoffset')

    def dst(self):
        return _check_offset(self._from_zone('dst'), 'dst')

    def tzname(self):
        name = self._from_zone('tzname')
        if name is not None and not isinstance(name, str):
            raise TypeError('tzinfo.tzname() must return None or a string, '
                            f'not {type(name).__name__!r}')
        return name

    def _order(self, other):
        """Below, at or above 0; None = one has a zone and one has not."""
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            return None
        difference = self._position() - other._position()
        if mine is not None:
            difference -= mine._us - others._us
        return difference

    def _comparable(self, other):
        order = self._order(other)
        if order is None:
            raise TypeError("can't compare offset-naive and offset-aware "
                            + self._plural)
        return order

    def __eq__(self, other):
        if self._same_kind(other):
            return self._order(other) == 0
        return NotImplemented

    def __lt__(self, other):
        if self._same_kind(other, True):
            return self._comparable(other) < 0
        return NotImplemented

    def __le__(self, other):
        if self._same_kind(other, True):
            return self._comparable(other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if self._same_kind(other, True):
            return self._comparable(other) > 0
        return NotImplemented

    def __ge__(self, other):
        if self._same_kind(other, True):
            return self._comparable(other) >= 0
        return NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._position() - (0 if offset is None else offset._us))


_TIME_SLOTS = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo',
               '_fold')


class time(_Clock):
    """A time of day."""

    __slots__ = _TIME_SLOTS
    _always_shown = 2
    _plural = 'times'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None,
                *, fold=0):
        self = object.__new__(cls)
        (self._hour, self._minute, self._second,
         self._microsecond) = _check_time(hour, minute, second, microsecond,
                                          fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import parse_time
        fields = parse_time(text.removeprefix('T'))
        if fields is None:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        return cls(*fields)

    _position = _Clock._clock_us

    def _same_kind(self, other, ordering=False):
        return isinstance(other, time)

    def __bool__(self):
        return True

    def isoformat(self, timespec='auto'):
        return self._time_text(timespec)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return self._repr_tail([self._hour, self._minute, self._second,
                                self._microsecond])

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute,
                                        self._second, 0, 1, -1))

    __format__ = date.__format__

    def replace(self, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=_KEEP, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _KEEP else tzinfo,
            fold=self._fold if fold is None else fold)

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second,
                            self._microsecond, self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999_999)
time.resolution = timedelta(microseconds=1)


# ---- moments

class datetime(_Clock, date):
    """A day and a time of day, perhaps in a zone."""

    __slots__ = _TIME_SLOTS
    _always_shown = 5
    _plural = 'datetimes'

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0,
                second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_given(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        (self._hour, self._minute, self._second,
         self._microsecond) = _check_time(hour, minute, second, microsecond,
                                          fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def _at(cls, us, zone=None):
        """The moment [us] microseconds after 0001-01-01, less one day."""
        days, us = divmod(us, DAY_US)
        if not 1 <= days <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, 1_000_000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return cls(*from_ordinal(days), hours, minutes, seconds, us, zone)

    @classmethod
    def _from_epoch(cls, timestamp):
        if isinstance(timestamp, float):
            a, b = timestamp.as_integer_ratio()
            us = half_even(a * 1_000_000, b)
        else:
            us = _int(timestamp) * 1_000_000
        us += _EPOCH * DAY_US
        if not DAY_US <= us < (_MAX_ORDINAL + 1) * DAY_US:
            # The year may be far outside what a date can hold.
            year = from_ordinal(us // DAY_US)[0]
            if abs(year) > 2 ** 31:
                raise OverflowError('timestamp out of range for platform '
                                    'time_t')
            raise ValueError(f'year {year} is out of range')
        return cls._at(us)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        self = cls._from_epoch(timestamp)
        return self if tz is None else tz.fromutc(self.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_epoch(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=_KEEP):
        if not isinstance(date, _date):
            raise TypeError('combine() argument 1 must be datetime.date, not '
                            + type(date).__name__)
        if not isinstance(time, _time_of_day):
            raise TypeError('combine() argument 2 must be datetime.time, not '
                            + type(time).__name__)
        return cls(date.year, date.month, date.day, time.hour, time.minute,
                   time.second, time.microsecond,
                   time.tzinfo if tzinfo is _KEEP else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        from _isoformat import parse_datetime
        fields = parse_datetime(text)
        if fields is None:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        return cls(*fields)

    @classmethod
    def strptime(cls, text, format, /):
        from _strptime import parse_datetime
        return parse_datetime(cls, text, format)

    def _position(self):
        return self.toordinal() * DAY_US + self._clock_us()

    def _same_kind(self, other, ordering=False):
        if isinstance(other, datetime):
            return True
        if ordering and isinstance(other, date):
            raise TypeError(f"can't compare {_full_name(self)} to "
                            f'{_full_name(other)}')
        return False

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._order(other) == 0
        return False if isinstance(other, date) else NotImplemented

    __hash__ = _Clock.__hash__

    def timetuple(self):
        summer = self.dst()
        fields = date.timetuple(self)
        return _time.struct_time((
            *fields[:3], self._hour, self._minute, self._second, *fields[6:8],
            -1 if summer is None else int(bool(summer))))

    def utctimetuple(self):
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return _time.struct_time((*utc.replace(tzinfo=None).timetuple()[:8],
                                  0))

    def timestamp(self):
        offset = self.utcoffset()
        us = self._position() - _EPOCH * DAY_US
        return (us - (0 if offset is None else offset._us)) / 1_000_000

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return _time_of_day(self._hour, self._minute, self._second,
                            self._microsecond, fold=self._fold)

    def timetz(self):
        return self.time().replace(tzinfo=self._tzinfo)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None,
                second=None, microsecond=None, tzinfo=_KEEP, *, fold=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is _KEEP else tzinfo,
            fold=self._fold if fold is None else fold)

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError('tzinfo argument must be None or of a tzinfo '
                            f'subclass, not type {type(tz).__name__!r}')
        if tz is None:
            tz = timezone(timedelta(0), 'UTC')
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return (f'{_DAYS[self.weekday()]} {_MONTHS[self._month]} '
                f'{self._day:2} {self._hour:02}:{self._minute:02}:'
                f'{self._second:02} {self._year:04}')

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode '
                            f'character, not {type(sep).__name__}')
        return date.isoformat(self) + sep + self._time_text(timespec)

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return self._repr_tail([self._year, self._month, self._day,
                                self._hour, self._minute, self._second,
                                self._microsecond])

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour,
                            self._minute, self._second, self._microsecond,
                            self._tzinfo)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._position() + other._us, self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._at(self._position() - other._us, self._tzinfo)
        if isinstance(other, datetime):
            order = (self._position() - other._position()
                     if self._tzinfo is other._tzinfo else self._order(other))
            if order is None:
                raise TypeError("can't subtract offset-naive and offset-aware "
                                'datetimes')
            return make_span(order)
        return NotImplemented


def _full_name(value):
    cls = type(value)
    return (f'datetime.{cls.__name__}' if cls.__module__ == 'datetime'
            else cls.__name__)


# Inside datetime these names mean its methods.
_date, _time_of_day = date, time

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999_999)
datetime.resolution = timedelta(microseconds=1)

for _class in date, time, datetime, tzinfo, timezone, timedelta:
    name_as_builtin(_class)
del _class
