def value(d):
    return d["a"]["b"]["c"]


def add(x):
    y = (x.count +
         1)
    return y


data = {"a": {"b": {}}}
try:
    add(1)
except AttributeError:
    import traceback
    traceback.print_exc()
print(1 + value(data) + 2)
