a = list(range(6))
a[1:3] = "xyz"
print(a)
a[2:2] = [0]
print(a)
a[::2] = [9] * 4
print(a)
a[:] = [1, 2, 3, 4, 5]
del a[1:3]
print(a)
del a[::2]
print(a)
try:
    a = [1, 2, 3, 4]
    a[::2] = [1]
except ValueError as error:
    print(error)
a[1:2] = []
print(a)
a[5:] = [7]
print(a)
a += a
print(a)
