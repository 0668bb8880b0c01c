x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 7; print(x)
x <<= 4; print(x)
x |= 3; x &= 18; x ^= 1; x >>= 1; print(x)
x /= 4; print(x)
a = b = [1]
a += [2]
print(b)
a = a + [3]
print(a, b)
s = "ab"
s += "c"; s *= 2
print(s)


class Box:
    value = 1


box = Box()
box.value += 1
print(box.value, Box.value)
d = {"n": 0}
d["n"] += 2
print(d)
