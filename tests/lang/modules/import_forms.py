import time as clock, random
from functools import partial as p, reduce
from textwrap import dedent

print(clock.monotonic(), p(pow, 2)(5), reduce(lambda a, b: a + b, [1, 2, 3]))
print(dedent("""\
    a
      b
    c"""))


def local():
    from datetime import datetime
    return datetime.now()


print(local())
double = p(lambda x, y, z=0: (x, y, z), 1, z=9)
print(double(2), double(3, z=4), double.args, double.keywords, p(print, "a", sep="-").func is print)
