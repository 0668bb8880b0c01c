d = {1: 1}
try:
    for k in d:
        d[k + 1] = 1
except RuntimeError as error:
    print(error)
s = {1}
try:
    for x in s:
        s.add(x + 1)
except RuntimeError as error:
    print(error)
d = {n: n for n in range(5)}
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as error:
    print(error)
