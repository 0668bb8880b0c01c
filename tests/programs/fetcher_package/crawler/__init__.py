from .pages import Pages

__all__ = ["Pages"]
