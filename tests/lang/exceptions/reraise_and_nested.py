def inner():
    try:
        1 / 0
    except ZeroDivisionError:
        print("inner saw it")
        raise


try:
    try:
        inner()
    finally:
        print("cleanup")
except ZeroDivisionError as error:
    print("outer", error)
try:
    raise
except RuntimeError as error:
    print(error)
