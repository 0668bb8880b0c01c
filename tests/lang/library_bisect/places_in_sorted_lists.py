import bisect


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9, 1, 3))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a)
show(lambda: bisect.bisect(a, 1, -1))
show(lambda: bisect.bisect_left([(1, 'a'), (2, 'b')], 2, key=lambda p: p[0]))
