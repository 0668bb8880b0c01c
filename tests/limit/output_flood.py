for n in range(5000):
    print(n % 10, end=" " if n % 100 else "\n")
print()
print("x" * 20000 == "".join("x" for _ in range(20000)))
