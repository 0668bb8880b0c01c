class OnlyEnter:
    def __enter__(self):
        return self


try:
    with 5:
        pass
except TypeError as error:
    print(error)
try:
    with OnlyEnter():
        pass
except TypeError as error:
    print(error)


class Raises:
    def __enter__(self):
        return self

    def __exit__(self, *info):
        raise KeyError("from exit")


try:
    with Raises():
        raise ValueError("body")
except KeyError as error:
    print(error, repr(error.__context__))
