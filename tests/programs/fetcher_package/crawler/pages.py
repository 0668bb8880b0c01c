class Pages:
    def __init__(self, count):
        self.wanted = count
        self.got = []

    def add(self, page):
        self.got.append(page)

    @property
    def complete(self):
        return len(self.got) == self.wanted

    def __str__(self):
        return f"{len(self.got)}/{self.wanted}: " + ", ".join(self.got)
