if 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
elif 0:
    pass
