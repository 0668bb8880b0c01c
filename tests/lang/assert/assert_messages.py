assert True
assert 1 == 1, "unused"
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error), error.args)
try:
    assert [], "list is empty"
except AssertionError as error:
    print(repr(error))
try:
    assert None, {"why": 1}
except AssertionError as error:
    print(error.args)
