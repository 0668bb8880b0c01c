big = 2 ** 100
print(big, -big, big + 1, big * big, big // 7, big % 7, -big // 7, -big % 7)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500)
print(big > 1, big == 2 ** 100, hash(2 ** 61 - 1), 1 << 70, big >> 98, big & 255, ~big)
print(int("123456789012345678901234567890"), f"{10 ** 21:,}", hex(big), big / 2 ** 98, float(big))
product = 1
for n in range(1, 31):
    product *= n
print(product, len(str(2 ** 1000)), divmod(10 ** 30, 10 ** 10 + 1), abs(-big) == big)
