from collections import *
import collections.abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], c.total(), sorted(c.elements()), list(c.items()))
c.update('aab')
c.subtract({'a': 1, 'q': 2})
print(c)
print(+c, -c, c + Counter(a=1), c - Counter(a=5), c & Counter(a=2, b=9), c | Counter(z=3))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(), Counter(a=3, b=3, c=1))
c += Counter('q' * 5)
print(c)
del c['nope']
print(c.copy() == c, Counter([1, 1, 2]), Counter({'x': 2}), Counter(x=3).most_common())
show(lambda: Counter(3))
show(lambda: Counter.fromkeys('a'))
show(lambda: Counter(a=1) + {'a': 1})
show(lambda: dict(Counter('aab')))
