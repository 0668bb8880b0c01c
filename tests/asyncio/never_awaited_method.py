import asyncio


class Client:
    async def close(self):
        print("closed")


async def main():
    client = Client()
    client.close()
    await client.close()


asyncio.run(main())
