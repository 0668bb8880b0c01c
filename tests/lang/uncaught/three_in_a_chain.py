def a():
    raise KeyError("first")


def b():
    try:
        a()
    except KeyError:
        raise ValueError("second")


try:
    b()
except ValueError as error:
    raise TypeError("third") from error
