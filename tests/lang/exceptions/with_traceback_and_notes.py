import traceback

try:
    raise ValueError("noted")
except ValueError as error:
    error.add_note("see the manual")
    print(error.__notes__)
    traceback.print_exc()
