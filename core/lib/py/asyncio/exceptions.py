"""asyncio's exceptions."""
from _asyncio import CancelledError, InvalidStateError

__all__ = ('CancelledError', 'InvalidStateError', 'TimeoutError')

TimeoutError = TimeoutError
