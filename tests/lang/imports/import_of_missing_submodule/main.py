import pkg
from pkg import inner

print(pkg.inner is inner, inner.who)
for name in ("pkg.missing", "missing", "pkg.inner.deeper"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error)
try:
    from pkg import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
