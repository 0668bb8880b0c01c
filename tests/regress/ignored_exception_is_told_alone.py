class A:
    def __init__(self, t): self.t = t
    def __repr__(self): return f'A({self.t})'
    def __del__(self):
        try:
            raise KeyError(self.t)
        except KeyError:
            raise [ValueError, ValueError('x'), NameError("name 'selff' is not defined")][self.t]
A(0)
A(1)
A(2)
def g():
    try: yield
    finally: undefined_name
it = g()
next(it)
del it
class E(Exception):
    def __str__(self): 1/0
class B:
    def __del__(self): raise E()
    __repr__ = None
B()
def f(l=[]):
    raise ExceptionGroup('g', [ValueError(1)])
A.__del__ = f
A(4)
z = A(5)
A.__del__ = lambda s: 1/0
