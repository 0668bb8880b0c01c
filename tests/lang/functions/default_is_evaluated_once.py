def append(item, to=[]):
    to.append(item)
    return to


print(append(1))
print(append(2))
print(append(3, []))
print(append(4))
