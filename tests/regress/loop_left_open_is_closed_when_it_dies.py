# BaseEventLoop.__del__ closes: what was ready goes first, and cleaning up
# finds the loop closed.
import asyncio

loop = asyncio.new_event_loop()


async def child():
    pass


async def parent():
    try:
        await asyncio.wait_for(child(), 1)
    finally:
        print('closed', loop.is_closed())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    return task.get_name()


print(loop.run_until_complete(main()))
