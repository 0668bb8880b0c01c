from contextlib import contextmanager


@contextmanager
def manager():
    try:
        yield
    finally:
        print("exit")


with manager():
    raise ValueError("uncaught")
