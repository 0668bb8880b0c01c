def note(x):
    print("see", x)
    return x


print(note(1) < note(2) < note(3))
print(note(3) < note(2) < note(1))
print(1 < 2 > 1 == 1 != 2)
x = 5
print(0 <= x <= 10, not 0 <= x <= 4, 1 == 1.0 == True)
