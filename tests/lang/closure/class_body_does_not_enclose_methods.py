x = "global"


class A:
    x = "class"
    seen = x
    values = [x for _ in range(1)]

    def method(self):
        return x


print(A.seen, A.values, A().method())
