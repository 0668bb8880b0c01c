add = lambda a, b=10: a + b
print(add(1), add(1, 2))
print((lambda *args, **kwargs: (args, kwargs))(1, 2, x=3))
print(sorted(["bb", "a", "ccc"], key=lambda word: -len(word)))
print(add.__name__)
