class Dog:
    tricks = []
    count = 0

    def __init__(self, name):
        self.name = name
        Dog.count += 1


a, b = Dog("a"), Dog("b")
a.tricks.append("sit")
print(b.tricks, Dog.count)
a.count = 10
print(a.count, b.count, Dog.count)
Dog.legs = 4
print(a.legs)
