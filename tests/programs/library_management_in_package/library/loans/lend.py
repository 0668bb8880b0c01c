import asyncio


async def lend(shelf, days):
    while shelf.books:
        book = shelf.books.pop()
        await asyncio.sleep(days)
        print("lent", book.title, "from", shelf.name, asyncio.get_running_loop().time())
