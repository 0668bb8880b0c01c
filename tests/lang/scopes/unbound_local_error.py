x = 1


def f():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 2
    del x
    try:
        x
    except UnboundLocalError as error:
        print(type(error).__name__, error)


f()


def outer():
    def inner():
        return late
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    late = 1
    return inner()


print(outer())
