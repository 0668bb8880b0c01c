def register(cls):
    print("register", cls.__name__)
    cls.tag = cls.__name__.lower()
    return cls


@register
class Thing:
    print("in body")
    squares = [n * n for n in range(3)]
    for letter in "ab":
        print(letter)
    if True:
        def hi(self):
            return self.tag


print(Thing.squares, Thing().hi(), Thing.letter)
