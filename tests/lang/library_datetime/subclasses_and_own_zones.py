from datetime import *
UTC = timezone.utc
dt0 = datetime(2024, 2, 29, 13, 5, 9, 1500)


def e(source):
    try:
        value = eval(source)
        print(source, repr(value), str(value))
    except Exception as error:
        print(source, type(error).__name__, error)


class MyDT(datetime):
    pass


class MyD(date):
    pass


class MyTD(timedelta):
    pass


for src in 'MyDT(2024,1,1)|MyDT(2024,1,1)+timedelta(1)|MyD(2024,1,1)+timedelta(1)|MyTD(1)|MyTD(1)+MyTD(2)|MyDT.now().__class__|isinstance(MyDT.now(),date)|type(dt0).__module__|datetime.__name__|timedelta.__module__|sorted([date(2024,3,1),date(2024,1,1)])|{dt0: 1}[dt0]|max(dt0, datetime(2025,1,1))'.split('|'):
    e(src)


class Z(tzinfo):

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt and 3 < dt.month < 11 else timedelta(0)

    def tzname(self, dt):
        return 'CEST' if self.dst(dt) else 'CET'


z = Z()
for src in 'datetime(2024,7,1,12,tzinfo=z).isoformat()|datetime(2024,1,1,12,tzinfo=z).tzname()|datetime(2024,7,1,10,tzinfo=UTC).astimezone(z).strftime("%c %Z %z")|datetime(2024,7,1,12,tzinfo=z)-datetime(2024,1,1,12,tzinfo=z)|datetime(2024,7,1,12,tzinfo=z).timetuple()|datetime(2024,7,1,12,tzinfo=z).dst()'.split('|'):
    e(src)


class B(tzinfo):

    def utcoffset(self, dt):
        return 3

    def tzname(self, dt):
        return 3


for src in 'datetime(2024,1,1,tzinfo=B()).utcoffset()|datetime(2024,1,1,tzinfo=B()).tzname()|datetime(2024,1,1,tzinfo=B()).dst()'.split('|'):
    e(src)
