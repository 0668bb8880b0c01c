import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('timedelta(1.5)', 'timedelta(days=-1, microseconds=5)', 'timedelta(weeks=1, hours=3)', 'timedelta(seconds=0.0000015)', 'timedelta(microseconds=0.5)', 'timedelta(microseconds=1.5)', 'timedelta(microseconds=2.5)', 'timedelta("x")', "timedelta(seconds=float('nan'))", "timedelta(seconds=float('inf'))", 'timedelta(1)/0', 'timedelta(1)//0', 'timedelta(1)/timedelta(0)', 'timedelta(1)//timedelta(0)', 'timedelta(1)%timedelta(0)', 'timedelta(1)/3', 'timedelta(1)/1.7', 'timedelta(1)*1.3', '3*timedelta(hours=7)', 'timedelta(5)//timedelta(hours=7)', 'divmod(timedelta(5),timedelta(hours=7))', '-timedelta(1,2,3)', 'abs(timedelta(-1,2,3))', 'timedelta(1)+1', '1-timedelta(1)', 'timedelta(1)<1', 'timedelta(1)==1', 'timedelta.max', 'timedelta.min', 'timedelta.resolution', 'timedelta(1).total_seconds()', 'timedelta(seconds=1.1).total_seconds()', 'bool(timedelta())', 'timedelta(0)', 'hash(timedelta(1))==hash(timedelta(hours=24))', 'timedelta.max+timedelta(1)', 'sum([timedelta(1),timedelta(2)],timedelta())', 'timedelta(days=1).days', 'timedelta(seconds=-1).seconds', 'timedelta(1)/0.0', "timedelta(1)*float('nan')"):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
