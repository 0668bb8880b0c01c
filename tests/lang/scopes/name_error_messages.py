try:
    undefined
except NameError as error:
    print(error)
try:
    del nothing
except NameError as error:
    print(error)


def f():
    return also_undefined


try:
    f()
except NameError as error:
    print(error)
