def a(x):
    def b(y):
        def c(z):
            nonlocal x
            x += 1
            return x + y + z
        return c
    return b


c = a(1)(10)
print(c(100), c(100))
