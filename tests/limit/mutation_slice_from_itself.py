a = [1, 2, 3, 4]
a[1:2] = a
print(a)
a[::2] = a[:4] if len(a[::2]) == 4 else a[:len(a[::2])]
print(a)
a.extend(a)
a += a
print(len(a))


class Index:
    def __index__(self):
        b.clear()
        return 0


b = [1, 2]
try:
    b[Index()]
except IndexError as error:
    print(error)
