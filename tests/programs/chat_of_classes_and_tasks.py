import asyncio


class Person:
    def __init__(self, name, friends):
        self.name = name
        self.friends = friends
        self.inbox = []

    async def live(self, words):
        for word in words:
            for friend in self.friends:
                if friend is not self:
                    friend.inbox.append((self.name, word))
            await asyncio.sleep(1)
            while self.inbox:
                who, what = self.inbox.pop(0)
                print(f"{self.name} hears {who!r} say {what!r}")


async def main():
    friends = []
    for name in ("ann", "bob", "cyd"):
        friends.append(Person(name, friends))
    await asyncio.gather(*(p.live(["hi", p.name.upper()]) for p in friends))


asyncio.run(main())
