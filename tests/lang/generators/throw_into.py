def g():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield f"caught {error}"


it = g()
print(next(it), it.throw(ValueError("boo")), next(it))
try:
    it.throw(KeyError("k"))
except KeyError as error:
    print("out", error)
print(next(it, "finished"))
