class Note:
    def __enter__(self):
        return self

    def __exit__(self, *info):
        print("exit", info[0])


def f():
    with Note():
        return "value"


print(f())
for i in range(3):
    with Note():
        if i == 0:
            continue
        break
print(i)
