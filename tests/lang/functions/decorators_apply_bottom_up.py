def tag(name):
    print("make", name)

    def decorate(function):
        print("apply", name, function.__name__)

        def wrapper(*args):
            return f"<{name}>{function(*args)}</{name}>"
        return wrapper
    return decorate


@tag("b")
@tag("i")
def say(text):
    return text


print(say("hi"))
