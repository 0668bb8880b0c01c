import asyncio


class Download:
    def __init__(self):
        self.parts = []
        self.error = None
        self.finished = False


async def fetcher(download):
    try:
        for part in range(10):
            await asyncio.sleep(1)
            if part == 3:
                raise OSError("connection lost")
            download.parts.append(part)
    except OSError as error:
        download.error = error
    finally:
        download.finished = True


async def monitor(download):
    while not download.finished:
        await asyncio.sleep(0.9)
        print(f"{len(download.parts)} parts")
    print("ended:", download.parts, download.error)


async def main():
    download = Download()
    await asyncio.gather(monitor(download), fetcher(download))


asyncio.run(main())
