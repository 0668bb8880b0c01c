class A:
    def __init__(self):
        self.__secret = 1
        self.__dunder__ = 2

    def get(self):
        return self.__secret


a = A()
print(a.get(), a.__dunder__, a._A__secret)
try:
    a.__secret
except AttributeError as error:
    print(error)
