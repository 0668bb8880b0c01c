def f():
    """What f does."""


f.calls = 3
print(f.__name__, f.__doc__, f.calls, f.__qualname__, f.__module__)


class C:
    """A class."""

    def method(self):
        pass


print(C.__doc__, C.method.__qualname__, C.__name__)
