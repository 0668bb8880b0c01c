class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


show = Show()
print(show[1], show[1:2], show[::3], show[1, 2], show[1:2, ...])
show["k"] = 5
show[1:] = 0
del show[2]
print(list(range(10))[slice(2, 8, 2)])
