import sys
import traceback


def out():
    traceback.print_exc(file=sys.stdout)


def g():
    h()


def h():
    traceback.print_stack(file=sys.stdout)
    print(traceback.extract_stack()[-1].name, traceback.extract_stack(limit=1)[0].line)
    print(traceback.format_stack(limit=2))


g()
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError('t')])
except ExceptionGroup:
    out()
try:
    traceback.format_exception(3)
except TypeError as e:
    print(e)
try:
    traceback.format_exception(None, None)
except ValueError as e:
    print(e)
print(traceback.format_list([('a.py', 3, 'f', 'x = 1')]))


class E(Exception):

    def __str__(self):
        return 'a\nb'


print(traceback.format_exception_only(E()))
print(traceback.format_exception(None, None, None))
traceback.print_exception(ValueError('no tb'))
