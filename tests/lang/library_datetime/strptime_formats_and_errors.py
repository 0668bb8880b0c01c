import datetime as D
from datetime import *
UTC = timezone.utc
tz2 = timezone(timedelta(hours=2))
tzn = timezone(timedelta(hours=-5, minutes=-30), 'EST')
d0 = date(2024, 2, 29)
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)
da = datetime(2024, 2, 29, 13, 5, 9, tzinfo=tz2)
for source in ('datetime.strptime("2024-02-29 13:05:09","%Y-%m-%d %H:%M:%S")', 'datetime.strptime("29/2/24","%d/%m/%y")', 'datetime.strptime("Feb 29 2024","%b %d %Y")', 'datetime.strptime("February 3 2024 3:05 PM","%B %d %Y %I:%M %p")', 'datetime.strptime("x","%Y")', 'datetime.strptime("2024 x","%Y")', 'datetime.strptime("2024","%Q")', 'datetime.strptime("2024","%Y%")', 'datetime.strptime("12:30:01.25","%H:%M:%S.%f")', 'datetime.strptime("2024-02-29T13:05:09+0200","%Y-%m-%dT%H:%M:%S%z")', 'datetime.strptime("2024-02-29 +05:30","%Y-%m-%d %z")', 'datetime.strptime("2024 060","%Y %j")', 'datetime.strptime("2024 09 4","%G %V %u")', 'datetime.strptime("2024 8 1","%Y %W %w")', 'datetime.strptime("2024 8 0","%Y %U %w")', 'datetime.strptime("111","%d%m")', 'datetime.strptime("1112","%d%m")', 'datetime.strptime("Thu Feb 29 13:05:09 2024","%a %b %d %H:%M:%S %Y")', 'datetime.strptime("Thu Feb 29 13:05:09 2024","%c")', 'datetime.strptime("02/29/24","%x")', 'datetime.strptime("Feb 30 2023","%b %d %Y")', 'datetime.strptime("31 Apr","%d %b")', 'datetime.strptime(3,"%Y")', 'datetime.strptime("3",4)', 'datetime.strptime("12 AM","%I %p")', 'datetime.strptime("5","%d")', 'datetime.strptime("100%","100%%")', 'datetime.strptime("UTC 2020","%Z %Y")', 'datetime.strptime("2020Z","%Y%z")', 'datetime.strptime("Monday","%A")', 'datetime.strptime("2024-01-01","%F")'):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)
