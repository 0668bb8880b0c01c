class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return V(-self.x, -self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __iadd__(self, other):
        self.x += other.x
        return self

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __str__(self):
        return f"({self.x}, {self.y})"


a, b = V(3, 4), V(1, 1)
print(a + b, a * 2, 2 * a, -a, bool(V(0, 0)), abs(a), a == V(3, 4))
print(len({V(1, 2), V(1, 2), V(2, 1)}))
a += b
print(a)
try:
    a - b
except TypeError as error:
    print(error)
try:
    "x" * a * "y"
except TypeError as error:
    print(error)
