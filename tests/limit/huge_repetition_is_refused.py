for make in (lambda: [0] * 2 ** 62, lambda: (0,) * 2 ** 61, lambda: "ab" * 2 ** 62,
             lambda: [0] * -2 ** 62):
    try:
        print(make())
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__)
