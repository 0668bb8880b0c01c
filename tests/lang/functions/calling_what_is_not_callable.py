for thing in (1, "s", None, [1], {}):
    try:
        thing()
    except TypeError as error:
        print(error)
