async def main():
    print("hello")


main()
print("the program goes on")
