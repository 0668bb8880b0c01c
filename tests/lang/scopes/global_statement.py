total = 0


def add(n):
    global total, created
    total += n
    created = n


add(3)
add(4)
print(total, created)
