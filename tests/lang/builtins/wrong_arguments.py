for f in (lambda: len(), lambda: len(1, 2), lambda: abs("a"), lambda: int("1", "2"), lambda: chr(-1),
          lambda: chr(0x110000), lambda: sorted(5), lambda: enumerate(), lambda: sum(5), lambda: iter(5),
          lambda: reversed(5), lambda: list(1, 2), lambda: getattr(5), lambda: round("a"), lambda: int([])):
    try:
        f()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
