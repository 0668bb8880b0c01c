class Base:
    def __init__(self, name):
        print("Base", name)
        self.name = name

    def hello(self):
        return f"base {self.name}"


class Child(Base):
    def __init__(self, name):
        super().__init__(name.upper())
        print("Child", self.name)

    def hello(self):
        return "child " + super().hello()


class Grandchild(Child):
    def hello(self):
        return "grand " + super(Grandchild, self).hello()


print(Grandchild("ann").hello())
