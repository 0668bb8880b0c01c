def g():
    try:
        yield 1
    finally:
        print("cleanup")


it = g()
next(it)
print("before")
del it
print("after")
for x in g():
    break
print("end")
