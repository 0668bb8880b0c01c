try:
    int("five")
except ValueError:
    print("handling")
    undefined_name
