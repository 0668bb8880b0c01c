class TooMany(Exception):
    def __init__(self, name, count):
        super().__init__(f"{name}: {count} rolls were too many")
