import sys
import traceback


def f(n):
    if n == 0:
        return 1 / 0
    return f(n - 1) + 1


def out():
    traceback.print_exc(file=sys.stdout)


try:
    f(1)
except ZeroDivisionError as e:
    out()
    print(traceback.format_exc(limit=1))
    print(traceback.format_exc(limit=-1))
    print(traceback.format_tb(e.__traceback__))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    for s in traceback.extract_tb(e.__traceback__):
        print(s.lineno, s.name, s.line, len(s), s[1], s == tuple(s))
    print(traceback.format_exception(e)[-1], traceback.format_exception(type(e), e, e.__traceback__) == traceback.format_exception(e))
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout)
    traceback.print_exception(type(e), e, None, file=sys.stdout)
    te = traceback.TracebackException.from_exception(e)
    print(''.join(te.format()), list(te.format_exception_only()), te.exc_type, te)
try:
    f(10)
except ZeroDivisionError as e:
    out()
    try:
        raise KeyError('x') from e
    except KeyError as k:
        out()
        traceback.print_exc(chain=False, file=sys.stdout)
try:
    try:
        {}['a']
    except KeyError:
        int('x')
except ValueError as v:
    v.add_note('note\nmore')
    out()
    print(traceback.format_exception_only(v))
print(traceback.format_exc())
traceback.print_exc()
