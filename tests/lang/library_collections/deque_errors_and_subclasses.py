from collections import deque


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3])
m = deque([1, 8, 9], maxlen=3)
show(lambda: deque().pop())
show(lambda: deque().popleft())
show(lambda: d.remove(99))
show(lambda: d.index(99))
show(lambda: m.insert(0, 1))
show(lambda: deque(maxlen=-1))
show(lambda: deque(maxlen='x'))
show(lambda: deque(3))
show(lambda: deque(1, 2, 3))
show(lambda: hash(d))
show(lambda: d + [1])
show(lambda: deque([1]) + deque([2]))
show(lambda: deque([1]) * 3)
show(lambda: 2 * deque([1, 2], 3))
show(lambda: d < 3)
show(lambda: deque([1]) < deque([2]))
show(lambda: deque([1]) == deque([1]))
show(lambda: deque([1]) == [1])
show(lambda: deque(foo=1))
show(lambda: d.append())
show(lambda: d.append(1, 2))
show(lambda: setattr(d, 'maxlen', 3))
show(lambda: d.nope)
show(lambda: d * 'x')
show(lambda: d.rotate('x'))
show(lambda: deque(iterable=[1], maxlen=None))
show(lambda: bool(deque()))
show(lambda: deque[int])
show(lambda: type(d))
show(lambda: type(iter(d)))
show(lambda: d.copy() == d)
show(lambda: deque([1, 2, 3]).index(3, 0, 2))
show(lambda: deque([1, 2, 3]).index(3, -1))


def it():
    for x in d:
        d.append(1)


show(it)
e = deque()
e.append(e)
print(e)


class S(deque):

    def __init__(self, *a):
        super().__init__(*a)
        self.x = 1


s = S([1])
s.append(2)
print(s, s.x, s.copy(), s + s, type(s * 2), S.__mro__)
q = deque([1])
q += 'ab'
q *= 2
print(q)
match deque([1, 2]):
    case [a, b]:
        print('seq', a, b)
n = deque()
for i in range(1000):
    n.append(i)
    n.append(i)
    n.popleft()
print(len(n), n[0], n[-1], sum(n))
n.clear()
print(n, n == deque())
