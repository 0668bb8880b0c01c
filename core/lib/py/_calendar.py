"""Days of the Gregorian calendar, counted from 0001-01-01."""
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN[month]


def ordinal_of(year, month, day):
    before = year - 1
    return (before * 365 + before // 4 - before // 100 + before // 400
            + _DAYS_BEFORE[month] + (month > 2 and is_leap(year)) + day)


def from_ordinal(n):
    """Year, month and day of an ordinal; 1 is 0001-01-01."""
    eras, n = divmod(n - 1, 146097)
    centuries = min(n // 36524, 3)
    n -= centuries * 36524
    fours, n = divmod(n, 1461)
    years = min(n // 365, 3)
    n -= years * 365
    year = eras * 400 + centuries * 100 + fours * 4 + years + 1
    month = 12
    while True:
        start = _DAYS_BEFORE[month] + (month > 2 and is_leap(year))
        if n >= start:
            return year, month, n - start + 1
        month -= 1


def first_iso_monday(year):
    first = ordinal_of(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday
