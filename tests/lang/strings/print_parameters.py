import sys

print()
print("a", 1, None, [1, "x"], (2,), {"k": "v"})
print("a", "b", sep="", end="!\n")
print(1, 2, 3, sep=", ")
print("x", end="")
print("y", flush=True)
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
print(*[], sep="x")
try:
    print("a", sep=5)
except TypeError as error:
    print(error)
try:
    print("a", foo=5)
except TypeError as error:
    print(error)
