import asyncio
from textwrap import dedent


async def read(name):
    await asyncio.sleep(1)
    return f"    {name}\n      indented\n    end\n"


async def clean(text):
    await asyncio.sleep(0.5)
    return dedent(text)


async def count(text):
    return len(text.splitlines()), max(len(line) for line in text.splitlines())


async def pipeline(name):
    text = await read(name)
    text = await clean(text)
    lines, width = await count(text)
    print(f"{name}: {lines} lines, {width} wide")
    return text


async def main():
    texts = [await pipeline(name) for name in ("a", "longer name")]
    print("".join(texts), end="")


asyncio.run(main())
