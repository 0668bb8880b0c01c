import gc


class Node:

    def __init__(self):
        self.me = self

    def __del__(self):
        print('gone')


gc.disable()
Node()
print(gc.isenabled())
print(gc.collect() > 0)
gc.enable()
print(gc.isenabled())
