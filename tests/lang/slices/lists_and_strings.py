s = "abcdefg"
print(s[1:3], s[:2], s[5:], s[-2:], s[:-2], s[::2], s[::-1], s[5:1:-2], s[10:], s[3:1])
items = list(range(7))
print(items[1:3], items[::3], items[-1:0:-2], items[:], items[100:200], items[-100:2])
print((1, 2, 3)[1:], range(10)[2:8:3], b"hello"[1:3])
