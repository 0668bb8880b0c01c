def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


a, b = counter(), counter(10)
print(a(), a(), b(), a(5), b(-1))
