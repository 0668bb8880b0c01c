"""asyncio: event loops, futures, tasks and what is built on them."""
# Module layout and names are CPython's, so that programs, reprs and messages
# agree; the hot parts are the native module _asyncio.
from .exceptions import *
from .events import *
from .futures import *
from .base_events import *
from .tasks import *
from .coroutines import *
from .runners import *
from . import (base_events, coroutines, events, exceptions, futures, runners,
               tasks)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ +
           exceptions.__all__ + futures.__all__ + runners.__all__ +
           tasks.__all__)
