class A: pass
class B(A): pass


try:
    class C(A, B): pass
except TypeError as error:
    print(error)
try:
    class D(A, A): pass
except TypeError as error:
    print(error)
