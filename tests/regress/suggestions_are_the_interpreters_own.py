# Only the interpreter itself asks "Did you mean"; asyncio and traceback do not.
import asyncio
import traceback

number = 1


async def misspelt():
    return numbr


async def main():
    task = asyncio.create_task(misspelt())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    try:
        numbre
    except NameError:
        traceback.print_exc()


asyncio.run(main())
print(nummber)
