a = [3, 1, 2]
a.append(5)
a.extend("xy")
a.insert(1, "i")
a.insert(-1, "j")
a.insert(100, "k")
print(a, len(a))
a.remove("i")
print(a.pop(), a.pop(0), a)
print(a.index(5), a.count(1), [1, 2, 1].index(1, 1))
b = a.copy()
b.clear()
print(a, b)
a.reverse()
print(a)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(3)):
    try:
        f()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
