a = [3, 1, 2]
print(sorted(a), a, a.sort(), a)
words = ["banana", "kiwi", "apple", "fig"]
print(sorted(words), sorted(words, key=len), sorted(words, reverse=True))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
words.sort(key=str.upper, reverse=True)
print(words)
try:
    [1, "a"].sort()
except TypeError as error:
    print(error)
try:
    sorted([1], len)
except TypeError as error:
    print(error)
