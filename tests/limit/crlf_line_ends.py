x = """a
b"""
if True:
    print(repr(x))
