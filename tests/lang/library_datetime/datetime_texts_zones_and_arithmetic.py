import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('dt0', 'da', 'str(dt0)', 'str(da)', 'dt0.isoformat()', 'dt0.isoformat(" ","minutes")', 'dt0.isoformat("xx")', 'dt0.isoformat(timespec="milliseconds")', 'dt0.date()', 'dt0.time()', 'da.timetz()', 'da.time()', 'dt0.timestamp()', 'da.timestamp()', 'da.astimezone(UTC)', 'dt0.astimezone(UTC)', 'da.astimezone(tzn)', 'da.utcoffset()', 'da.tzname()', 'dt0.tzname()', 'da.utctimetuple()', 'da.timetuple()', 'dt0-datetime(2024,1,1)', 'da-dt0', 'da<dt0', 'da==dt0', 'da==da.astimezone(UTC)', 'hash(da)==hash(da.astimezone(UTC))', 'da>datetime(2024,2,29,11,0,0,tzinfo=UTC)', 'dt0+timedelta(days=1,hours=12)', 'dt0-timedelta(microseconds=1501)', 'datetime.max+timedelta(1)', 'datetime(2024,1,1)-d0', 'datetime.fromtimestamp(0)', 'datetime.fromtimestamp(1.5)', 'datetime.fromtimestamp(1e12)', 'datetime.fromtimestamp(1e20)', 'datetime.fromtimestamp(0,UTC)', 'datetime.fromtimestamp(0,3)', 'datetime.utcfromtimestamp(1700000000.123456)', 'datetime.fromtimestamp(-1.5)', 'datetime.fromtimestamp("x")', 'datetime.combine(d0,time(1,2))', 'datetime.combine(d0,time(1,2),tzinfo=UTC)', 'datetime.combine(1,2)', 'datetime.combine(d0,2)', 'dt0.replace(tzinfo=UTC)', 'dt0.replace(month=13)', 'dt0.strftime("%Y-%m-%d %H:%M:%S.%f")', 'da.strftime("%z %Z %%")', 'dt0.strftime("%c %x %X %I %p %y %e %D %T %G-%V %s %-d %N %E")', 'f"{dt0:%H:%M}"', 'format(dt0)', 'dt0.ctime()', 'dt0.isocalendar()', 'datetime.min', 'datetime.max', 'datetime(2024,1,1,tzinfo=3)', 'datetime(2024,1,1)', 'datetime(2024,1,1,0,0,5)', 'datetime(2024,1,1,fold=1)', 'datetime.fromordinal(738000)', 'datetime.fromisoformat("2024-02-29")', 'datetime.fromisoformat("2024-02-29T13:05")', 'datetime.fromisoformat("2024-02-29 13:05:09.123")', 'datetime.fromisoformat("2024-02-29T13:05:09.123456+02:00")', 'datetime.fromisoformat("20240229T130509Z")', 'datetime.fromisoformat("2024-W09-4T10")', 'datetime.fromisoformat("2024-02-29T")', 'datetime.fromisoformat("2024-02-29T25:00")', 'datetime.fromisoformat("nope")', 'datetime.fromisoformat(3)', 'datetime.fromisoformat("2024-02-29T13:05:09,5-05:30")'):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
