class Pair:
    def __enter__(self):
        return 1, (2, 3)

    def __exit__(self, *info):
        pass


with Pair() as (a, (b, c)):
    print(a, b, c)
items = {}
with Pair() as items["pair"]:
    pass
print(items)
