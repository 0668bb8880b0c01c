print("before")
try:
    items = [0] * 10 ** 9
except MemoryError as error:
    print("refused")
print("after")
