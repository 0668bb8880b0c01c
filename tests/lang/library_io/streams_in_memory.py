from io import BytesIO, StringIO


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


s = StringIO('a\nb\nc')
print(s.read(2), s.readline(), list(s), s.tell(), s.seek(0), s.readlines(), s.getvalue())
s.write('d')
print(s.getvalue())
s.seek(1)
s.write('XY')
print(repr(s.getvalue()), s.truncate(2), s.getvalue())
s.seek(5)
s.write('z')
print(repr(s.getvalue()))
s.close()
show(lambda: s.read())
show(lambda: s.getvalue())
show(lambda: StringIO(3))
show(lambda: StringIO().write(3))
show(lambda: StringIO().seek(-1))
with StringIO() as q:
    print('x', 1, file=q, end='!')
    print(repr(q.getvalue()), q.writable(), q.closed)
print(q.closed)
b = BytesIO(b'ab\ncd')
print(b.read(1), b.readline(), b.read(), b.getvalue(), b.tell())
b.write(b'!')
print(b.getvalue())
show(lambda: b.write('s'))
w = StringIO(newline=None)
w.write('a\r\nb')
print(repr(w.getvalue()))
x = StringIO()
x.writelines(['a', 'b'])
print(x.getvalue(), x.isatty())
