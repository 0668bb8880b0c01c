import pkg.mod

print(__name__, pkg.__name__, pkg.mod.__name__, pkg.mod.__package__)
print(__file__.split("/")[-1], "/".join(pkg.mod.__file__.split("/")[-2:]))
print(type(pkg).__name__, pkg.mod.f.__module__, pkg.mod.C.__module__, pkg.mod.C)
