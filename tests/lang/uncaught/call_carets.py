def run(f, *args):
    return [f(*args), 0]


run(lambda a, b: a[b],
    [1, 2],
    5)
