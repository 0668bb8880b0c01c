print("with mark")
