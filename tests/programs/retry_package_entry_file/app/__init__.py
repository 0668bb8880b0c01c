print("package", __name__)
LIMIT = 0.1
