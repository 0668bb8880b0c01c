import json


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for v in [None, True, False, 1, -5, 1.5, 1e+100, 1e+16, 'a', 'é"\\\n\x01\u2028😀/', [], {}, [1, [2, {'a': None}]], {'b': 1, 'a': [1, 2], 1: 2, None: 3, True: 4, 1.5: 5}, (1, 2), float('nan'), float('inf'), -0.0, 10 ** 30, '\x7f']:
    show(lambda: json.dumps(v))
    show(lambda: json.dumps(v, indent=2))
    show(lambda: json.dumps(v, ensure_ascii=False, separators=(',', ':')))
show(lambda: json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True, indent='\t'))
show(lambda: json.dumps({1, 2}))
show(lambda: json.dumps({(1,): 2}))
show(lambda: json.dumps({(1,): 2, 'a': 1}, skipkeys=True))
show(lambda: json.dumps(float('nan'), allow_nan=False))
show(lambda: json.dumps({1}, default=list))
show(lambda: json.dumps(object))
l = []
l.append(l)
show(lambda: json.dumps(l))
show(lambda: json.dumps([[], {}], indent=1))
show(lambda: json.dumps({'b': 1, 1: 2}, sort_keys=True))
show(lambda: json.dumps([1, 2], indent=0))


class E(json.JSONEncoder):

    def default(self, o):
        if isinstance(o, complex if False else set):
            return sorted(o)
        return super().default(o)


show(lambda: json.dumps({'a': {3, 1}}, cls=E))
show(lambda: json.dumps(b'x', cls=E))
