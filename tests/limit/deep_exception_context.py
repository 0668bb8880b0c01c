error = None
for n in range(20000):
    new = ValueError(n)
    new.__context__ = error
    error = new
print(error)
del error, new
print("freed")
