import sys

from . import helper
from .helper import double

print(__name__, __package__, sys.argv[1:], helper.double is double, double("x"))
