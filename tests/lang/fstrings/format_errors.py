def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError, KeyError, IndexError) as error:
        print(type(error).__name__, error)


attempt(lambda: f"{5:z}")
attempt(lambda: f"{'a':d}")
attempt(lambda: f"{1.5:d}")
attempt(lambda: f"{[1]:5}")
attempt(lambda: f"{5:.2}")
attempt(lambda: "{} {}".format(1))
attempt(lambda: "{x}".format(y=1))
attempt(lambda: "%d" % "a")
attempt(lambda: "%s %s" % 1)
attempt(lambda: "%s" % (1, 2))
