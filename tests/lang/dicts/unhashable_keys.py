for key in ([], {}, set()):
    try:
        {key: 1}
    except TypeError as error:
        print(error)
try:
    {}[[1]]
except TypeError as error:
    print(error)
try:
    {[]}
except TypeError as error:
    print(error)
try:
    dict([1])
except TypeError as error:
    print(error)
try:
    dict(["abc"])
except ValueError as error:
    print(error)
