deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError as error:
    print(error)
other = []
for _ in range(100000):
    other = [other]
try:
    print(deep == other)
except RecursionError as error:
    print(error)
