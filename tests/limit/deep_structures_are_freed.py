deep = ()
for _ in range(200000):
    deep = (deep,)
print(len(deep))
del deep


class Node:
    def __init__(self, next):
        self.next = next


chain = None
for _ in range(200000):
    chain = Node(chain)
del chain
print("freed")
