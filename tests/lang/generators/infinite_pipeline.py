def count(n=1):
    while True:
        yield n
        n += 1


def take(n, items):
    for _, item in zip(range(n), items):
        yield item


def evens(items):
    for item in items:
        if item % 2 == 0:
            yield item


print(list(take(5, evens(count()))))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(take(15, fib())))
