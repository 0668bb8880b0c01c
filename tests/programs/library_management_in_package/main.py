import sys

import library
from library.books import Book, count
import library.loans as loans

shelf = library.Shelf(sys.argv[1])
shelf.add(Book("one"), Book("two"))
print(shelf, count(), library.__name__, loans.__name__)
loans.run(shelf)
