def attempt(values):
    try:
        a, b = values
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt([1])
attempt([1, 2, 3])
attempt("")
attempt(5)
attempt({1: 2, 3: 4, 5: 6})
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
