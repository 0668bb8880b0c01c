def show(first, *rest, key=None, **options):
    print(first, rest, key, options)


show(1)
show(1, 2, 3)
show(1, 2, key="k", a=1, b=2)
show(*[1, 2, 3], **{"key": 4, "z": 5})
show(*"ab", *(1, 2), x=1, **{"y": 2})
