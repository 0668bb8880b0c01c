import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.create_task(None)
except RuntimeError as error:
    print(error)


async def main():
    return asyncio.get_running_loop() is asyncio.get_event_loop()


print(asyncio.run(main()))
