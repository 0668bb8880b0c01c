a = [1, 2]
print(a + [3], a * 2, 2 * a, [] * 5, [0] * -1, a == [1, 2], a != [1], [1, [2]] == [1, [2]])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
a += (3, 4)
print(a, 3 in a, a[-1], list("ab"), list(range(3)), list({"k": 1}))
try:
    a + (1,)
except TypeError as error:
    print(error)
try:
    [1] * "a"
except TypeError as error:
    print(error)
