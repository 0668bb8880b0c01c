def forever():
    while True:
        yield 1


print("before")
print(sum(forever()))
