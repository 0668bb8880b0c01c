from a import other
value = 2
