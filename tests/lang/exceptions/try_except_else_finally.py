def f(what):
    try:
        print("try")
        if what == "raise":
            raise ValueError("v")
        if what == "return":
            return "returned"
    except ValueError as error:
        print("except", error)
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for what in ("nothing", "raise", "return"):
    print(f(what))
