class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        print("get")
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        print("set", value)
        self._degrees = value

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32


c = Celsius(100)
print(c.degrees, c.fahrenheit)
c.degrees = 20
print(c.fahrenheit)
try:
    c.fahrenheit = 1
except AttributeError as error:
    print(error)
try:
    del c.degrees
except AttributeError as error:
    print(error)
