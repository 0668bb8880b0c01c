import uuid


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.version, u == uuid.UUID(int=u.int))
v = uuid.uuid4()
print(v.version, len(str(v)), v != uuid.uuid4())
show(lambda: uuid.UUID('x'))
show(lambda: setattr(u, 'int', 3))
