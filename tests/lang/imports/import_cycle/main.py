import a

print("done", a.value, a.b.value)
