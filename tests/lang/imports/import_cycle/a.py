print("a starts")
import b
value = "a"
print("a ends, b has", b.value)
