import asyncio


class Server:
    def __init__(self):
        self.user = None

    async def login(self, user):
        print("logging in", user)
        await asyncio.sleep(1)
        self.user = user

    async def load(self):
        if self.user is None:
            raise PermissionError("log in first")
        await asyncio.sleep(0.5)
        return [f"{self.user}'s mail {n}" for n in range(2)]


async def session(server, user):
    await server.login(user)
    for mail in await server.load():
        print(mail)


async def main():
    server = Server()
    try:
        await server.load()
    except PermissionError as error:
        print("error:", error)
    await session(server, "eve")


asyncio.run(main())
