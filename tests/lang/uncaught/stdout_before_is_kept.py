print("a", end="")
print("b", end="")
raise RuntimeError("after output without newline")
