import random

if (n := len("abcd")) > 3:
    print(n)
values = [y := 1, y + 1, (z := y + 2)]
print(values, y, z)
numbers = [1, 5, 2, 8]
print([square for x in numbers if (square := x * x) > 10], square)
data = iter([3, 2, 1, 0, 9])
while (item := next(data)):
    print(item)
while (roll := random.random()) >= 0.3:
    print(f"{roll:.3f}")
print("stop", round(roll, 3))
