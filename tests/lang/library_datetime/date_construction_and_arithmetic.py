import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('date(2024,2,30)', 'date(0,1,1)', 'date(10000,1,1)', 'date(2024,13,1)', 'date("x",1,1)', 'date(2024,1.0,1)', 'date(2024,1)', 'd0', 'str(d0)', 'd0.isocalendar()', 'd0.isoweekday()', 'd0.weekday()', 'd0.toordinal()', 'date.fromordinal(1)', 'date.fromordinal(0)', 'date.fromordinal(3652060)', 'date.fromordinal(738000)', 'd0.replace(year=2023)', 'd0.replace(day=1)', 'd0.timetuple()', 'd0.ctime()', 'd0.strftime("%d/%m/%Y %A %j %U %W")', 'f"{d0:%b %d}"', 'f"{d0}"', 'd0+timedelta(1)', 'd0-timedelta(60)', 'd0-date(2023,1,1)', 'date.max+timedelta(1)', 'd0<date(2025,1,1)', 'd0<dt0', 'd0==dt0', 'dt0<d0', 'd0<3', 'd0==3', 'date.fromisoformat("2024-02-29")', 'date.fromisoformat("20240229")', 'date.fromisoformat("2024-W09-4")', 'date.fromisoformat("2024-2-9")', 'date.fromisoformat(3)', 'date.fromisocalendar(2020,53,7)', 'date.fromisocalendar(2021,53,7)', 'date.fromisocalendar(2021,5,8)', 'date.min', 'date.max', 'date.resolution', 'date.fromtimestamp(86400*365)', 'd0-3', 'date(2020,12,31).isocalendar()', 'date(2021,1,3).isocalendar().week', 'date.fromisoformat("2024-W0")', 'date.fromisoformat("x")', 'date.fromisoformat("2024-13-01")'):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
