print("a b  c".split(), "a,b,,c".split(","), "a,b,c".split(",", 1), "".split(), "".split(","))
print("a b c".rsplit(" ", 1), "x=1=2".partition("="), "x=1=2".rpartition("="), "abc".partition("-"))
print("one\ntwo\r\nthree\n".splitlines(), "a\nb".splitlines(keepends=True), " a b ".split(None, 1))
print("-".join(["a", "b"]), "".join("xyz"), ", ".join(str(n) for n in range(3)))
for f in (lambda: ",".join([1, 2]), lambda: "a".split(""), lambda: ",".join(5)):
    try:
        f()
    except (TypeError, ValueError) as error:
        print(error)
