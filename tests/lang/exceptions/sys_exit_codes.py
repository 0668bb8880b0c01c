import sys

for code in (0, 3, "text", None):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    sys.exit()
except BaseException as error:
    print(repr(error), error.code)
