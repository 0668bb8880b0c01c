first = 1
second = "two"
total = first + first * 2 + second
