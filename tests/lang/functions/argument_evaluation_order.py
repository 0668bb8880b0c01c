def note(x):
    print("eval", x)
    return x


def f(*args, **kwargs):
    print(args, kwargs)


f(note(1), *[note(2), note(3)], a=note(4), **{"b": note(5)})
print(note(1) + note(2) * note(3))
d = {note("k1"): note("v1"), note("k2"): note("v2")}
note([0])[note(0)] = note("value")
