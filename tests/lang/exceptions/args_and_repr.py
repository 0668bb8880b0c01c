for error in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"),
              KeyError(), Exception(None), StopIteration(3), RuntimeError("it's")):
    print(repr(error), "|", str(error), "|", error.args)
print(issubclass(KeyError, LookupError), issubclass(KeyboardInterrupt, Exception))
try:
    raise ValueError
except ValueError as error:
    print(error.args, type(error))
