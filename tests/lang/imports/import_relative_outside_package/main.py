try:
    from . import sibling
except ImportError as error:
    print(error)
import pkg.low.leaf
