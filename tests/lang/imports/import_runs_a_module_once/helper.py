print("helper runs as", __name__)
value = 1


def change(new):
    global value
    value = new
