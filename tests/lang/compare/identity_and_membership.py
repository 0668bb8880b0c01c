a = [1]
b = a
print(a is b, a is not [1], None is None)
print(1 in [1, 2], 3 not in (1, 2), "b" in "abc", "x" in {"x": 1}, 2 in {1, 2})
print("" in "abc", 1.0 in [1], [] in [[]])
try:
    1 in 5
except TypeError as error:
    print(error)
try:
    1 in "abc"
except TypeError as error:
    print(error)
