for thing in (5, "text", int):
    try:
        raise thing
    except TypeError as error:
        print(error)
try:
    raise ValueError("x") from 5
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except "name":
        pass
except TypeError as error:
    print(error)
