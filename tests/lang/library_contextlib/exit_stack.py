from contextlib import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


@contextmanager
def cm(x, swallow=False):
    """doc"""
    print('enter', x)
    try:
        yield x
    except ValueError as e:
        print('caught', e)
        if not swallow:
            raise
    finally:
        print('exit', x)


def st():
    with ExitStack() as e:
        e.enter_context(cm('a'))
        e.enter_context(cm('b', True))
        e.callback(print, 'cb', sep='-')
        e.push(lambda *a: print('push', a[0]))
        raise ValueError('boom')
    return 'ok'


show(st)


def st2():
    with ExitStack() as e:
        e.callback(lambda: 1 / 0)
        raise KeyError('orig')


show(st2)


def st3():
    with ExitStack() as e:
        e.enter_context(3)


show(st3)


def st4():
    e = ExitStack()
    e.callback(print, 'moved')
    n = e.pop_all()
    e.close()
    print('now')
    n.close()


show(st4)


def st5():
    with ExitStack() as s:

        @s.callback
        def done():
            print('done')

        @s.push
        def ex(t, v, tb):
            print(t)
            return True
        raise KeyError


show(st5)
