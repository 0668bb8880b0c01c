class Liar:
    def __str__(self): return 1
    def __repr__(self): return 2
    def __bool__(self): return 2
    def __len__(self): return -1
    def __hash__(self): return "x"
    def __iter__(self): return 5
    def __contains__(self, x): return "yes"
    def __index__(self): return 1.5


liar = Liar()
for f in (str, repr, bool, len, hash, iter, list, lambda x: [1][x], lambda x: {x: 1}, lambda x: 1 in x):
    try:
        print(f(liar))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
