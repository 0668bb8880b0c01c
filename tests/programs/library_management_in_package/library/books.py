made = 0


class Book:
    def __init__(self, title):
        global made
        made += 1
        self.title = title


def count():
    return made
