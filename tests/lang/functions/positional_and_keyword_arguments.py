def describe(name, greeting="hello", *, mark="!"):
    return f"{greeting} {name}{mark}"


print(describe("ada"))
print(describe("bob", "hi"))
print(describe(greeting="hey", name="cyd"))
print(describe("dee", mark="?"))
