try:
    import a
except ImportError as error:
    print(str(error).split(" (")[0])
