"""Abstract base classes of containers and of what can be awaited."""
from _collections_abc import *
from _collections_abc import __all__
