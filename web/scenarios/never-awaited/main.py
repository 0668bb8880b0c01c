import asyncio


async def send_mail(to):
    print("sending mail to", to)
    await asyncio.sleep(1)


async def main():
    print("before")
    send_mail("ann@example.org")  # forgotten: no await
    print("after")
    await send_mail("bob@example.org")


asyncio.run(main())
