def make():
    n = 1

    def get():
        return n
    n = 2
    return get


print(make()())
