def compute(n):
    return 1 / n
