def attempt(f):
    try:
        print(f())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1 / 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 0 ** -1)
attempt(lambda: 1 << -1)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: -"a")
attempt(lambda: 1 & 1.5)
attempt(lambda: int("x1"))
attempt(lambda: int("12", 2))
attempt(lambda: int(""))
attempt(lambda: int(None))
attempt(lambda: int(float("inf")))
attempt(lambda: int(float("nan")))
attempt(lambda: [1] - [2])
attempt(lambda: None + 1)
