from contextvars import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


v = ContextVar('v', default=0)
w = ContextVar('w')
print(v.get(), v.name, w.get('d'))
show(lambda: w.get())
show(lambda: ContextVar(3))
show(lambda: v)
tok = v.set(1)
print(v.get(), tok.old_value is Token.MISSING, tok.var is v)
t2 = v.set(2)
v.reset(t2)
print(v.get())
v.reset(tok)
print(v.get())
show(lambda: v.reset(tok))
show(lambda: w.reset(v.set(1)))
show(lambda: v.reset(3))
show(lambda: Token())
show(lambda: tok)
ctx = copy_context()
print(len(ctx), ctx[v], v in ctx, w in ctx, ctx.get(w), list(ctx) == [v], list(ctx.items()) == [(v, 1)])
show(lambda: ctx[w])
show(lambda: ctx['x'])


def inside(a, k=None):
    print('in', v.get(), a, k)
    v.set(50)
    w.set('w')
    print(ctx[v], ctx[w])
    return 'r'


print(ctx.run(inside, 1, k=2), v.get(), w.get(None), ctx[v], ctx[w])
print(ctx.run(v.get))
show(lambda: ctx.run(ctx.run, print))
print(ctx.copy() == ctx, ctx == copy_context(), Context() == Context(), len(Context()))
show(lambda: ctx.run(lambda: 1 / 0))
print(v.get())


def other():
    return v.reset(T)


T = v.set(9)
show(lambda: copy_context().run(other))
