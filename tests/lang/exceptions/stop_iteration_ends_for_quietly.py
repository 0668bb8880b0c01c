class Source:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration
        return self.items.pop()


for x in Source([1, 2]):
    print(x)
else:
    print("exhausted")
for x in Source([1, 2]):
    break
else:
    print("never")
n = 3
while n:
    n -= 1
else:
    print("while else")
