e = "before"
try:
    1 / 0
except ZeroDivisionError as e:
    print("in", e)
try:
    print(e)
except NameError as error:
    print(error)
