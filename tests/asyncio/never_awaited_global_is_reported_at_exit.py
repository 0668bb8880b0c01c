async def main():
    print("hello")


coroutine = main()
print("made")
