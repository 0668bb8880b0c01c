import string


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


print(string.ascii_letters, string.punctuation, string.printable == string.digits + string.ascii_letters + string.punctuation + string.whitespace, string.capwords('hello wORLD x'))
T = string.Template('$who likes ${what} $$5')
print(T.substitute(who='a', what='b'), T.safe_substitute(who='q'), T.substitute({'who': 1, 'what': 2}, who=3))
show(lambda: T.substitute(who=1))
show(lambda: string.Template('a $ b').substitute())
show(lambda: string.Template('a\nb $1x').substitute())
show(lambda: string.Template('a $ b').safe_substitute())
