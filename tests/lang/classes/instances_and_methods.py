class Point:
    origin = (0, 0)

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def moved(self, dx):
        return Point(self.x + dx, self.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1)
print(p, p.moved(4), p.origin, Point.origin)
p.origin = "own"
print(p.origin, Point.origin)
print(Point.moved(p, 2), isinstance(p, Point), type(p).__name__, p.__dict__)
method = p.moved
p.x = 100
print(method(1))
