try:
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("bad") from error
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("during")
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
