class Sly:
    def __init__(self, box):
        self.box = box

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.box.clear()
        return False


d = {}
d[Sly(d)] = 1
d[Sly(d)] = 2
print(len(d))
a = []
a.extend([Sly(a), Sly(a), Sly(a)])
try:
    a.remove(5)
except ValueError as error:
    print(error)
print(len(a), 5 in a)
