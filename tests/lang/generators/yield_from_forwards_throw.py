def inner():
    try:
        yield 1
    except ValueError:
        print("inner caught")
        yield 2
    finally:
        print("inner finally")


def outer():
    try:
        yield from inner()
    except KeyError as error:
        print("outer caught", error)
    yield 3


g = outer()
print(next(g), g.throw(ValueError), g.throw(KeyError("k")))
