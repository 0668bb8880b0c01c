class Plain:
    pass


class Two:
    def __init__(self, a, b):
        pass


class Bad:
    def __init__(self):
        return 5


for call in (lambda: Plain(1), lambda: Plain(x=1), lambda: Two(1),
             lambda: Two(1, 2, 3), lambda: Bad(), lambda: Two.__init__()):
    try:
        call()
    except TypeError as error:
        print(error)
