items = [3, 1, 2]


def key(x):
    items.append(0)
    return x


try:
    items.sort(key=key)
except ValueError as error:
    print(error)


class Weird:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        data.clear()
        return self.n < other.n


data = [Weird(n) for n in (2, 1, 3)]
try:
    data.sort()
except ValueError as error:
    print(error)
print(len(data))
