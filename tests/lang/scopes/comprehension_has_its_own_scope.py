i = "outer"
print([i for i in range(3)], i)
print({i: i * i for i in range(3)}, i)
print(sum(i for i in range(4)), i)
n = 2
print([[n * j for j in range(2)] for n in range(3)], n)
