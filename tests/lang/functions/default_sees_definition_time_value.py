value = 1


def f(x=value):
    return x


value = 2
print(f(), value)
