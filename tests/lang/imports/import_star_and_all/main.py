from limited import *
from free import *

print(shown, public)
for name in ("hidden", "_private"):
    try:
        print(globals()[name])
    except KeyError as error:
        print("not imported", error)
