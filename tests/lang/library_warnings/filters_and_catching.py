import asyncio
import sys
import warnings
sys.stderr = sys.stdout


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


def f():
    warnings.warn('hello')


f()
f()
warnings.warn('dep', DeprecationWarning)
warnings.warn('pend', PendingDeprecationWarning)
for i in range(3):
    warnings.warn('loop')


def g():
    warnings.warn('level', RuntimeWarning, stacklevel=2)


g()
warnings.warn(UserWarning('inst'))


class W(UserWarning):
    pass


warnings.warn('own', W)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    f()
    f()
    warnings.warn('x', DeprecationWarning)
    print(len(w), w[0].message, w[0].category, w[0].lineno, w[-1].category.__name__, str(w[0].message))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    show(f)
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    f()
warnings.filterwarnings('ignore', message='hel')
f()
warnings.warn('other')
warnings.filterwarnings('error', category=W)
show(lambda: warnings.warn('e', W))
show(lambda: warnings.warn('e', int))
show(lambda: warnings.filterwarnings('nope'))


async def co():
    pass


co()
warnings.simplefilter('ignore')
co()
warnings.resetwarnings()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    co()
    print([str(x.message) for x in w])
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'src'), end='')
warnings.warn_explicit('exp', UserWarning, 'a.py', 7)
warnings.simplefilter('once')
for i in range(2):
    warnings.warn('once')
warnings.warn('once')
warnings.showwarning = lambda m, c, *a, **k: print('custom', m, c.__name__)
warnings.warn('shown')
