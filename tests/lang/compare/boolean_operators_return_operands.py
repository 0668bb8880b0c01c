print(0 or "", 1 and "a", None or 0 or [], "x" and 0 and 1)
print(not [], not 1, not not "a")


def f(name, value):
    print(name, end=" ")
    return value


print(f("a", 0) and f("b", 1) or f("c", 2))
print(f("a", 1) or f("b", 1))
