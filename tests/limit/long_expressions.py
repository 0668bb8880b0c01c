total = 0
text = "+".join(["1"] * 3000)
for n in range(3000):
    total += 1
print(total, len(text))
