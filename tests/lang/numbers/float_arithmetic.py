print(0.1 + 0.2, 1.1 * 3, 10 / 4, 7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, divmod(7.5, 2))
print(2.0 ** 0.5, 2 ** 0.5, 4 ** 0.5, 1e308 * 10, round(2.675, 2), round(2.5), round(1234.567, -2))
print(round(0.5), round(1.5), round(3.14159, 3), round(5.0), round(15, -1), round(25, -1))
print((2.5).is_integer(), (2.0).is_integer(), 1.5.as_integer_ratio(), int(1e15), float(10 ** 15))
print(0.1 == 0.1, 1.0 == 1, 0.1 + 0.2 == 0.3, 1 < 1.5 < 2, float("nan") == float("nan"))
print(abs(-2.5), max(1, 2.5), sum([0.1] * 10), sum([0.5, 1]), -0.0 == 0.0)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: float("x"),
          lambda: round(1.5, "a"), lambda: 2.0 ** 10000):
    try:
        print(f())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
