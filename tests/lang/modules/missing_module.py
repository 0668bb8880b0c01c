try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from time import no_such_name
except ImportError as error:
    print(type(error).__name__, "no_such_name" in str(error))
try:
    import time.nothing
except ModuleNotFoundError as error:
    print(error)
import time
try:
    time.nothing
except AttributeError as error:
    print(error)
