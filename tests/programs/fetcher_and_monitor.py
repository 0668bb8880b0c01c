import asyncio

pages = []


async def fetcher():
    for number in range(5):
        await asyncio.sleep(1)
        pages.append(f"page {number}")
        print("fetched", pages[-1])
    pages.append(None)


async def monitor():
    while not pages or pages[-1] is not None:
        print(f"{len(pages)} pages so far")
        await asyncio.sleep(0.75)
    print("monitor sees the end")


async def main():
    await asyncio.gather(fetcher(), monitor())


asyncio.run(main())
