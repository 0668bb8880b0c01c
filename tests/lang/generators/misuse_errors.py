def g():
    yield 1
    raise StopIteration("inside")


it = g()
next(it)
try:
    next(it)
except RuntimeError as error:
    print(error, type(error.__cause__).__name__)


def selfish():
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield


me = selfish()
next(me)
try:
    next(5)
except TypeError as error:
    print(error)
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
