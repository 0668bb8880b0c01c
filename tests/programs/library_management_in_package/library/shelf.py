class Shelf:
    def __init__(self, name):
        self.name, self.books = name, []

    def add(self, *books):
        self.books += books

    def __str__(self):
        return f"{self.name}: {[book.title for book in self.books]}"
