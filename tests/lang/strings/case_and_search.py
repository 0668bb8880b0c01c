s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), "hello world".title())
print(s.find("o"), s.find("o", 5), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"))
print(s.startswith("He"), s.endswith(("x", "ld")), s.startswith("W", 7), "World" in s)
for f in (lambda: s.index("z"), lambda: s.rindex("q")):
    try:
        f()
    except ValueError as error:
        print(error)
print(len(s), s[0], s[-1], min(s), max(s), s.casefold())
