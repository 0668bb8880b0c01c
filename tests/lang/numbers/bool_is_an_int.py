print(True + 1, True * 5, sum([True, False, True]), [10, 20][True])
print(True and 2, True & False, True | False, True ^ True, not True, ~True)
print(str(True), repr(False), f"{True:5}", {True: "t", 1: "one"}, bool("False"))
print(isinstance(True, bool), type(True).__mro__[1] is int, True is True)
