import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('time(25)', 'time(1,60)', 'time(1,2,60)', 'time(1,2,3,10**6)', 'time(1,2,fold=2)', 'time(1,2,3,4,5)', 'time()', 'time(1)', 'time(1,2,3)', 'time(1,2,3,4)', 'time(1,2,tzinfo=UTC)', 'str(time(1,2,tzinfo=tz2))', 'time(1,2,3).isoformat("hours")', 'time(1,2,3).isoformat("milliseconds")', 'time(1,2,3).isoformat("x")', 'time(1)<time(2)', 'time(1)<time(2,tzinfo=UTC)', 'time(1)==time(1,tzinfo=UTC)', 'time(1)<3', 'time.fromisoformat("04:23:01.5")', 'time.fromisoformat("T042301Z")', 'time.fromisoformat("04:23:01+04:00")', 'time.fromisoformat("4:23")', 'time(1,2,3).strftime("%H:%M %p")', 'time(1,2).replace(hour=5,fold=1)', 'time.min', 'time.max', 'bool(time())', 'time(13,5).tzname()', 'time(1,tzinfo=tzn).tzname()', 'f"{time(1,2):%H}"'):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
