print(None, ..., NotImplemented, None is None, bool(None), type(...).__name__)
print([None], repr(None), str(...), None == False, Ellipsis is ...)


def todo(): ...


print(todo())
