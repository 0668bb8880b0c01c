def none(): pass
def one(a): pass
def three(a, b, c): pass
def kwonly(*, a, b): pass


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)


attempt(none, 1)
attempt(one)
attempt(one, 1, 2)
attempt(three)
attempt(three, 1)
attempt(three, 1, 2)
attempt(three, 1, 2, 3, 4)
attempt(kwonly)
attempt(kwonly, a=1)
attempt(kwonly, 1, a=1, b=2)
