print("b starts")
import a
print("a is half made:", hasattr(a, "value"))
value = "b"
