for index in (5, -6, "a", 1.0, None):
    try:
        [0, 1][index]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
for thing in ("ab", (1,), range(3)):
    try:
        thing[9]
    except IndexError as error:
        print(error)
try:
    [1][::0]
except ValueError as error:
    print(error)
try:
    "abc"[0] = "x"
except TypeError as error:
    print(error)
try:
    [1][3] = 1
except IndexError as error:
    print(error)
try:
    number = 5
    number[0]
except TypeError as error:
    print(error)
