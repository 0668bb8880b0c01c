items = []
try:
    while True:
        items.append("x" * 1000 + str(len(items)))
except MemoryError:
    count = len(items)
    del items
    print("refused after more than 1000:", count > 1000)
print("goes on", sum(range(10)))
