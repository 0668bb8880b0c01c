def f(a, b=2): pass


def attempt(*args, **kwargs):
    try:
        f(*args, **kwargs)
    except TypeError as error:
        print(error)


attempt(1, c=3)
attempt(1, a=1)
attempt(1, 2, 3)
attempt()
try:
    f(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)
try:
    f(*1)
except TypeError as error:
    print(error)
try:
    f(**1)
except TypeError as error:
    print(error)
