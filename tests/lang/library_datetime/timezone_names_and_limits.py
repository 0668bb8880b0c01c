import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('UTC', 'tz2', 'tzn', 'str(UTC)', 'str(tz2)', 'str(tzn)', 'timezone(timedelta(0))', 'timezone(timedelta(0)) is UTC', 'timezone(timedelta(hours=24))', 'timezone(3)', 'timezone(timedelta(0),3)', 'timezone(timedelta(0),"Z")', 'UTC.utcoffset(None)', 'tz2.tzname(None)', 'tz2.utcoffset(3)', 'tz2==timezone(timedelta(minutes=120))', 'D.UTC is UTC', 'timezone.max', 'timezone.min', 'tzinfo().utcoffset(None)', 'timezone(timedelta(seconds=1)).tzname(None)', 'D.MINYEAR', 'D.MAXYEAR', 'UTC.dst(None)'):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
