def cell():
    value = None

    def get():
        return value

    def put(new):
        nonlocal value
        value = new
    return get, put


get, put = cell()
put(5)
print(get())
put([1])
print(get())
