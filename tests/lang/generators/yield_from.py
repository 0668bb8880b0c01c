def inner():
    received = yield "a"
    print("received", received)
    yield "b"
    return "result"


def outer():
    result = yield from inner()
    print("inner gave", result)
    yield from [1, 2]
    yield from "xy"


g = outer()
print(next(g), g.send("hello"))
print(list(g))
