def f():
    try:
        return "try"
    finally:
        return "finally"


def g():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "swallowed by break"


def h():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
            print("last")


print(f(), g(), h())
