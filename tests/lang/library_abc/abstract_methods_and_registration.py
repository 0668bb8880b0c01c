import abc


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Ab(abc.ABC):

    @abc.abstractmethod
    def f(self):
        ...

    @property
    @abc.abstractmethod
    def g(self):
        ...


show(lambda: Ab())


class Ab2(Ab):

    def f(self):
        return 1


show(lambda: Ab2())


class Ab3(Ab2):
    g = 3


print(Ab3().f(), Ab.__abstractmethods__ == frozenset({'f', 'g'}), isinstance(Ab3(), Ab), type(Ab))
Ab.register(int)
print(isinstance(3, Ab), issubclass(int, Ab), issubclass(str, Ab))
show(lambda: Ab.register(3))
show(lambda: issubclass(3, Ab))


@Ab.register
class R:
    pass


print(issubclass(R, Ab))
