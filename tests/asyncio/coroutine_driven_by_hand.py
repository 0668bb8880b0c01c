async def inner():
    return "inner value"


async def outer():
    value = await inner()
    return value.upper()


coroutine = outer()
print(type(coroutine).__name__, coroutine.__name__, coroutine.cr_running)
try:
    coroutine.send(None)
except StopIteration as stop:
    print("result", stop.value)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
other = outer()
other.close()
third = outer()
try:
    third.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)
try:
    outer().send(1)
except TypeError as error:
    print(error)
