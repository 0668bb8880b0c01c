größe = "ä" * 3
print(größe + 5)
