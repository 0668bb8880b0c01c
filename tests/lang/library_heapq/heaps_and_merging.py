import heapq
import random


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


h = []
for x in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
l = [5, 3, 8, 1, 9, 2, 7]
heapq.heapify(l)
print(l, [heapq.heappop(l) for _ in range(len(l))])
show(lambda: heapq.heappop([]))
show(lambda: heapq.heappush(3, 1))
show(lambda: list(heapq.merge([1, 4, 7], [2, 5], [3])))
show(lambda: list(heapq.merge([7, 1], [5], reverse=True)))
show(lambda: list(heapq.merge(['a', 'ccc'], ['bb'], key=len)))
show(lambda: heapq.nsmallest(2, [3, 1, 2]))
show(lambda: heapq.nlargest(2, 'abc', key=ord))
show(lambda: heapq.heappush([object()], object()))
random.seed(1)
big = [random.randrange(1000) for _ in range(200)]
hh = []
for x in big:
    heapq.heappush(hh, (x, -x))
print(hh[:10])
print([heapq.heappop(hh)[0] for _ in range(200)] == sorted(big))
b2 = big[:]
heapq.heapify(b2)
print(b2[:20])
