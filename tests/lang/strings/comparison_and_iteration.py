print(sorted("banana"), list(reversed("abc")), "a" < "B", "a" < "b" < "c", "" < "a")
for i, c in enumerate("ab", start=1):
    print(i, c)
print(list(zip("abc", "xy")), "".join(sorted(set("hello"))), "abc" == "ab" + "c")
print("a" in {"a": 1}, hash("a") == hash("a"), max("apple", "banana"), *"xyz")
