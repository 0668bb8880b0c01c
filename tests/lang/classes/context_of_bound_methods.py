class Greeter:
    def __init__(self, name):
        self.name = name

    def greet(self, other):
        print(self.name, "greets", other)


greet = Greeter("ann").greet
greet("bob")
for f in map(lambda n: Greeter(n).greet, "xy"):
    f("z")
print(greet.__name__, greet.__self__.name, greet == greet.__self__.greet)
