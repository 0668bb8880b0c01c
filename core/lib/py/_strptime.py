"""strptime(): reads a date and time by a format.

The format is matched from the left; a field that may be of several lengths
tries the longest first and gives back characters when the rest does not fit.
"""
import time as _time
from datetime import date, timedelta, timezone

_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july',
           'august', 'september', 'october', 'november', 'december')
_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday',
         'sunday')

# Digits at most, lowest and highest value.
_NUMBERS = {'d': (2, 1, 31), 'H': (2, 0, 23), 'I': (2, 1, 12),
            'j': (3, 1, 366), 'm': (2, 1, 12), 'M': (2, 0, 59),
            'S': (2, 0, 61), 'u': (1, 1, 7), 'U': (2, 0, 53), 'w': (1, 0, 6),
            'W': (2, 0, 53), 'V': (2, 1, 53)}
_EXACT = {'Y': 4, 'y': 2, 'G': 4}
_NAMES = {'a': [name[:3] for name in _DAYS], 'A': _DAYS,
          'b': [name[:3] for name in _MONTHS], 'B': _MONTHS,
          'p': ('am', 'pm'), 'Z': ('utc', 'gmt')}
_COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
             'D': '%m/%d/%y', 'T': '%H:%M:%S', 'R': '%H:%M'}


def _lengths(field, text, at):
    """(length, value) of what the field can be at this place, best first."""
    if field in _NAMES:
        for i, name in enumerate(_NAMES[field]):
            if text[at:at + len(name)].lower() == name:
                yield len(name), i
    elif field in _NUMBERS:
        size, low, high = _NUMBERS[field]
        for n in range(size, 0, -1):
            digits = text[at:at + n]
            if field == 'd' and digits[:1] == ' ':
                digits = '0' + digits[1:]
            if (len(digits) == n and digits.isdigit()
                    and low <= int(digits) <= high):
                yield n, int(digits)
    elif field in _EXACT:
        digits = text[at:at + _EXACT[field]]
        if len(digits) == _EXACT[field] and digits.isdigit():
            yield len(digits), int(digits)
    elif field == 'f':
        for n in range(6, 0, -1):
            digits = text[at:at + n]
            if len(digits) == n and digits.isdigit():
                yield n, int(digits.ljust(6, '0'))
    else:
        yield from _zone_lengths(text, at)


def _zone_lengths(text, at):
    if text[at:at + 1] == 'Z':
        yield 1, timedelta(0)
        return
    if text[at:at + 1] not in ('+', '-'):
        return
    end = at + 1
    colon = text[end + 2:end + 3] == ':'
    numbers = []
    while len(numbers) < 3 and text[end:end + 2].isdigit():
        numbers.append(int(text[end:end + 2]))
        end += 2
        if not (colon and text[end:end + 1] == ':'
                and text[end + 1:end + 3].isdigit()):
            if colon:
                break
            continue
        end += 1
    us = 0
    if len(numbers) == 3 and text[end:end + 1] == '.':
        start = end = end + 1
        while end < len(text) and end - start < 6 and text[end].isdigit():
            end += 1
        us = int(text[start:end].ljust(6, '0'))
    if len(numbers) >= 2 and numbers[1] < 60:
        offset = timedelta(hours=numbers[0], minutes=numbers[1],
                           seconds=numbers[2] if len(numbers) > 2 else 0,
                           microseconds=us)
        yield end - at, -offset if text[at] == '-' else offset


def _items(layout):
    """The format as a list: 'x' for a character, '%x' for a field."""
    items = []
    at = 0
    while at < len(layout):
        char = layout[at]
        if char == '%':
            at += 1
            if at == len(layout):
                raise ValueError(f'stray % in format {layout!r}')
            field = layout[at]
            if field == '%':
                items.append('%')
            elif field in _COMPOUND and field in 'cxX':
                items += _items(_COMPOUND[field])
            elif (field in _NUMBERS or field in _EXACT or field in _NAMES
                  or field in 'fz'):
                items.append('%' + field)
            else:
                raise ValueError(f"{field!r} is a bad directive in format "
                                 f'{layout!r}')
        elif char.isspace():
            if not items or items[-1] != ' ':
                items.append(' ')
        else:
            items.append(char)
        at += 1
    return items


def _match(items, text, i=0, at=0):
    """(end, {field: value}) of the best match, or None."""
    if i == len(items):
        return at, {}
    item = items[i]
    if item == ' ':
        end = at
        while end < len(text) and text[end].isspace():
            end += 1
        for stop in range(end, at, -1):
            found = _match(items, text, i + 1, stop)
            if found is not None:
                return found
        return None
    if len(item) == 1:
        if text[at:at + 1].lower() == item.lower():
            return _match(items, text, i + 1, at + 1)
        return None
    for size, value in _lengths(item[1], text, at):
        found = _match(items, text, i + 1, at + size)
        if found is not None:
            found[1].setdefault(item[1], value)
            return found
    return None


def _fields(text, layout):
    for i, arg in enumerate((text, layout), 1):
        if not isinstance(arg, str):
            raise TypeError(f'strptime() argument {i} must be str, not '
                            + type(arg).__name__)
    found = _match(_items(layout), text)
    if found is None:
        raise ValueError(f'time data {text!r} does not match format '
                         f'{layout!r}')
    end, fields = found
    if end != len(text):
        raise ValueError('unconverted data remains: ' + text[end:])
    return fields


def _year_of(fields):
    if 'Y' in fields:
        return fields['Y']
    if 'y' in fields:
        year = fields['y']
        return year + (2000 if year <= 68 else 1900)
    return None


def _hour_of(fields):
    if 'I' in fields:
        hour = fields['I'] % 12
        return hour + 12 if fields.get('p') == 1 else hour
    return fields.get('H', 0)


def _weekday_of(fields):
    for field, shift in (('A', 0), ('a', 0), ('w', 6), ('u', -1)):
        if field in fields:
            return (fields[field] + shift) % 7
    return None


def _day_of_week(fields, year, weekday):
    """The day that a week number and a weekday mean, or None."""
    if weekday is None or year is None:
        return None
    if 'V' in fields:
        return None
    for field, first in (('U', 6), ('W', 0)):
        if field in fields:
            start = date(year, 1, 1)
            days_in = (start.weekday() - first) % 7
            week0 = (7 - days_in) % 7
            place = (weekday - first) % 7
            if fields[field] == 0:
                day = place - days_in
            else:
                day = week0 + 7 * (fields[field] - 1) + place
            return start + timedelta(day)
    return None


def _day(fields):
    """The date and the weekday that are meant."""
    if 'G' in fields:
        if 'V' not in fields or _weekday_of(fields) is None:
            raise ValueError("ISO year directive '%G' must be used with the "
                             "ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        return date.fromisocalendar(fields['G'], fields['V'],
                                    _weekday_of(fields) + 1)
    if 'V' in fields:
        raise ValueError("ISO week directive '%V' must be used with the ISO "
                         "year directive '%G' and a weekday directive ('%A', "
                         "'%a', '%w', or '%u').")
    year = _year_of(fields)
    month = fields.get('m', fields.get('B', fields.get('b', 0)) + 1)
    day = fields.get('d', 1)
    found = _day_of_week(fields, year, _weekday_of(fields))
    if found is not None:
        return found
    if year is None:
        year = 1904 if (month, day) == (2, 29) else 1900
    if 'j' in fields and 'd' not in fields:
        return date(year, 1, 1) + timedelta(fields['j'] - 1)
    return date(year, month, day)


def parse_datetime(cls, text, layout):
    """For datetime.strptime()."""
    fields = _fields(text, layout)
    day = _day(fields)
    year = day.year
    if _year_of(fields) is None and 'G' not in fields:
        year = 1900
    zone = None
    if 'z' in fields:
        name = 'UTC' if 'Z' in fields else None
        zone = (timezone(fields['z']) if name is None
                else timezone(fields['z'], name))
    return cls(year, day.month, day.day, _hour_of(fields),
               fields.get('M', 0), fields.get('S', 0), fields.get('f', 0),
               zone)


def parse_struct_time(text, layout='%a %b %d %H:%M:%S %Y'):
    """For time.strptime()."""
    fields = _fields(text, layout)
    day = _day(fields)
    weekday = _weekday_of(fields)
    if weekday is None:
        weekday = day.weekday()
    yearday = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
    return _time.struct_time((day.year, day.month, day.day, _hour_of(fields),
                              fields.get('M', 0), fields.get('S', 0), weekday,
                              yearday, 0 if 'Z' in fields else -1))
