"""Reads ISO 8601 texts for datetime. None = not such a text."""
from datetime import date, timedelta, timezone


def _number(text, start, size):
    digits = text[start:start + size]
    if len(digits) == size and digits.isascii() and digits.isdigit():
        return int(digits)
    return None


def _date_length(text):
    """How many characters of [text] are the date, as far as one can tell."""
    if len(text) == 7:
        return 7
    if text[4:5] == '-':
        if text[5:6] != 'W':
            return 10
        if text[8:9] == '-' and text[9:10].isdigit():
            return 10
        return 8
    if text[4:5] == 'W':
        end = 7
        while end < len(text) and text[end].isdigit():
            end += 1
        if end < 9:
            return end
        return 7 if end % 2 == 0 else 8
    return 8


def parse_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and YYYYWwwD."""
    year = _number(text, 0, 4)
    dash = text[4:5] == '-'
    at = 4 + dash
    if year is None:
        return None
    if text[at:at + 1] == 'W':
        return _parse_week(text, year, at + 1, dash)
    month = _number(text, at, 2)
    if dash and text[at + 2:at + 3] != '-':
        return None
    day = _number(text, at + 2 + dash, 2)
    if month is None or day is None or len(text) != (10 if dash else 8):
        return None
    return year, month, day


def _parse_week(text, year, at, dash):
    week = _number(text, at, 2)
    day = 1
    if week is None:
        return None
    if at + 2 < len(text):
        if dash and text[at + 2] != '-':
            return None
        day = _number(text, at + 2 + dash, 1)
        if day is None or len(text) != at + 3 + dash:
            return None
    when = date.fromisocalendar(year, week, day)
    return when.year, when.month, when.day


def _parse_clock(text):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.ffffff]]]."""
    fields = [0, 0, 0, 0]
    colon = text[2:3] == ':'
    at = 0
    for i in range(3):
        value = _number(text, at, 2)
        if value is None:
            return None
        fields[i] = value
        at += 2
        if at == len(text):
            return fields
        if i == 2:
            break
        if colon:
            if text[at] != ':':
                return None
            at += 1
    fraction = text[at + 1:]
    if (text[at] not in '.,' or not fraction or not fraction.isascii()
            or not fraction.isdigit()):
        return None
    fields[3] = int(fraction[:6].ljust(6, '0'))
    return fields


def _parse_zone(sign, text):
    fields = _parse_clock(text)
    if fields is None:
        return None
    hours, minutes, seconds, us = fields
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds,
                       microseconds=us)
    return timezone(-offset if sign == '-' else offset)


def parse_time(text):
    """Hour, minute, second, microsecond and zone or None."""
    zone = None
    if text.endswith('Z') and len(text) > 1:
        text, zone = text[:-1], timezone.utc
    else:
        for at, char in enumerate(text):
            if char in '+-':
                zone = _parse_zone(char, text[at + 1:])
                if zone is None:
                    return None
                text = text[:at]
                break
    fields = _parse_clock(text)
    return None if fields is None else (*fields, zone)


def parse_datetime(text):
    """A date, any one character, a time."""
    if len(text) < 7:
        return None
    size = _date_length(text)
    day = parse_date(text[:size])
    if day is None:
        return None
    if len(text) <= size:
        return day
    clock = parse_time(text[size + 1:])
    return None if clock is None else day + clock
